package consular.cases.application.webhooks;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a receiver and the service know, and nobody else: it signs what is sent. It is never printed. */
public final class Secret {
    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    /** As long as what the digest gives. */
    private static final int LENGTH = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    /** A secret that was made before. */
    public Secret(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** A new one. */
    public static Secret make() {
        var bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        return new Secret(bytes);
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException if it is no such text; without quoting it
     */
    static Secret parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a secret begins with " + PREFIX);
        }
        return new Secret(Base64.getDecoder().decode(text.substring(PREFIX.length())));
    }

    /** As it is told to whoever runs the receiver, once. */
    public String text() {
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    /** For whoever keeps it under a key. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The digest of a text under it. */
    byte[] digest(byte[]... parts) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes, ALGORITHM));
            for (var part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
