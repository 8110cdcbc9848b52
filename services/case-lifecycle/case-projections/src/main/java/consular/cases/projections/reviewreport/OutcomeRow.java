package consular.cases.projections.reviewreport;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.refusals.Refusal;
import consular.cases.domain.refusals.ReviewState;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * The outcome of a review, as it is stored.
 *
 * @param post where the officer refused, wherever the case is now
 * @param officer who refused
 * @param days calendar days from the refusal to the outcome
 */
record OutcomeRow(
        String caseId,
        String refusalId,
        String post,
        String officer,
        ReviewState outcome,
        LocalDate closedOn,
        long days) {

    static List<OutcomeRow> of(CaseFile file) {
        return file.refusals().flatMap(refusal -> of(file, refusal)).toList();
    }

    private static Stream<OutcomeRow> of(CaseFile file, Refusal refusal) {
        var review = refusal.review();
        var closedOn = review.closedOn();
        return closedOn == null
                ? Stream.of()
                : Stream.of(new OutcomeRow(
                        file.caseId().toString(),
                        refusal.refusalId().value(),
                        refusal.post().value(),
                        refusal.officer().value(),
                        review.state(),
                        closedOn,
                        ChronoUnit.DAYS.between(refusal.refusedOn(), closedOn)));
    }
}
