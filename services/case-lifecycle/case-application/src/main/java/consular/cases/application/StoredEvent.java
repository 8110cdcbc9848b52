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
 * @param position its place in the whole log, rising in the order of commits; null while not known
 */
public record StoredEvent(
        CaseId caseId,
        String eventId,
        CaseEvent event,
        Stamp stamp,
        @Nullable Long position) implements LogLine {

    @Override
    public UUID subject() {
        return caseId.value();
    }

    @Override
    public String type() {
        return event.getClass().getSimpleName();
    }
}
