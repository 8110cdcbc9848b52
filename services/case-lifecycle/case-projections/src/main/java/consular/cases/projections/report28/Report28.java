package consular.cases.projections.report28;

import org.jspecify.annotations.Nullable;

/**
 * What a post found, closed and issued in a fiscal year.
 *
 * @param fiscalYear from 1 October to 30 September, named after the year it ends in
 * @param ground null in the row that counts the visas, which have none
 * @param found findings, not persons: one applicant may have several
 * @param overcome in the year in which they were overcome, whenever they were found; likewise the others
 */
public record Report28(
        String post,
        int fiscalYear,
        @Nullable String ground,
        long found,
        long overcome,
        long waived,
        long reversed,
        long issued) {

    /** The same with the reversed counted under the overcome. */
    Report28 reversedAsOvercome() {
        return new Report28(post, fiscalYear, ground, found, overcome + reversed, waived, 0, issued);
    }
}
