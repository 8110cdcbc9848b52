package consular.cases.domain;

import static consular.cases.domain.law.Rule.DECISION_BY_END_OF_WORKING_DAY;
import static consular.cases.domain.law.Rule.DECISION_BY_NEXT_WORKING_DAY_WHERE_ISSUED_NEXT_DAY;

import consular.cases.domain.law.Cause;
import consular.cases.domain.law.Rule;
import consular.cases.domain.posts.PostCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The limit for deciding an application.
 *
 * @param due the last day in time
 * @param limit the rule that set it, of the post where the clock began
 * @param overdue whether the limit passed while the application was undecided
 * @param decidedOn the day of the decision that met or missed it; null while undecided
 * @param actedAt the instant of that decision; null while undecided
 * @param decidedAt the post of that decision, which need not be where the case is now; null while undecided
 * @param countedOn the day of that decision in the zone of that post, under which it is reported; null while undecided
 */
public record DecisionClock(
        LocalDate due,
        Rule limit,
        boolean overdue,
        @Nullable LocalDate decidedOn,
        @Nullable Instant actedAt,
        @Nullable PostCode decidedAt,
        @Nullable LocalDate countedOn,
        Cause cause) {
    /** A clock that an event sets going, by the rule that it rests on. */
    static DecisionClock running(LocalDate due, Stamp stamp, ZoneId zone) {
        var limit = stamp.rules().contains(DECISION_BY_NEXT_WORKING_DAY_WHERE_ISSUED_NEXT_DAY)
                ? DECISION_BY_NEXT_WORKING_DAY_WHERE_ISSUED_NEXT_DAY
                : DECISION_BY_END_OF_WORKING_DAY;
        return new DecisionClock(due, limit, false, null, null, null, null, stamp.causeByPerson(zone));
    }

    DecisionClock pass() {
        return new DecisionClock(due, limit, true, decidedOn, actedAt, decidedAt, countedOn, cause);
    }

    /** Whether the decision came after the last day, even if nothing was recorded when that passed. */
    boolean decidedLate() {
        return decidedOn != null && decidedOn.isAfter(due);
    }

    /**
     * The application goes undecided: whether the limit had passed then is told by the day of that, not of its entry.
     *
     * @param ran whether it ran until then
     */
    DecisionClock cease(Instant at, boolean ran) {
        var passed = cause.dayOf(at).isAfter(due) && (overdue || ran);
        return new DecisionClock(due, limit, passed, decidedOn, actedAt, decidedAt, countedOn, cause);
    }

    /** Decided once: what is decided after that, on an application that is no longer open, has no limit to meet. */
    DecisionClock decide(Instant at, PostCode post, ZoneId zone) {
        if (decidedOn != null) {
            return this;
        }
        var on = cause.dayOf(at);
        return new DecisionClock(
                due, limit, overdue && on.isAfter(due), on, at, post, LocalDate.ofInstant(at, zone), cause);
    }
}
