package consular.cases.letters.facts;

import consular.cases.domain.refusals.FindingStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a refusal rests on, and what has become of that when the applicant is told.
 *
 * @param status null where that must not be told
 */
public record FindingThen(LetterFinding finding, @Nullable FindingStatus status) {
    public boolean stands() {
        return status == FindingStatus.ACTIVE;
    }
}
