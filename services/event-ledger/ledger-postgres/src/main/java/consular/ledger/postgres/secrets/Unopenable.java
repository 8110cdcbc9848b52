package consular.ledger.postgres.secrets;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A secret part, or a wrapped key, that is not what it was when it was written. */
public final class Unopenable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unopenable(Place place, UUID person, String why, @Nullable Exception cause) {
        super(
                "the part of person %s in event %s (sequence %d of stream %s) does not open: %s"
                        .formatted(person, place.event(), place.sequence(), place.stream(), why),
                cause);
    }

    Unopenable(UUID person, String keyVersion, @Nullable Exception cause) {
        super("the data key of person %s does not open under version %s".formatted(person, keyVersion), cause);
    }
}
