package consular.ledger.core.verification;

import consular.ledger.core.entry.Commitments;
import consular.ledger.core.entry.EntryCursor;

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
    }

    boolean isErased() {
        return secret instanceof Erased;
    }

    boolean hasClearPartOf(EntryCursor entry) {
        return Commitments.clear(clear).equals(entry.clear());
    }

    boolean hasSecretPartOf(EntryCursor entry) {
        return switch (secret) {
            case None() -> !entry.hasSecret();
            case Erased() -> entry.hasSecret();
            case Enciphered enciphered -> entry.hasSecret() && isCommittedTo(enciphered, entry);
        };
    }

    private static boolean isCommittedTo(Enciphered part, EntryCursor entry) {
        return part.salt.length == Commitments.SALT_LENGTH
                && part.keyCommitment.length == Commitments.SALT_LENGTH
                && Commitments.secret(part.salt, part.keyCommitment, part.ciphertext)
                        .equals(entry.secret());
    }
}
