package consular.cases.domain;

import consular.cases.domain.law.Cause;
import consular.cases.domain.posts.PostCode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The limit for deciding an application.
 *
 * @param due the last day in time
 * @param overdue whether the limit passed while the application was undecided
 * @param decidedOn the day of the decision that met or missed it; null while undecided
 * @param decidedAt the post of that decision, which need not be where the case is now; null while undecided
 */
public record DecisionClock(
        LocalDate due,
        boolean overdue,
        @Nullable LocalDate decidedOn,
        @Nullable PostCode decidedAt,
        Cause cause) {
    static DecisionClock running(LocalDate due, Cause cause) {
        return new DecisionClock(due, false, null, null, cause);
    }

    DecisionClock pass() {
        return new DecisionClock(due, true, decidedOn, decidedAt, cause);
    }

    /** Whether the decision came after the last day, even if nothing was recorded when that passed. */
    boolean decidedLate() {
        return decidedOn != null && decidedOn.isAfter(due);
    }

    DecisionClock decide(Instant at, PostCode post) {
        var on = cause.dayOf(at);
        return new DecisionClock(due, overdue && on.isAfter(due), on, post, cause);
    }
}
