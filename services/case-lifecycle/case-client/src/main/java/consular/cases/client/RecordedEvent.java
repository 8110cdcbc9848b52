package consular.cases.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a command brought about.
 *
 * @param eventId null when it was only tried out
 * @param type the name of the event, such as {@code VisaRefused}
 * @param sequence its place in the case, from 0
 * @param effectiveAt since when it holds in law
 * @param recordedAt when the service learned of it
 * @param payload what happened; ids that the service makes are here, such as {@code refusalId}
 */
public record RecordedEvent(
        @Nullable String eventId,
        String type,
        long sequence,
        Instant effectiveAt,
        Instant recordedAt,
        JsonNode payload) {}
