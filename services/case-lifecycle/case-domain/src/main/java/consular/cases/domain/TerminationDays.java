package consular.cases.domain;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.registration.TerminationKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days of what befalls a termination clock, which keeps those of the post at which it began. */
public final class TerminationDays {
    private TerminationDays() {}

    /** The day of an instant for the clock of a kind; where there is none, at the post where the case is. */
    public static LocalDate of(TerminationKind kind, Instant at, CaseFile file) {
        return LocalDate.ofInstant(at, zone(kind, file));
    }

    /** On whose days the clock of a kind is reckoned. */
    static ZoneId zone(TerminationKind kind, CaseFile file) {
        return TerminationClock.of(file).stream()
                .filter(clock -> clock.kind() == kind)
                .map(clock -> clock.cause().zone())
                .findFirst()
                .orElse(file.zone());
    }
}
