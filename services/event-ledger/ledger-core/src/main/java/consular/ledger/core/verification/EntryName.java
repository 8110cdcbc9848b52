package consular.ledger.core.verification;

import java.util.UUID;

/**
 * Which entry is meant.
 *
 * @param index its place in the log, from 0
 * @param streamId the stream it says it belongs to
 * @param sequence the place in the stream that it says it has
 */
public record EntryName(long index, UUID streamId, long sequence) {

    @Override
    public String toString() {
        return "entry " + index + " (event " + sequence + " of stream " + streamId + ")";
    }
}
