package consular.cases.projections.feewindows;

import consular.cases.domain.FeeStatus;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The fee window of a finding that stands.
 *
 * @param post the code of the post
 * @param ground the provision, such as {@code 221(g)}
 * @param refusedOn post-local
 * @param feeWindowEnd the last day, post-local, on which evidence on this finding avoids a new fee
 * @param status of the fee on the post-local day of asking, which is one for all findings of an applicant: OPEN,
 *     COVERED or LAPSED
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
        FeeStatus status) {}
