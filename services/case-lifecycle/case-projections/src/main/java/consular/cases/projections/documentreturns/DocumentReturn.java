package consular.cases.projections.documentreturns;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A refusal for which documents are held. Dates are post-local.
 *
 * @param post the code of the post
 * @param returnBy the last day on which they may be kept, if nothing suspends it
 */
public record DocumentReturn(
        UUID caseId,
        String caseNumber,
        String post,
        String applicantId,
        String refusalId,
        LocalDate refusedOn,
        LocalDate returnBy,
        CustodyState state) {}
