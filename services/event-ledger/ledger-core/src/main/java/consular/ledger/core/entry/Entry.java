package consular.ledger.core.entry;

import consular.ledger.core.hash.Hash;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the log records of one event, in version 1. The content itself is not here but committed to, so that a person's data
 * can be destroyed while every hash still holds.
 *
 * @param streamId the stream, for instance one case
 * @param streamType what kind of aggregate the stream is of, or null if no aggregate applied the event
 * @param sequence its place in the stream, from 0, without holes
 * @param eventId unique in the log
 * @param type the name of the kind of event
 * @param revision the revision of that kind, or null if it has none
 * @param effectiveAt since when it counts, to the microsecond
 * @param recordedAt when it was recorded, to the microsecond
 * @param actor who did it
 * @param clear the commitment to the part that anyone may read; see {@link Commitments}
 * @param secret the commitment to the enciphered part, or null if there is none
 * @param previous the {@link Chain} behind the event before it in the stream
 */
public record Entry(
        UUID streamId,
        @Nullable String streamType,
        long sequence,
        UUID eventId,
        String type,
        @Nullable String revision,
        Instant effectiveAt,
        Instant recordedAt,
        String actor,
        Hash clear,
        @Nullable Hash secret,
        Hash previous) {

    /** The largest whole number that every JSON reader reads exactly. */
    public static final long MAX_SEQUENCE = (1L << 53) - 1;

    public Entry {
        if (sequence < 0 || sequence > MAX_SEQUENCE) {
            throw new IllegalArgumentException("a sequence is from 0 to 2^53 - 1: " + sequence);
        }
        if (streamType != null) {
            JsonText.requireText("streamType", streamType);
        }
        JsonText.requireText("type", type);
        JsonText.requireText("actor", actor);
        if (revision != null) {
            JsonText.requireText("revision", revision);
        }
        Timestamps.requireExact("effectiveAt", effectiveAt);
        Timestamps.requireExact("recordedAt", recordedAt);
    }

    /** The stream's {@link Slice}. */
    public int slice() {
        return Slice.of(streamId);
    }
}
