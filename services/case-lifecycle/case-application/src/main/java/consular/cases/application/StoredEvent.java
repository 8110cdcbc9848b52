package consular.cases.application;

import consular.cases.domain.CaseEvent;
import consular.cases.domain.Stamp;
import consular.cases.domain.people.CaseId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event of a case, as the log has it.
 *
 * @param eventId its identity in the whole log
 * @param position its place in the whole log, from 1; null while not known
 * @param hash what stands for it in the log's tree, in hexadecimal; null while not known
 * @param imported that it was brought in from elsewhere; null if it was recorded here
 */
public record StoredEvent(
        CaseId caseId,
        String eventId,
        CaseEvent event,
        Stamp stamp,
        @Nullable Long position,
        @Nullable String hash,
        @Nullable ImportMark imported)
        implements LogLine {

    /** An event that is not in the log yet, or was not asked where. */
    public StoredEvent(CaseId caseId, String eventId, CaseEvent event, Stamp stamp, @Nullable Long position) {
        this(caseId, eventId, event, stamp, position, null, null);
    }

    @Override
    public UUID subject() {
        return caseId.value();
    }

    @Override
    public String type() {
        return event.getClass().getSimpleName();
    }

    @Override
    public String revision() {
        return CaseRevisions.revisionOf(event.getClass());
    }
}
