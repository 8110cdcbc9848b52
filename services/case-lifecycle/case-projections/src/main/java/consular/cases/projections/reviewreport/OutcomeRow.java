package consular.cases.projections.reviewreport;

import consular.cases.domain.Applicant;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.refusals.Refusal;
import consular.cases.domain.refusals.Review;
import consular.cases.domain.refusals.ReviewState;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * The outcome of a review, as it is stored.
 *
 * @param reviewed the id of the refusal; of a visa, a text that no refusal has for its id
 * @param post where the officer refused or issued, wherever the case is now
 * @param officer who refused or issued
 * @param days calendar days from the refusal or issuance to the outcome
 */
record OutcomeRow(
        String caseId,
        String reviewed,
        boolean isIssuance,
        String post,
        String officer,
        ReviewState outcome,
        LocalDate closedOn,
        long days) {

    static List<OutcomeRow> of(CaseFile file) {
        return Stream.concat(
                        file.refusals().flatMap(refusal -> of(file, refusal)),
                        file.applicants().stream().flatMap(applicant -> of(file, applicant)))
                .toList();
    }

    private static Stream<OutcomeRow> of(CaseFile file, Refusal refusal) {
        return of(
                file,
                refusal.refusalId().value(),
                false,
                refusal.post(),
                refusal.officer(),
                refusal.refusedOn(),
                refusal.review());
    }

    private static Stream<OutcomeRow> of(CaseFile file, Applicant applicant) {
        var issuance = applicant.issuance();
        return issuance == null
                ? Stream.empty()
                : of(
                        file,
                        "issuance:" + applicant.applicantId().value(),
                        true,
                        issuance.post(),
                        issuance.officer(),
                        issuance.issuedOn(),
                        issuance.review());
    }

    /** None where the officer reversed the refusal before any supervisor saw it: that was no review. */
    private static Stream<OutcomeRow> of(
            CaseFile file,
            String reviewed,
            boolean isIssuance,
            PostCode post,
            OfficerId officer,
            LocalDate decidedOn,
            Review review) {
        var closedOn = review.closedOn();
        return closedOn == null || review.reviewer() == null
                ? Stream.of()
                : Stream.of(new OutcomeRow(
                        file.caseId().toString(),
                        reviewed,
                        isIssuance,
                        post.value(),
                        officer.value(),
                        review.state(),
                        closedOn,
                        ChronoUnit.DAYS.between(decidedOn, closedOn)));
    }
}
