package consular.ledger.postgres.secrets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Wraps the keys of persons under the newest version of the key-encryption key. It goes in batches, each of which stays done; after
 * an interruption it goes on with what is left. Reading and writing go on meanwhile, on nodes that hold both versions.
 */
public final class KeyRotation {

    private static final int BATCH = 500;

    private static final String NEXT = """
        select person, wrapped, key_version
        from data_key
        where wrapped is not null and key_version <> ?
        order by person
        limit ?
        for update skip locked
        """;

    private static final String REPLACE = """
        update data_key
        set wrapped = ?, key_version = ?
        where person = ?
        """;

    private static final String LEFT = "select count(*) from data_key where wrapped is not null and key_version <> ?";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final KeyWrapping wrapping;

    /** Rotates to the newest of the versions that are held. */
    public KeyRotation(JdbcClient jdbc, TransactionTemplate transaction, KeyWrapping wrapping) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.wrapping = wrapping;
    }

    /**
     * Wraps all keys anew that an older version wraps.
     *
     * @throws Unopenable if the version that wraps a key is not held; what was done before stays done
     */
    public Rotated rotate() {
        var newest = wrapping.newest();
        var total = 0L;
        for (var batch = step(newest); batch > 0; batch = step(newest)) {
            total += batch;
        }
        return new Rotated(newest, total, left(newest));
    }

    /** Does one batch, and answers how many keys it wrapped. */
    int step(String newest) {
        var done = transaction.execute(_ -> {
            var keys = jdbc.sql(NEXT)
                    .params(newest, BATCH)
                    .query((row, _) -> Wrapped.of(row))
                    .list();
            keys.forEach(key -> wrapAnew(key, newest));
            return keys;
        });
        return done == null ? 0 : done.size();
    }

    private void wrapAnew(Wrapped old, String newest) {
        var key = DataKeyTable.unwrap(wrapping, old.person, old.version, old.bytes);
        jdbc.sql(REPLACE)
                .params(List.of(wrapping.wrap(key, DataKeyTable.context(old.person)), newest, old.person))
                .update();
    }

    private long left(String newest) {
        return jdbc.sql(LEFT).param(newest).query(Long.class).single();
    }

    /**
     * What became of a rotation.
     *
     * @param version the version that wraps now
     * @param keys how many keys were wrapped anew
     * @param left how many an older version still wraps: those of persons who came meanwhile, through a node that does not hold the
     *     new version yet. The old version may go when nothing is left
     */
    public record Rotated(String version, long keys, long left) {}

    @SuppressWarnings("ArrayRecordComponent") // they are handed on, and never compared
    private record Wrapped(UUID person, byte[] bytes, String version) {
        static Wrapped of(ResultSet row) throws SQLException {
            return new Wrapped(
                    row.getObject("person", UUID.class), row.getBytes("wrapped"), row.getString("key_version"));
        }
    }
}
