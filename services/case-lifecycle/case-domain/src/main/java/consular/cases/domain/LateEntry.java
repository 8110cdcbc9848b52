package consular.cases.domain;

import consular.cases.domain.CaseProgress.ActOfPerson;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.Cause;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A clock that was past already when a late entry set it going waits until the next command of a
 * person on the case, so that a history can be entered line by line without the service acting on
 * half of it.
 */
final class LateEntry {
    private LateEntry() {}

    static DeadlineState state(Cause cause, LocalDate due, CaseFile file) {
        return isLate(cause, due) && releasedOn(cause, file).isEmpty()
                ? DeadlineState.SUSPENDED
                : DeadlineState.RUNNING;
    }

    /** The day of the act that ended the wait; empty when the clock never waited, or waits still. */
    static Optional<LocalDate> waitedUntil(Cause cause, LocalDate due, CaseFile file) {
        return isLate(cause, due) ? releasedOn(cause, file) : Optional.empty();
    }

    private static boolean isLate(Cause cause, LocalDate due) {
        return cause.byPerson() && cause.recordedOn().isAfter(due);
    }

    private static Optional<LocalDate> releasedOn(Cause cause, CaseFile file) {
        return file.progress().acts().stream()
                .filter(act -> act.decision() > cause.decision())
                .findFirst()
                .map(ActOfPerson::on);
    }
}
