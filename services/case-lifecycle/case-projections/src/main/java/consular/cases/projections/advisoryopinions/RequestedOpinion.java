package consular.cases.projections.advisoryopinions;

import consular.cases.domain.opinions.OpinionOrigin;
import consular.cases.domain.opinions.OpinionState;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An advisory opinion asked of the Department. Dates are post-local.
 *
 * @param post the code of the post
 * @param refusalId the refusal of that finding, or the one that a reviewer referred
 * @param findingId the 221(g) finding it was asked on; null when a reviewer referred the case
 * @param nextFollowUpOn when to ask again: the legal day, not rolled to a working day; null once answered
 */
public record RequestedOpinion(
        UUID caseId,
        String caseNumber,
        String post,
        String applicantId,
        String refusalId,
        @Nullable String findingId,
        String advisoryOpinionId,
        OpinionOrigin origin,
        OpinionState state,
        LocalDate requestedOn,
        @Nullable LocalDate nextFollowUpOn) {}
