package consular.cases.domain.law;

import consular.cases.domain.oversight.ReviewPolicy;

/**
 * What the law leaves open and whoever runs the service may settle. It is read when an act is decided; the events keep
 * the dates that followed, so that another policy changes nothing that was decided before.
 *
 * @param leapDay on which day a year ends that began on 29 February
 * @param rollOnPostClosure whether a year that ends on a day on which the post is closed ends on its next working day
 *     (Q-18)
 * @param ivReviewMaxDays calendar days within which a refusal is to be reviewed at the latest (R-SUP-05, Q-12)
 * @param opinionFollowUpDays calendar days between two follow-ups of an advisory opinion (R-AO-02)
 * @param review who may review whom, and what is selected for review (R-NIV-07, R-NIV-08)
 */
public record Policy(
        LeapDay leapDay, boolean rollOnPostClosure, int ivReviewMaxDays, int opinionFollowUpDays, ReviewPolicy review) {
    /** The recommended readings. */
    public static final Policy RECOMMENDED =
            new Policy(LeapDay.FEB_28, false, Periods.REVIEW_DAYS, Periods.FOLLOW_UP_DAYS, ReviewPolicy.RECOMMENDED);

    /** Refuses periods that would end before they begin. */
    public Policy {
        if (ivReviewMaxDays < 1 || opinionFollowUpDays < 1) {
            throw new IllegalArgumentException("a period of the policy is at least a day");
        }
    }

    /** The same with another oversight of officers. */
    public Policy with(ReviewPolicy other) {
        return new Policy(leapDay, rollOnPostClosure, ivReviewMaxDays, opinionFollowUpDays, other);
    }
}
