package consular.cases.projections.refusalrate;

/**
 * What share of nonimmigrants a post refused in a fiscal year, by the last thing that each was told in it.
 *
 * @param fiscalYear from 1 October to 30 September, named after the year it ends in
 * @param issued persons whose last answer of the year was a visa
 * @param refused persons whose last answer of the year was a refusal that stood
 * @param rate the refused among both, with four decimals
 */
public record AdjustedRefusalRate(
        int fiscalYear, String post, String visaClass, long issued, long refused, double rate) {}
