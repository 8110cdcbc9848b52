package consular.cases.application.letters;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.registration.TerminationKind;
import consular.cases.letters.facts.YearToAct;
import consular.cases.letters.facts.YearToAct.Since;
import java.time.LocalDate;
import java.util.Comparator;

/** From which act or omission a year of INA 203(g) was reckoned: what the day from which it runs does not say. */
final class YearsToAct {
    private YearsToAct() {}

    /**
     * The year that a warning or a termination is about.
     *
     * @param anchor the day from which it ran
     * @param then the case as that event left it
     */
    static YearToAct of(TerminationKind kind, LocalDate anchor, CaseFile then) {
        return switch (kind) {
            case TERM_A -> toApply(anchor, then);
            case TERM_B -> toPresentEvidence(anchor, then);
        };
    }

    private static YearToAct toApply(LocalDate anchor, CaseFile then) {
        var availability = then.registration().availability();
        if (availability == null) {
            throw new IllegalStateException("no year to apply runs before a visa is available");
        }
        return switch (availability.failure()) {
            case MISSED_INTERVIEW -> new YearToAct(Since.MISSED_INTERVIEW, anchor, null, availability.daysStood());
            case NO_FOLLOW_UP -> new YearToAct(Since.FOLLOW_UP, anchor, null, availability.daysStood());
            case NO_APPLICATION ->
                new YearToAct(
                        Since.NOTICE,
                        availability.transmittedOn(),
                        anchor.equals(availability.transmittedOn()) ? null : anchor,
                        availability.daysStood());
        };
    }

    /** Of the refusals for which a reinstatement began one and the same year anew, the latest. */
    private static YearToAct toPresentEvidence(LocalDate anchor, CaseFile then) {
        return then.principal()
                .activeFindings()
                .filter(it -> it.terminateFrom() != null && it.clockFrom().equals(anchor))
                .max(Comparator.comparing(Finding::refusedOn))
                .map(it -> new YearToAct(Since.REFUSAL, it.refusedOn(), it.clockRestart() == null ? null : anchor, 0))
                .orElseGet(() -> new YearToAct(Since.REFUSAL, anchor, null, 0));
    }
}
