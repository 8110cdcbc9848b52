package consular.ledger.postgres.secrets;

import org.jspecify.annotations.Nullable;

/**
 * An event as the serializer wrote it.
 *
 * @param streamId what the application calls the stream
 * @param type the name under which it is stored
 * @param revision the revision of that, or null if it has none
 * @param metaData JSON in UTF-8, without a line break; not copied
 * @param payload JSON in UTF-8; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // they are handed on, and never compared
public record PlainEvent(
        String streamId, String type, @Nullable String revision, byte[] metaData, byte[] payload) {

    /** The same with other contents. */
    public PlainEvent with(byte[] otherMetaData, byte[] otherPayload) {
        return new PlainEvent(streamId, type, revision, otherMetaData, otherPayload);
    }
}
