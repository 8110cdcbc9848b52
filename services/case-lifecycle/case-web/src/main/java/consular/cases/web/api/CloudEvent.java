package consular.cases.web.api;

import consular.cases.application.LogLine;
import consular.cases.application.StoredEvent;
import consular.cases.application.StoredQuasiRefusalEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * An event of the whole log in the JSON format of CloudEvents 1.0.
 *
 * @param source what kind of thing the subject is; with the id it names an event for ever
 * @param subject the id of the case or of the quasi-refusal
 * @param dataschema where the schema of the data is
 * @param position an extension attribute: its place in the whole log
 */
record CloudEvent(
        String specversion,
        String id,
        String source,
        String type,
        UUID subject,
        Instant time,
        String datacontenttype,
        String dataschema,
        @Nullable Long position,
        LogItem data) {

    static final String CASES = "urn:consular:cases";
    static final String QUASI_REFUSALS = "urn:consular:quasi-refusals";

    static CloudEvent of(LogLine line, String dataschema) {
        return new CloudEvent(
                "1.0",
                line.eventId(),
                switch (line) {
                    case StoredEvent _ -> CASES;
                    case StoredQuasiRefusalEvent _ -> QUASI_REFUSALS;
                },
                line.type(),
                line.subject(),
                line.stamp().recordedAt(),
                MediaType.APPLICATION_JSON_VALUE,
                dataschema,
                line.position(),
                switch (line) {
                    case StoredEvent event -> HistoryItem.of(event);
                    case StoredQuasiRefusalEvent event -> QuasiRefusalItem.of(event);
                });
    }
}
