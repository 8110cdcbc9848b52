package consular.cases.projections.reviewreport;

/**
 * How the reviews of one officer's refusals at one post ended. A rate is a share of {@code reviewed}, from 0 to 1, to four
 * places.
 *
 * @param officer who refused
 * @param medianDays calendar days from the refusal to the outcome; half of the reviews took no longer
 * @param p95Days 95 of 100 took no longer
 */
public record ReviewStatistics(
        String post,
        String officer,
        long reviewed,
        long concurred,
        long reversed,
        long referred,
        long resolvedByAdjudicator,
        long consulted,
        double concurrenceRate,
        double reversalRate,
        double referralRate,
        int medianDays,
        int p95Days) {}
