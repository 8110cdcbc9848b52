package consular.cases.domain;

import consular.cases.domain.law.Cause;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The limit for deciding an application.
 *
 * @param due the last day in time
 * @param overdue whether the limit passed while the application was undecided
 * @param decidedOn the day of the decision that met or missed it; null while undecided
 */
public record DecisionClock(
        LocalDate due, boolean overdue, @Nullable LocalDate decidedOn, Cause cause) {
    static DecisionClock running(LocalDate due, Cause cause) {
        return new DecisionClock(due, false, null, cause);
    }

    DecisionClock pass() {
        return new DecisionClock(due, true, decidedOn, cause);
    }

    /** Whether the decision came after the last day, even if nothing was recorded when that passed. */
    boolean decidedLate() {
        return decidedOn != null && decidedOn.isAfter(due);
    }

    DecisionClock decide(Instant at) {
        var on = cause.dayOf(at);
        return new DecisionClock(due, overdue && on.isAfter(due), on, cause);
    }
}
