package consular.ledger.postgres.secrets;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Where a secret part belongs. It opens there and nowhere else. */
public record Place(UUID stream, long sequence, UUID event) {

    /** What the cipher binds the part of a person to. */
    byte[] of(UUID person) {
        return ByteBuffer.allocate(7 * Long.BYTES)
                .putLong(stream.getMostSignificantBits())
                .putLong(stream.getLeastSignificantBits())
                .putLong(sequence)
                .putLong(event.getMostSignificantBits())
                .putLong(event.getLeastSignificantBits())
                .putLong(person.getMostSignificantBits())
                .putLong(person.getLeastSignificantBits())
                .array();
    }
}
