package consular.cases.projections.feewindows;

import consular.cases.domain.refusals.FindingStatus;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The fee window of a finding, whatever became of the finding.
 *
 * @param post the code of the post
 * @param ground the provision, such as {@code 221(g)}
 * @param refusedOn post-local
 * @param feeWindowEnd the last day, post-local, on which evidence on this finding avoids a new fee
 * @param status of this window alone, at the time of asking; the applicant's {@code feeStatus} follows the most
 *     favourable window of the findings that stand
 * @param findingStatus whether the finding stands, and if not, why
 */
public record FeeWindow(
        UUID caseId,
        String caseNumber,
        String post,
        String applicantId,
        String refusalId,
        String findingId,
        String ground,
        LocalDate refusedOn,
        LocalDate feeWindowEnd,
        FeeWindowStatus status,
        FindingStatus findingStatus) {}
