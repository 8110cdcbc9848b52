package consular.ledger.postgres;

import consular.ledger.core.hash.Hash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event, as it was given to the log: nothing is upcast or deserialized. What was erased of it since stays out, and the
 * application has put something in its place.
 *
 * @param position how many events the log has up to and including this one; null while it has no place yet, for a few
 *     milliseconds after it was stored, and where it was not asked for. Its index in the log's tree is one less
 * @param streamType what kind of aggregate applied it, or null if none did
 * @param streamId the aggregate's identifier, or the event's own if no aggregate applied it
 * @param sequence its place in the stream, from 0, without holes
 * @param eventId unique in the log
 * @param type the name under which the event serializer stored the payload
 * @param revision the revision of that type, or null if it has none
 * @param metaData a JSON object, as the serializer wrote it
 * @param payload JSON, as the serializer wrote it
 * @param actor who did it
 * @param effectiveAt since when it counts, to the microsecond
 * @param recordedAt when it was recorded, to the microsecond; not necessarily ascending
 * @param chain the stream's chain behind it
 * @param leaf what stands for it in the tree
 */
public record LoggedEvent(
        @Nullable Long position,
        @Nullable String streamType,
        String streamId,
        long sequence,
        String eventId,
        String type,
        @Nullable String revision,
        String metaData,
        String payload,
        String actor,
        Instant effectiveAt,
        Instant recordedAt,
        Hash chain,
        Hash leaf) {

    /** The same with other contents. */
    public LoggedEvent with(String otherMetaData, String otherPayload) {
        return new LoggedEvent(
                position,
                streamType,
                streamId,
                sequence,
                eventId,
                type,
                revision,
                otherMetaData,
                otherPayload,
                actor,
                effectiveAt,
                recordedAt,
                chain,
                leaf);
    }

    /** The event in the position, where it has one. */
    long requirePosition() {
        return java.util.Objects.requireNonNull(position, "the event has no place in the log yet");
    }
}
