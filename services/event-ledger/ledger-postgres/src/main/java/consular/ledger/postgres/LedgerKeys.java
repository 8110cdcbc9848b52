package consular.ledger.postgres;

import consular.ledger.core.note.NoteSigner;
import consular.ledger.core.note.VerifierKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys of the log's checkpoints.
 *
 * @param signer signs them now; empty if the log is not signed
 * @param earlier those it signed with before, the newest first
 */
record LedgerKeys(Optional<NoteSigner> signer, List<VerifierKey> earlier) {

    private static final String EARLIER = "consular.ledger.earlier-keys";

    LedgerKeys {
        earlier = List.copyOf(earlier);
    }

    /** Reads them, and refuses what cannot be keys of this log. */
    static LedgerKeys of(LedgerProperties properties) {
        var keys = new LedgerKeys(
                SigningKey.of(properties),
                // a comma at the end of the setting, or two in a row, name no key
                properties.earlierKeys().stream()
                        .filter(key -> !key.isBlank())
                        .map(LedgerKeys::parse)
                        .toList());
        for (var key : keys.earlier()) {
            if (!key.name().equals(properties.origin())) {
                throw new IllegalStateException(
                        "%s names the key %s, and this log is called %s: a log keeps its name when its key changes"
                                .formatted(EARLIER, key.reference(), properties.origin()));
            }
        }
        if (new HashSet<>(keys.all()).size() < keys.all().size()) {
            throw new IllegalStateException(EARLIER
                    + " names a key twice, or the one of consular.ledger.signing-key, which is not an earlier one");
        }
        return keys;
    }

    private static VerifierKey parse(String text) {
        try {
            return VerifierKey.parse(text.strip());
        } catch (IllegalArgumentException notAKey) {
            throw new IllegalStateException(
                    EARLIER + " holds what is not a verifier key: " + notAKey.getMessage(), notAKey);
        }
    }

    /** What the checkpoints of this log are verified with, the key that signs now first. */
    List<VerifierKey> all() {
        return Stream.concat(signer.map(NoteSigner::verifier).stream(), earlier.stream())
                .toList();
    }
}
