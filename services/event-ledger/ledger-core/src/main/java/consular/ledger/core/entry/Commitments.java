package consular.ledger.core.entry;

import consular.ledger.core.hash.Hash;
import consular.ledger.core.hash.Sha256;
import java.util.List;

/**
 * How an entry commits to content that it does not contain.
 *
 * <p>The secret part is committed to as it is stored, enciphered and salted, and never to the words themselves: a hash of a
 * name or of a birth date could be guessed. Without salt and ciphertext the commitment says nothing of what it was.
 */
public final class Commitments {

    /** The bytes of a salt, and of the commitment to the key. */
    public static final int SALT_LENGTH = 32;

    private static final byte SECRET = 0x02;
    private static final byte SEVERAL = 0x04;

    private Commitments() {}

    /** {@code c_clear}: SHA-256 over the bytes of the clear part. */
    public static Hash clear(byte[] clearPart) {
        return new Sha256().hash(clearPart);
    }

    /**
     * {@code c_secret}: SHA-256 over 0x02, the salt, the commitment to the key, and the ciphertext.
     *
     * @param salt 32 random bytes
     * @param keyCommitment 32 bytes that only the right key gives
     */
    public static Hash secret(byte[] salt, byte[] keyCommitment, byte[] ciphertext) {
        return secret(salt, keyCommitment, ciphertext, new Sha256());
    }

    /** The same with a digest at hand. */
    public static Hash secret(byte[] salt, byte[] keyCommitment, byte[] ciphertext, Sha256 sha256) {
        if (salt.length != SALT_LENGTH || keyCommitment.length != SALT_LENGTH) {
            // With parts of any length, bytes could be moved from one to the next under the same hash.
            throw new IllegalArgumentException("salt and key commitment have 32 bytes each");
        }
        return sha256.hash(SECRET, salt, keyCommitment, ciphertext);
    }

    /**
     * {@code c_secret} of an event that is about several persons: SHA-256 over 0x04 and the commitments to their parts, in
     * order. So one part can be destroyed and replaced by its commitment, while the others are still held to theirs.
     *
     * @param parts each as {@link #secret} gives it; for a single part, that is the whole commitment
     */
    public static Hash secretOf(List<Hash> parts, Sha256 sha256) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("no secret part to commit to");
        }
        return parts.size() == 1
                ? parts.getFirst()
                : sha256.hash(SEVERAL, parts.stream().map(Hash::bytes).toArray(byte[][]::new));
    }
}
