package consular.ledger.core.content;

import consular.ledger.core.entry.Commitments;
import consular.ledger.core.entry.EntryCursor;
import consular.ledger.core.hash.Hash;
import consular.ledger.core.hash.Sha256;
import java.util.List;

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

    /** It is not there any more; the commitment is all that is left. Whether an erasure took it away, only the events of the log can tell. */
    public record Erased() implements Secret {}

    /** There are several, each under a key of its own. */
    public record Several(List<Part> parts) implements Secret {
        public Several {
            parts = List.copyOf(parts);
            if (parts.size() < 2) {
                throw new IllegalArgumentException("several parts are at least two, not " + parts.size());
            }
        }
    }

    /** One of several. */
    public sealed interface Part {}

    /** It is not there any more; what stands for it among the others is left. */
    public record ErasedPart(Hash commitment) implements Part {}

    /** It is there, enciphered. */
    public static final class Enciphered implements Secret, Part {

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

    /** Whether the secret part, or one of several, has been destroyed. */
    public boolean isErased() {
        return isErased(secret);
    }

    static boolean isErased(Secret secret) {
        return switch (secret) {
            case None(), Enciphered _ -> false;
            case Erased() -> true;
            case Several(var parts) -> parts.stream().anyMatch(ErasedPart.class::isInstance);
        };
    }

    /** Whether the entry commits to this clear part. */
    public boolean hasClearPartOf(EntryCursor entry, Sha256 sha256) {
        return sha256.hash(clear).equals(entry.clear());
    }

    /** Whether the entry commits to this secret part, or to one that may have been destroyed. */
    public boolean hasSecretPartOf(EntryCursor entry, Sha256 sha256) {
        return isSecretPartOf(entry, secret, sha256);
    }

    static boolean isSecretPartOf(EntryCursor entry, Secret secret, Sha256 sha256) {
        return switch (secret) {
            case None() -> !entry.hasSecret();
            case Erased() -> entry.hasSecret();
            case Enciphered enciphered -> entry.hasSecret() && isCommittedTo(List.of(enciphered), entry, sha256);
            case Several(var parts) -> entry.hasSecret() && isCommittedTo(parts, entry, sha256);
        };
    }

    private static boolean isCommittedTo(List<? extends Part> parts, EntryCursor entry, Sha256 sha256) {
        return parts.stream().allMatch(Content::isWellFormed)
                && Commitments.secretOf(
                                parts.stream()
                                        .map(part -> commitment(part, sha256))
                                        .toList(),
                                sha256)
                        .equals(entry.secret());
    }

    private static boolean isWellFormed(Part part) {
        return switch (part) {
            case ErasedPart _ -> true;
            case Enciphered it ->
                it.salt.length == Commitments.SALT_LENGTH && it.keyCommitment.length == Commitments.SALT_LENGTH;
        };
    }

    private static Hash commitment(Part part, Sha256 sha256) {
        return switch (part) {
            case ErasedPart(var commitment) -> commitment;
            case Enciphered it -> Commitments.secret(it.salt, it.keyCommitment, it.ciphertext, sha256);
        };
    }
}
