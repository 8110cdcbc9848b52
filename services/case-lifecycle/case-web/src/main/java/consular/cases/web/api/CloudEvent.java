package consular.cases.web.api;

import consular.cases.application.StoredEvent;
import consular.cases.domain.people.CaseId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * An event of the whole log in the JSON format of CloudEvents 1.0.
 *
 * @param position an extension attribute: its place in the whole log
 */
record CloudEvent(
        String specversion,
        String id,
        String source,
        String type,
        CaseId subject,
        Instant time,
        String datacontenttype,
        @Nullable Long position,
        HistoryItem data) {

    /** One log, so one source; with the id it names an event for ever. */
    static final String SOURCE = "urn:consular:cases";

    static CloudEvent of(StoredEvent event) {
        return new CloudEvent(
                "1.0",
                event.eventId(),
                SOURCE,
                event.type(),
                event.caseId(),
                event.stamp().recordedAt(),
                MediaType.APPLICATION_JSON_VALUE,
                event.position(),
                HistoryItem.of(event));
    }
}
