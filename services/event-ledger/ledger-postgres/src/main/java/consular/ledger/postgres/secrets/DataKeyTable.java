package consular.ledger.postgres.secrets;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys of persons, as they are stored: wrapped. */
final class DataKeyTable {

    private static final String FIND = """
        select person, wrapped, key_version, erased_under
        from data_key
        where person = any (?::uuid[])
        """;

    private static final String ERASURES = "select number from erasure_count";

    private final JdbcClient jdbc;
    private final KeyWrapping wrapping;
    private final AtomicLong damaged = new AtomicLong();

    DataKeyTable(JdbcClient jdbc, KeyWrapping wrapping) {
        this.jdbc = jdbc;
        this.wrapping = wrapping;
    }

    Map<UUID, DataKey> find(Collection<UUID> persons) {
        var keys = new HashMap<UUID, DataKey>();
        jdbc.sql(FIND).param(persons.toArray(UUID[]::new)).query((ResultSet row) -> {
            var person = row.getObject("person", UUID.class);
            keys.put(person, key(person, row));
        });
        return keys;
    }

    private DataKey key(UUID person, ResultSet row) throws SQLException {
        var wrapped = row.getBytes("wrapped");
        return wrapped == null
                ? new DataKey.Destroyed(row.getLong("erased_under"))
                : new DataKey.Usable(unwrap(person, row.getString("key_version"), wrapped));
    }

    private byte[] unwrap(UUID person, String version, byte[] wrapped) {
        try {
            return unwrap(wrapping, person, version, wrapped);
        } catch (Unopenable unopenable) {
            countDamaged();
            throw unopenable;
        }
    }

    static byte[] unwrap(KeyWrapping wrapping, UUID person, String version, byte[] wrapped) {
        try {
            return wrapping.unwrap(version, wrapped, context(person));
        } catch (GeneralSecurityException refused) {
            throw new Unopenable(person, version, refused);
        }
    }

    /** A key wrapped for one person is of no use for another. */
    static byte[] context(UUID person) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(person.getMostSignificantBits())
                .putLong(person.getLeastSignificantBits())
                .array();
    }

    /** A key for a person; it is not stored yet. */
    NewKey make(UUID person, long knownErasures) {
        var key = Gcm.random(Gcm.KEY_LENGTH);
        return new NewKey(person, key, wrapping.newest(), wrapping.wrap(key, context(person)), knownErasures);
    }

    /**
     * Tries some of the keys that are stored.
     *
     * @throws Unopenable if the key-encryption key is evidently another than the one that wrapped them, or lacks a version
     */
    void requireOpenable() {
        damaged.addAndGet(new StoredKeys(jdbc, wrapping).requireOpenable());
    }

    void countDamaged() {
        damaged.incrementAndGet();
    }

    /** How often a stored key did not open. */
    long damaged() {
        return damaged.get();
    }

    /** How many erasures there were. */
    long erasures() {
        return jdbc.sql(ERASURES).query(Long.class).single();
    }
}
