package consular.cases.projections.classentries;

import consular.cases.domain.refusals.ClassEntryState;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A refusal that goes to CLASS.
 *
 * @param post the code of the post where the case is
 * @param refusedOn post-local
 * @param grounds the provisions of INA 212(a) that it rests on, such as {@code 212(a)(6)(C)(i)}, each once
 * @param state QUEUED, or SENT once the endpoint of CLASS has acknowledged the entry
 * @param deletionRequested whether the deletion of the entry has been asked for; the entry is listed still
 */
public record RefusalInClass(
        UUID caseId,
        String caseNumber,
        String post,
        String applicantId,
        String refusalId,
        LocalDate refusedOn,
        EntryKind kind,
        List<String> grounds,
        ClassEntryState state,
        boolean deletionRequested) {
    public RefusalInClass {
        grounds = List.copyOf(grounds);
    }
}
