package consular.ledger.core.hash;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 by the JDK, one instance used over and over. Not for several threads at once. */
public final class Sha256 {

    private final MessageDigest digest;
    private final byte[] result = new byte[Hash.LENGTH];

    /** A digest of one's own. */
    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** Hashes a range of bytes into an array, which may be the same one. */
    public void digest(byte[] input, int offset, int length, byte[] output, int outputOffset) {
        try {
            digest.update(input, offset, length);
            digest.digest(output, outputOffset, Hash.LENGTH);
        } catch (DigestException tooShort) {
            throw new IllegalArgumentException("no room for a hash at " + outputOffset, tooShort);
        }
    }

    /** Hashes a range of bytes. */
    public Hash hash(byte[] input, int offset, int length) {
        digest(input, offset, length, result, 0);
        return Hash.at(result, 0);
    }

    /** Hashes all parts, one after the other. */
    public Hash hash(byte[]... parts) {
        for (var part : parts) {
            digest.update(part);
        }
        return Hash.at(digest.digest(), 0);
    }

    /** Hashes one byte that says what is hashed, so that no other use can give the same value, and all parts behind it. */
    public Hash hash(byte domain, byte[]... parts) {
        digest.update(domain);
        return hash(parts);
    }
}
