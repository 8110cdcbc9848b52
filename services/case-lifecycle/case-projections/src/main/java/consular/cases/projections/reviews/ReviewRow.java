package consular.cases.projections.reviews;

import consular.cases.domain.Applicant;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.refusals.Refusal;
import consular.cases.domain.refusals.Review;
import consular.cases.domain.refusals.ReviewClass;
import consular.cases.domain.refusals.ReviewState;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A review as it is stored.
 *
 * @param reviewed the id of the refusal; of a visa, a text that no refusal has for its id
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
        String reviewed,
        boolean isIssuance,
        ReviewClass reviewClass,
        ReviewState state,
        boolean isOpen,
        @Nullable LocalDate refusedOn,
        LocalDate target,
        @Nullable LocalDate deadline,
        @Nullable LocalDate overdueSince,
        LocalDate actBy,
        int urgency,
        String officer,
        @Nullable String reviewer) {
    private static final String ISSUANCE = "issuance:";

    /** Every refusal, and the visas that were ever selected for review. */
    static List<ReviewRow> of(CaseFile file) {
        return Stream.concat(
                        file.refusals().map(refusal -> of(file, refusal)),
                        file.applicants().stream().flatMap(applicant -> of(file, applicant)))
                .toList();
    }

    private static ReviewRow of(CaseFile file, Refusal refusal) {
        return new ReviewRow(
                file,
                refusal.cause().zone(),
                refusal.applicantId(),
                refusal.refusalId().value(),
                refusal.refusedOn(),
                refusal.straightforward() ? Priority.NORMAL : Priority.HIGH,
                refusal.officer(),
                refusal.review());
    }

    private static Stream<ReviewRow> of(CaseFile file, Applicant applicant) {
        var issuance = applicant.issuance();
        return issuance == null || !issuance.isSelected()
                ? Stream.empty()
                : Stream.of(new ReviewRow(
                        file,
                        issuance.zone(),
                        applicant.applicantId(),
                        ISSUANCE + applicant.applicantId().value(),
                        null,
                        Priority.NORMAL,
                        issuance.officer(),
                        issuance.review()));
    }

    private ReviewRow(
            CaseFile file,
            ZoneId zone,
            ApplicantId applicantId,
            String reviewed,
            @Nullable LocalDate refusedOn,
            Priority priority,
            OfficerId officer,
            Review review) {
        this(
                file.caseId().toString(),
                file.caseNumber(),
                file.post().value(),
                zone,
                applicantId.value(),
                reviewed,
                refusedOn == null,
                review.reviewClass(),
                review.state(),
                review.state().isOpen(),
                refusedOn,
                review.target(),
                review.deadline(),
                review.overdueSince(),
                Objects.requireNonNullElse(review.deadline(), review.target()),
                priority.urgency(),
                officer.value(),
                valueOf(review.reviewer()));
    }

    private static @Nullable String valueOf(@Nullable OfficerId officer) {
        return officer == null ? null : officer.value();
    }
}
