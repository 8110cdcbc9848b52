package consular.ledger.postgres;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the log, as it was stored: nothing is upcast or deserialized.
 *
 * @param position its place in the whole log, from 1; see {@link EventLog}
 * @param streamId the aggregate's identifier, or the event's own if no aggregate applied it
 * @param sequence its place in the stream, from 0, without holes
 * @param eventId unique in the log
 * @param type the name under which the event serializer stored the payload
 * @param revision the revision of that type, or null if it has none
 * @param metaData a JSON object; as with the payload, PostgreSQL chose the order of members and the white space
 * @param payload JSON
 * @param appendedAt the time of the message by the application's clock, to the microsecond; not necessarily ascending
 */
public record LoggedEvent(
        long position,
        String streamId,
        long sequence,
        String eventId,
        String type,
        @Nullable String revision,
        String metaData,
        String payload,
        Instant appendedAt) {}
