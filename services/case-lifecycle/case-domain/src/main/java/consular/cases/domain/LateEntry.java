package consular.cases.domain;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.Cause;
import java.time.LocalDate;

/**
 * A clock that was past already when a late entry set it going waits until the next command of a
 * person on the case, so that a history can be entered line by line without the service acting on
 * half of it.
 */
final class LateEntry {
    private LateEntry() {}

    static DeadlineState state(Cause cause, LocalDate due, CaseFile file) {
        return cause.byPerson() && cause.recordedOn().isAfter(due) && cause.decision() >= file.lastPersonDecision()
                ? DeadlineState.SUSPENDED
                : DeadlineState.RUNNING;
    }
}
