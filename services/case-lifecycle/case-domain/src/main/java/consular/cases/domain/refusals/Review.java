package consular.cases.domain.refusals;

import consular.cases.domain.people.OfficerId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The review of a refusal.
 *
 * @param target the day on which it should be reviewed: that of the refusal
 * @param deadline the last day on which a mandatory review is in time
 * @param overdueSince the day on which the limit had passed; stays as a fact of compliance, unless the
 *     outcome was in time and only entered later
 * @param closedOn the day of the outcome; null while there is none
 * @param announced what the refusing officer was told last, and by whom; null until told
 */
public record Review(
        ReviewClass reviewClass,
        ReviewState state,
        LocalDate target,
        @Nullable LocalDate deadline,
        @Nullable LocalDate overdueSince,
        @Nullable OfficerId reviewer,
        @Nullable LocalDate closedOn,
        @Nullable Announcement announced,
        boolean officerAdvised) {

    /** A review as it stands on the day of the refusal. */
    public static Review opened(ReviewClass reviewClass, LocalDate target, @Nullable LocalDate deadline) {
        var state = switch (reviewClass) {
            case MANDATORY -> ReviewState.DUE;
            case DISCRETIONARY, CONSULTATIVE -> ReviewState.NOT_REQUIRED;
        };
        return new Review(reviewClass, state, target, deadline, null, null, null, null, false);
    }

    /** Selected for review at the supervisor's discretion. */
    public Review select() {
        return state == ReviewState.NOT_REQUIRED ? in(ReviewState.DUE) : this;
    }

    /** The limit has passed. A discussion under way goes on. */
    public Review passLimit(LocalDate since) {
        return new Review(
                reviewClass,
                state == ReviewState.DUE ? ReviewState.OVERDUE : state,
                target,
                deadline,
                since,
                reviewer,
                closedOn,
                announced,
                officerAdvised);
    }

    public Review discuss(OfficerId by, ProposedAction proposed, boolean officerInformed) {
        return new Review(
                reviewClass,
                ReviewState.IN_DISCUSSION,
                target,
                deadline,
                overdueSince,
                by,
                closedOn,
                officerInformed ? new Announcement(by, proposed) : announced,
                officerAdvised);
    }

    /** Closed with an outcome. */
    public Review close(ReviewState outcome, OfficerId by, LocalDate on) {
        return new Review(
                reviewClass, outcome, target, deadline, overdueOnceClosed(on), by, on, announced, officerAdvised);
    }

    /** It is the day of the outcome that was in time or not, and not the day on which that was entered. */
    private @Nullable LocalDate overdueOnceClosed(LocalDate on) {
        return deadline == null || on.isAfter(deadline) ? overdueSince : null;
    }

    /** The officer who refused has reversed the refusal: what was open needs no outcome any more. No supervisor made it so. */
    public Review resolve(LocalDate on) {
        return state.isOpen()
                ? new Review(
                        reviewClass,
                        ReviewState.RESOLVED_BY_ADJUDICATOR,
                        target,
                        deadline,
                        overdueOnceClosed(on),
                        reviewer,
                        on,
                        announced,
                        officerAdvised)
                : this;
    }

    /** Whether the outcome came after the last day, even if nothing was recorded when that passed. */
    public boolean closedLate() {
        return closedOn != null && deadline != null && closedOn.isAfter(deadline);
    }

    public Review adviseOfficer() {
        return new Review(reviewClass, state, target, deadline, overdueSince, reviewer, closedOn, announced, true);
    }

    private Review in(ReviewState next) {
        return new Review(
                reviewClass, next, target, deadline, overdueSince, reviewer, closedOn, announced, officerAdvised);
    }
}
