package consular.cases.domain.law;

import org.jspecify.annotations.Nullable;

/**
 * Within how many calendar days a refusal is to be reviewed at the latest.
 *
 * @param immigrantDays of an immigrant (R-SUP-05, Q-12)
 * @param nonimmigrantDeferralDays how long the review of a nonimmigrant's refusal may be put off; null for no limit, since
 *     the sheet knows the number from memory only (R-NIV-06)
 */
public record ReviewLimits(int immigrantDays, @Nullable Integer nonimmigrantDeferralDays) {
    /** The recommended reading. */
    public static final ReviewLimits RECOMMENDED = new ReviewLimits(Periods.REVIEW_DAYS, null);

    /** Refuses periods that would end before they begin. */
    public ReviewLimits {
        Periods.atLeastADay(immigrantDays);
        if (nonimmigrantDeferralDays != null) {
            Periods.atLeastADay(nonimmigrantDeferralDays);
        }
    }
}
