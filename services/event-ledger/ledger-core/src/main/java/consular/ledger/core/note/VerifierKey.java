package consular.ledger.core.note;

import consular.ledger.core.hash.Sha256;
import consular.ledger.core.hash.StrictBase64;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;

/** An Ed25519 public key with a name: what someone who trusts a log has been given beforehand. */
public final class VerifierKey {

    private static final byte TYPE = 0x01;

    private final String name;
    private final byte[] typed;
    private final PublicKey key;

    private VerifierKey(String name, byte[] publicKey) {
        if (!KeyNames.isValid(name)) {
            throw new IllegalArgumentException("a key name is not empty and holds neither spaces nor a plus: " + name);
        }
        this.name = name;
        this.typed = new byte[1 + Ed25519.KEY_LENGTH];
        this.typed[0] = TYPE;
        System.arraycopy(publicKey, 0, typed, 1, Ed25519.KEY_LENGTH);
        this.key = Ed25519.decode(publicKey);
    }

    /** Names a public key. */
    public static VerifierKey of(String name, PublicKey key) {
        return new VerifierKey(name, Ed25519.encode(key));
    }

    /** Reads {@code name+id+key}, the id in hexadecimal and the key in base64; anything else is the caller's mistake. */
    public static VerifierKey parse(String text) {
        var parts = text.split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a verifier key is a name, an id and a key, joined by plus: " + text);
        }
        var typed = StrictBase64.decode(parts[2])
                .orElseThrow(() -> new IllegalArgumentException("the key is not base64: " + text));
        if (typed.length != 1 + Ed25519.KEY_LENGTH || typed[0] != TYPE) {
            throw new IllegalArgumentException("the key is not one of Ed25519: " + text);
        }
        var key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of().toHexDigits(key.id()).equals(parts[1])) {
            throw new IllegalArgumentException("the id is not that of the name and key: " + text);
        }
        return key;
    }

    /** What the key is called. */
    public String name() {
        return name;
    }

    /** The first four bytes of the hash of name and key, by which signatures refer to it. */
    public int id() {
        var id = new Sha256().hash(name.getBytes(StandardCharsets.UTF_8), new byte[] {'\n'}, typed);
        return (int) (id.first() >>> 32);
    }

    /** {@code name+id}: how it is told from others where there is no need for the key itself. */
    public String reference() {
        return name + "+" + HexFormat.of().toHexDigits(id());
    }

    /** Whether the signature claims to be by this key. */
    boolean isNamedBy(NoteSignature signature) {
        return signature.keyName().equals(name) && signature.keyId() == id();
    }

    /** Whether the signature is by this key, and under this text. */
    boolean verifies(String text, NoteSignature signature) {
        return isNamedBy(signature)
                && Ed25519.verifies(key, text.getBytes(StandardCharsets.UTF_8), signature.signature());
    }

    /** {@code name+id+key}, as {@link #parse} reads it. */
    @Override
    public String toString() {
        return reference() + "+" + StrictBase64.encode(typed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
