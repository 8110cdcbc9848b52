package consular.cases.domain.law;

import consular.cases.domain.oversight.ReviewPolicy;
import consular.cases.domain.oversight.ReviewSample;

/**
 * What the law leaves open and whoever runs the service may settle. It is read when an act is decided; the events keep
 * the dates that followed, so that another policy changes nothing that was decided before.
 *
 * @param presumptionExemptions whether who seeks an L, a V or an H-1 visa cannot be refused under 214(b) (R-NIV-03)
 * @param noticeTargetDays working days after a refusal on which its notice is due; 0 for the day itself
 * @param review who may review whom, and what is selected for review (R-NIV-07, R-NIV-08)
 */
public record Policy(
        YearEnd yearEnd,
        ReviewLimits reviewLimits,
        Alarms alarms,
        RegistrationClocks registration,
        boolean presumptionExemptions,
        int noticeTargetDays,
        ReviewPolicy review) {
    /** The recommended readings. */
    public static final Policy RECOMMENDED = new Policy(
            YearEnd.RECOMMENDED,
            ReviewLimits.RECOMMENDED,
            Alarms.RECOMMENDED,
            RegistrationClocks.RECOMMENDED,
            true,
            0,
            ReviewPolicy.RECOMMENDED);

    /** Refuses a notice that would be due before the refusal. */
    public Policy {
        if (noticeTargetDays < 0) {
            throw new IllegalArgumentException("a notice is not due before the refusal");
        }
    }

    /** The same with other ends of years. */
    public Policy with(YearEnd other) {
        return new Policy(other, reviewLimits, alarms, registration, presumptionExemptions, noticeTargetDays, review);
    }

    /** The same with other limits of reviews. */
    public Policy with(ReviewLimits other) {
        return new Policy(yearEnd, other, alarms, registration, presumptionExemptions, noticeTargetDays, review);
    }

    /** The same with other alarms. */
    public Policy with(Alarms other) {
        return new Policy(yearEnd, reviewLimits, other, registration, presumptionExemptions, noticeTargetDays, review);
    }

    /** The same with other clocks of a registration. */
    public Policy with(RegistrationClocks other) {
        return new Policy(yearEnd, reviewLimits, alarms, other, presumptionExemptions, noticeTargetDays, review);
    }

    /** The same, exempting from the presumption of 214(b) or not. */
    public Policy exempting(boolean exemptions) {
        return new Policy(yearEnd, reviewLimits, alarms, registration, exemptions, noticeTargetDays, review);
    }

    /** The same with notices due that many working days after the refusal. */
    public Policy noticeDueAfter(int workingDays) {
        return new Policy(yearEnd, reviewLimits, alarms, registration, presumptionExemptions, workingDays, review);
    }

    /**
     * The same, telling nobody beforehand what it will select for review: with it a decision that is only supposed, or tried
     * out, comes to all that it would come to in earnest, but that.
     */
    public Policy withoutSelection() {
        return with(new ReviewPolicy(review.chainOfCommand(), ReviewSample.NONE));
    }

    /** The same with another oversight of officers. */
    public Policy with(ReviewPolicy other) {
        return new Policy(yearEnd, reviewLimits, alarms, registration, presumptionExemptions, noticeTargetDays, other);
    }
}
