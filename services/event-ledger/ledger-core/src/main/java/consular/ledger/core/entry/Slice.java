package consular.ledger.core.entry;

import consular.ledger.core.hash.Bytes;
import consular.ledger.core.hash.Hash;
import consular.ledger.core.hash.Sha256;
import java.util.UUID;

/**
 * Which of 1,024 slices a stream belongs to, so that a log can be split over databases without being rewritten.
 *
 * <p>Version 1, for entries of version 1: the first two bytes of SHA-256 over the sixteen bytes of the stream's id, read
 * as a number with the most significant byte first, modulo 1,024. It never changes; PostgreSQL reckons it as
 * {@code (get_byte(h, 0) * 256 + get_byte(h, 1)) % 1024} with {@code h = sha256(uuid_send(stream_id))}.
 */
public final class Slice {

    /** How many slices there are. */
    public static final int COUNT = 1024;

    private Slice() {}

    /** The slice of a stream, from 0 to 1,023. */
    public static int of(UUID streamId) {
        return of(streamId.getMostSignificantBits(), streamId.getLeastSignificantBits(), new Sha256());
    }

    /** The same for the two halves of an id, with a digest at hand. */
    public static int of(long streamHigh, long streamLow, Sha256 sha256) {
        var bytes = new byte[Hash.LENGTH];
        Bytes.putLong(bytes, 0, streamHigh);
        Bytes.putLong(bytes, 8, streamLow);
        sha256.digest(bytes, 0, 16, bytes, 0);
        return (int) (Bytes.longAt(bytes, 0) >>> 48) % COUNT;
    }
}
