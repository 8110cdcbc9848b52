package consular.ledger.core.note;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PrivateKey;

/** Signs notes with an Ed25519 key that has a name. */
public final class NoteSigner {

    private final VerifierKey verifier;
    private final PrivateKey key;

    /** Signs under a name. The two keys must belong together. */
    public NoteSigner(String name, KeyPair keys) {
        this.verifier = VerifierKey.of(name, keys.getPublic());
        this.key = keys.getPrivate();
        if (!verifier.verifies("", sign(""))) {
            throw new IllegalArgumentException("private and public key do not belong together");
        }
    }

    /** Signs a text. */
    public NoteSignature sign(String text) {
        return NoteSignature.of(
                verifier.name(), verifier.id(), Ed25519.sign(key, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** What to give those who are to verify. */
    public VerifierKey verifier() {
        return verifier;
    }
}
