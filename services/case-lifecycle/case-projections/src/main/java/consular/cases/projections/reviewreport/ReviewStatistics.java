package consular.cases.projections.reviewreport;

/**
 * How the reviews of one officer's decisions at one post ended. A rate is a share of {@code reviewed}, from 0 to 1, to four
 * places; rates and days are 0 where nothing was.
 *
 * @param officer who refused or issued
 * @param reviewed the refusals on whose review there is an outcome, and that a supervisor saw
 * @param medianDays calendar days from the refusal to the outcome; half of the reviews took no longer
 * @param p95Days 95 of 100 took no longer
 * @param issuancesReviewed the visas issued that were selected and reviewed; in none of the other numbers
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
        int p95Days,
        long issuancesReviewed) {}
