package consular.cases.application;

import consular.cases.domain.CaseEvent;
import consular.cases.domain.Stamp;
import consular.cases.domain.people.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * An event of the log.
 *
 * @param eventId its identity in the whole log
 * @param position its place in the whole log, rising in the order of commits; null while not known
 */
public record StoredEvent(
        CaseId caseId,
        String eventId,
        CaseEvent event,
        Stamp stamp,
        @Nullable Long position) {

    /** The plain name under which it is stored, such as {@code VisaRefused}. */
    public String type() {
        return event.getClass().getSimpleName();
    }
}
