package consular.ledger.core.note;

import consular.ledger.core.hash.Bytes;
import consular.ledger.core.hash.StrictBase64;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * One signature under a note.
 *
 * @param keyName the name of the key
 * @param blob base64 of the key's id in four bytes and of the signature itself
 */
public record NoteSignature(String keyName, String blob) {

    static final int ID_LENGTH = 4;

    public NoteSignature {
        if (!isValid(keyName, blob)) {
            throw new IllegalArgumentException("not a signature: " + keyName + " " + blob);
        }
    }

    static boolean isValid(String keyName, String blob) {
        return KeyNames.isValid(keyName)
                && StrictBase64.decode(blob)
                        .filter(bytes -> bytes.length > ID_LENGTH)
                        .isPresent();
    }

    static NoteSignature of(String keyName, int keyId, byte[] signature) {
        var bytes = new byte[ID_LENGTH + signature.length];
        Bytes.putInt(bytes, 0, keyId);
        System.arraycopy(signature, 0, bytes, ID_LENGTH, signature.length);
        return new NoteSignature(keyName, StrictBase64.encode(bytes));
    }

    /** The id of the key, as the signature has it. */
    public int keyId() {
        return Bytes.intAt(bytes(), 0);
    }

    /** The key that the signature claims to be by, as {@link VerifierKey#reference} has it. */
    public String reference() {
        return keyName + "+" + HexFormat.of().toHexDigits(keyId());
    }

    byte[] signature() {
        var bytes = bytes();
        return Arrays.copyOfRange(bytes, ID_LENGTH, bytes.length);
    }

    private byte[] bytes() {
        return StrictBase64.decode(blob).orElseThrow();
    }
}
