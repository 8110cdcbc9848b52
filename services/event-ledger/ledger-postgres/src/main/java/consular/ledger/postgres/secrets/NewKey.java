package consular.ledger.postgres.secrets;

import java.util.UUID;

/**
 * A key for a person who has none, which is stored with the first events about that person, or not at all.
 *
 * @param dataKey what seals, never stored
 * @param version the version of the key-encryption key that wraps it
 * @param wrapped what is stored of it
 * @param erasures how many erasures the node knew of when it made the key
 */
@SuppressWarnings("ArrayRecordComponent") // it is handed on, and never compared
public record NewKey(UUID person, byte[] dataKey, String version, byte[] wrapped, long erasures) {

    /** It holds a key, which no log may show. */
    @Override
    public String toString() {
        return "a key for " + person;
    }
}
