package consular.ledger.postgres.secrets;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keys of the application's own, for what it has to keep secret beside the log. They stand among those of persons: wrapped as these
 * are, and wrapped anew when these are.
 */
public final class ServiceKeys {

    private static final String KEEP = """
        insert into data_key (person, wrapped, key_version)
        values (?, ?, ?)
        on conflict (person) do nothing
        """;

    private final JdbcClient jdbc;
    private final TransactionTemplate itsOwn;
    private final DataKeyTable table;

    /** Keeps them through a transaction of its own: whoever was given a key may rely on it, whatever becomes of the caller's. */
    public ServiceKeys(JdbcClient jdbc, TransactionTemplate itsOwn, KeyWrapping wrapping) {
        this.jdbc = jdbc;
        this.itsOwn = itsOwn;
        this.table = new DataKeyTable(jdbc, wrapping);
    }

    /**
     * The key for a purpose, 32 bytes, the same on every node and for ever. It is made when it is asked for first.
     *
     * @param purpose an id that no person has
     * @throws Unopenable if the version of the key-encryption key that wraps it is not held
     */
    public byte[] of(UUID purpose) {
        var kept = itsOwn.execute(_ -> {
            if (table.find(List.of(purpose)).isEmpty()) {
                var made = table.make(purpose, 0);
                jdbc.sql(KEEP).params(purpose, made.wrapped(), made.version()).update();
            }
            return table.find(List.of(purpose)).get(purpose);
        });
        if (kept instanceof DataKey.Usable(var key)) {
            return key.clone();
        }
        throw new IllegalStateException("the key for " + purpose + " was destroyed");
    }
}
