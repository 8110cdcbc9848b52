package consular.cases.projections.reviews;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.refusals.Refusal;
import consular.cases.domain.refusals.ReviewClass;
import consular.cases.domain.refusals.ReviewState;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A review as it is stored.
 *
 * @param isOpen whether somebody is expected to act
 * @param actBy the deadline, or the target where there is none
 * @param urgency what the priority is sorted by
 */
record ReviewRow(
        String caseId,
        String caseNumber,
        String post,
        ZoneId zone,
        String applicantId,
        String refusalId,
        ReviewClass reviewClass,
        ReviewState state,
        boolean isOpen,
        LocalDate refusedOn,
        LocalDate target,
        @Nullable LocalDate deadline,
        @Nullable LocalDate overdueSince,
        LocalDate actBy,
        int urgency,
        String officer,
        @Nullable String reviewer) {

    static List<ReviewRow> of(CaseFile file) {
        return file.refusals().map(refusal -> of(file, refusal)).toList();
    }

    private static ReviewRow of(CaseFile file, Refusal refusal) {
        var review = refusal.review();
        var deadline = review.deadline();
        var reviewer = review.reviewer();
        var priority = refusal.straightforward() ? Priority.NORMAL : Priority.HIGH;
        return new ReviewRow(
                file.caseId().toString(),
                file.caseNumber(),
                file.post().value(),
                refusal.cause().zone(),
                refusal.applicantId().value(),
                refusal.refusalId().value(),
                review.reviewClass(),
                review.state(),
                review.state().isOpen(),
                refusal.refusedOn(),
                review.target(),
                deadline,
                review.overdueSince(),
                deadline == null ? review.target() : deadline,
                priority.urgency(),
                refusal.officer().value(),
                reviewer == null ? null : reviewer.value());
    }
}
