package consular.ledger.postgres.append;

import consular.ledger.core.hash.Hash;
import consular.ledger.postgres.secrets.StoredPart;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is about to be stored.
 *
 * @param stream its stream
 * @param sequence its place in the stream
 * @param eventId unique in the log
 * @param eventName what the application calls the event, or null if that is {@code eventId}
 * @param slice the stream's slice
 * @param effectiveAt in a form that PostgreSQL reads, to the microsecond
 * @param recordedAt likewise
 * @param clear the bytes that anyone may read; not copied
 * @param secrets the parts under keys of persons
 * @param previous the stream's chain before this event, as its writer knows it
 * @param chain the stream's chain behind this event
 * @param leaf what stands for it in the tree
 */
@SuppressWarnings("ArrayRecordComponent") // it is written, and never compared
public record NewEvent(
        Stream stream,
        long sequence,
        UUID eventId,
        @Nullable String eventName,
        int slice,
        String type,
        @Nullable String revision,
        String effectiveAt,
        String recordedAt,
        String actor,
        byte[] clear,
        List<StoredPart.Sealed> secrets,
        Hash previous,
        Hash chain,
        Hash leaf) {

    public NewEvent {
        secrets = List.copyOf(secrets);
    }

    /**
     * The stream of an event.
     *
     * @param type what kind of aggregate it is, or null if none
     * @param name what the application calls it, or null if that is {@code id}
     */
    public record Stream(
            UUID id, @Nullable String type, @Nullable String name) {}
}
