package consular.ledger.postgres;

import consular.ledger.core.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The identifier under which the log has what the application calls by some text. A UUID in its usual spelling stands for itself; any
 * other text, and a UUID of version 8, for one of version 8 (RFC 9562) that is made of the text's SHA-256. So an identifier of
 * version 8 has a name and no other has one, and the name is bound to the evidence.
 *
 * @param name the text, or null if it is the UUID's own
 */
record LedgerIds(UUID id, @Nullable String name) {

    private static final int LENGTH = 36;
    private static final int NAMED = 8;
    private static final long VERSION_BITS = 0xf000L;
    private static final long VERSION = 0x8000L;
    private static final long VARIANT_BITS = 0xc000_0000_0000_0000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    static LedgerIds of(String text) {
        if (text.length() == LENGTH && text.charAt(8) == '-') {
            try {
                var id = UUID.fromString(text);
                if (id.version() != NAMED && id.toString().equals(text)) {
                    return new LedgerIds(id, null);
                }
            } catch (IllegalArgumentException _) {
                // a name of the same length
            }
        }
        var hash = new Sha256().hash(text.getBytes(StandardCharsets.UTF_8));
        return new LedgerIds(
                new UUID((hash.first() & ~VERSION_BITS) | VERSION, (hash.second() & ~VARIANT_BITS) | VARIANT), text);
    }

    /**
     * What the application calls it, as it is stored.
     *
     * @throws DamagedLog if that is not the name that the identifier was made of
     */
    static String text(UUID id, @Nullable String name) {
        if (name == null ? id.version() == NAMED : !of(name).id.equals(id)) {
            throw new DamagedLog("%s is not the identifier of '%s'".formatted(id, name == null ? id : name));
        }
        return name == null ? id.toString() : name;
    }
}
