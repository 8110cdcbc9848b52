package consular.ledger.postgres.secrets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Wraps the keys of persons under the newest version of the key-encryption key. It goes in batches, each of which stays done; after
 * an interruption it goes on with what is left. Reading and writing go on meanwhile, on nodes that hold both versions. A key that does not
 * open is passed over, and stays as it is: it concerns one person, and is an alarm.
 */
public final class KeyRotation {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRotation.class);

    private static final int BATCH = 500;

    /** So many are named in the log, each on a line; the answer counts all. */
    private static final int NAMED = 100;

    private static final String NEXT = """
        select person, wrapped, key_version
        from data_key
        where wrapped is not null and key_version <> ? and (?::uuid is null or person > ?)
        order by person
        limit ?
        for update skip locked
        """;

    private static final String REPLACE = """
        update data_key
        set wrapped = ?, key_version = ?
        where person = ?
        """;

    private static final String LEFT = """
        select key_version, count(*) as keys
        from data_key
        where wrapped is not null and key_version <> ?
        group by key_version
        order by key_version
        """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final KeyWrapping wrapping;
    private final Vault vault;

    /**
     * Rotates to the newest of the versions that are held.
     *
     * @param vault told of the keys that do not open
     */
    public KeyRotation(JdbcClient jdbc, TransactionTemplate transaction, KeyWrapping wrapping, Vault vault) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.wrapping = wrapping;
        this.vault = vault;
    }

    /**
     * Wraps all keys anew that an older version wraps, but those that do not open: because they are damaged, or because the version that
     * wraps them is not held.
     *
     * @throws org.springframework.dao.DataAccessException if the database does not do it; what was done before stays done
     */
    public Rotated rotate() {
        var newest = wrapping.newest();
        var keys = 0L;
        var damaged = 0L;
        for (var batch = step(newest, null); batch.last != null; batch = step(newest, batch.last)) {
            keys += batch.wrapped;
            for (var failure : batch.failures) {
                tell(failure, damaged++);
            }
        }
        var left = left(newest);
        if (damaged > 0) {
            LOG.error(
                    "{} keys of persons do not open, and were not wrapped anew. Keep the versions {} of the"
                            + " key-encryption key until they are put right: ops/runbooks/keys-damaged.md",
                    damaged,
                    left.stream().map(Left::version).toList());
        }
        return new Rotated(
                newest,
                keys,
                damaged,
                left.stream().mapToLong(Left::keys).sum(),
                left.stream().map(Left::version).toList());
    }

    private void tell(Unopenable failure, long number) {
        vault.countDamagedKey();
        if (number < NAMED) {
            LOG.error("A stored key of a person is damaged, and stays as it is: {}", failure.getMessage());
        }
    }

    private Batch step(String newest, @Nullable UUID behind) {
        var done = transaction.execute(_ -> {
            var keys = jdbc.sql(NEXT)
                    .param(newest)
                    .param(behind)
                    .param(behind)
                    .param(BATCH)
                    .query((row, _) -> Wrapped.of(row))
                    .list();
            var failures = keys.stream()
                    .<Unopenable>mapMulti((key, failure) -> {
                        try {
                            wrapAnew(key, newest);
                        } catch (Unopenable unopenable) {
                            failure.accept(unopenable);
                        }
                    })
                    .toList();
            return new Batch(keys.size() - failures.size(), failures, keys.isEmpty() ? null : keys.getLast().person);
        });
        return done == null ? Batch.NONE : done;
    }

    private void wrapAnew(Wrapped old, String newest) {
        var key = DataKeyTable.unwrap(wrapping, old.person, old.version, old.bytes);
        jdbc.sql(REPLACE)
                .params(List.of(wrapping.wrap(key, DataKeyTable.context(old.person)), newest, old.person))
                .update();
    }

    private List<Left> left(String newest) {
        return jdbc.sql(LEFT)
                .param(newest)
                .query((row, _) -> new Left(row.getString("key_version"), row.getLong("keys")))
                .list();
    }

    /**
     * What became of a rotation.
     *
     * @param version the version that wraps now
     * @param keys how many keys were wrapped anew
     * @param damaged how many were passed over, as they do not open
     * @param left how many an older version still wraps: those that do not open, and those of persons who came meanwhile, through a node that
     *     does not hold the new version yet
     * @param needed the older versions that wrap them; a version that is not among them may go
     */
    public record Rotated(String version, long keys, long damaged, long left, List<String> needed) {

        /** Keeps a copy. */
        public Rotated {
            needed = List.copyOf(needed);
        }
    }

    private record Left(String version, long keys) {}

    private record Batch(
            int wrapped,
            List<Unopenable> failures,
            @Nullable UUID last) {
        static final Batch NONE = new Batch(0, List.of(), null);
    }

    @SuppressWarnings("ArrayRecordComponent") // they are handed on, and never compared
    private record Wrapped(UUID person, byte[] bytes, String version) {
        static Wrapped of(ResultSet row) throws SQLException {
            return new Wrapped(
                    row.getObject("person", UUID.class), row.getBytes("wrapped"), row.getString("key_version"));
        }
    }
}
