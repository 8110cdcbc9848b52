package consular.cases.projections.reviews;

import consular.cases.domain.refusals.ReviewClass;
import consular.cases.domain.refusals.ReviewState;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A refusal and its review, or a visa that was selected for review. Dates are post-local.
 *
 * @param post the code of the post
 * @param refusalId null of a visa issued, which is the applicant's
 * @param reviewClass how far it must be reviewed; clients see this member as {@code class}, which Java does not let a
 *     component be called
 * @param refusedOn null of a visa issued
 * @param target the day on which it should be reviewed: that of the refusal or issuance
 * @param deadline the last day in time; null where the law sets none
 * @param daysLeft days from today at the post to the deadline, negative once it has passed; null without a deadline and
 *     once there is an outcome
 * @param overdueSince the day on which the limit had passed unreviewed; stays when it is reviewed later, and
 *     not when it had been reviewed in time and that was entered later
 * @param priority HIGH when the officer called the refusal not straightforward
 * @param officer who refused or issued
 * @param reviewer null until somebody reviewed
 */
public record RefusalReview(
        UUID caseId,
        String caseNumber,
        String post,
        String applicantId,
        @Nullable String refusalId,
        ReviewClass reviewClass,
        ReviewState state,
        @Nullable LocalDate refusedOn,
        LocalDate target,
        @Nullable LocalDate deadline,
        @Nullable Long daysLeft,
        @Nullable LocalDate overdueSince,
        Priority priority,
        String officer,
        @Nullable String reviewer) {}
