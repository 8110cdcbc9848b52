package consular.ledger.postgres;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import consular.ledger.core.entry.Chain;
import consular.ledger.core.hash.Hash;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The chains behind the events that were read or stored last, for whoever appends next. What is stored never changes,
 * unless the database loses commits: then an append is refused, and its stream forgotten here. */
final class StreamChains {

    static final String CHAIN = "select chain from event where stream_id = ? and sequence = ?";

    private static final int REMEMBERED = 100_000;

    private final JdbcClient jdbc;
    private final Cache<UUID, End> ends =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    StreamChains(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The chain in front of an event, or empty if the stream does not reach up to it. */
    Optional<Hash> before(UUID stream, long sequence) {
        if (sequence == 0) {
            return Optional.of(Chain.START);
        }
        var end = ends.getIfPresent(stream);
        return end != null && end.sequence == sequence - 1
                ? Optional.of(end.chain)
                : jdbc.sql(CHAIN)
                        .params(stream, sequence - 1)
                        .query((row, _) -> Hash.at(row.getBytes(1), 0))
                        .optional();
    }

    /** Remembers what is stored. */
    void remember(UUID stream, long sequence, Hash chain) {
        ends.put(stream, new End(sequence, chain));
    }

    /** Asks the database the next time. */
    void forget(UUID stream) {
        ends.invalidate(stream);
    }

    private record End(long sequence, Hash chain) {}
}
