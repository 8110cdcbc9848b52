package consular.ledger.postgres;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import consular.ledger.postgres.append.Stored;
import java.util.Optional;
import java.util.UUID;

/** Where this node stored the last events of the streams that it wrote to last, for whoever waits for their positions. */
final class RecentAppends {

    private static final int REMEMBERED = 10_000;

    private final Cache<UUID, Last> last =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** Remembers where the last event of a stream is stored. */
    void remember(UUID stream, long sequence, Stored where) {
        last.put(stream, new Last(sequence, where));
    }

    /** Where an event is stored, if it is the last that this node stored in its stream. */
    Optional<Stored> find(UUID stream, long sequence) {
        var known = last.getIfPresent(stream);
        return known != null && known.sequence == sequence ? Optional.of(known.where) : Optional.empty();
    }

    private record Last(long sequence, Stored where) {}
}
