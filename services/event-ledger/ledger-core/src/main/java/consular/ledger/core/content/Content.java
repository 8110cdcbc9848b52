package consular.ledger.core.content;

import consular.ledger.core.entry.Commitments;
import consular.ledger.core.entry.EntryCursor;
import consular.ledger.core.hash.Sha256;

/** What lies beside an entry in an export: the content that it commits to, as far as there is any. */
public final class Content {

    private final byte[] clear;
    private final Secret secret;

    /**
     * Content with a clear part.
     *
     * @param clear the bytes of the clear part; not copied
     */
    public Content(byte[] clear, Secret secret) {
        this.clear = clear;
        this.secret = secret;
    }

    /** The bytes of the clear part; not copied. */
    public byte[] clear() {
        return clear;
    }

    /** What there is of the secret part. */
    public Secret secret() {
        return secret;
    }

    /** The secret part. */
    public sealed interface Secret {}

    /** The event never had one. */
    public record None() implements Secret {}

    /** It was destroyed on purpose; the commitment is all that is left. */
    public record Erased() implements Secret {}

    /** It is there, enciphered. */
    public static final class Enciphered implements Secret {

        private final byte[] salt;
        private final byte[] keyCommitment;
        private final byte[] ciphertext;

        /** See {@link Commitments#secret}; the arrays are not copied, and evidence may have any length. */
        public Enciphered(byte[] salt, byte[] keyCommitment, byte[] ciphertext) {
            this.salt = salt;
            this.keyCommitment = keyCommitment;
            this.ciphertext = ciphertext;
        }

        /** What was mixed in, so that nobody guesses. */
        public byte[] salt() {
            return salt;
        }

        /** What only the right key gives. */
        public byte[] keyCommitment() {
            return keyCommitment;
        }

        /** What the key opens. */
        public byte[] ciphertext() {
            return ciphertext;
        }
    }

    /** Whether the secret part has been destroyed. */
    public boolean isErased() {
        return secret instanceof Erased;
    }

    /** Whether the entry commits to this clear part. */
    public boolean hasClearPartOf(EntryCursor entry, Sha256 sha256) {
        return sha256.hash(clear).equals(entry.clear());
    }

    /** Whether the entry commits to this secret part, or to one that may have been destroyed. */
    public boolean hasSecretPartOf(EntryCursor entry, Sha256 sha256) {
        return switch (secret) {
            case None() -> !entry.hasSecret();
            case Erased() -> entry.hasSecret();
            case Enciphered enciphered -> entry.hasSecret() && isCommittedTo(enciphered, entry, sha256);
        };
    }

    private static boolean isCommittedTo(Enciphered part, EntryCursor entry, Sha256 sha256) {
        return part.salt.length == Commitments.SALT_LENGTH
                && part.keyCommitment.length == Commitments.SALT_LENGTH
                && Commitments.secret(part.salt, part.keyCommitment, part.ciphertext, sha256)
                        .equals(entry.secret());
    }
}
