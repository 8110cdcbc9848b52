package consular.cases.application;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret under which digests are made of what is personal, so that nobody can try words against them: the same on every node
 * and for ever.
 */
@FunctionalInterface
public interface DigestKey {
    /** It, which nobody keeps longer than it takes to use it. */
    byte[] bytes();

    /**
     * Makes digests under it, HMAC-SHA-256, on one thread. Each use begins what it digests with words of its own, so that no digest of one use
     * tells anything of another's.
     */
    default Mac mac() {
        var algorithm = "HmacSHA256";
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(bytes(), algorithm));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + algorithm, impossible);
        }
    }
}
