package consular.cases.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells whether a webhook is from the service, as <a href="https://www.standardwebhooks.com">Standard Webhooks</a> has it. The body is to be
 * checked as it came, byte for byte, before it is read as JSON.
 */
public final class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final SecretKeySpec key;

    /**
     * Checks with the secret of a subscription, {@code whsec_} and base64.
     *
     * @throws IllegalArgumentException if that is no secret
     */
    public WebhookSignature(String secret) {
        if (!secret.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a secret begins with " + PREFIX);
        }
        this.key = new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), ALGORITHM);
    }

    /**
     * Whether the service signed it, and not long ago.
     *
     * @param id the header {@code webhook-id}; the same when a message comes again
     * @param timestamp the header {@code webhook-timestamp}, in seconds since 1970
     * @param signatures the header {@code webhook-signature}: one or more, divided by spaces, while a secret is replaced
     * @param now five minutes more or less are forgiven
     */
    public boolean isGenuine(String id, String timestamp, String signatures, byte[] body, Instant now) {
        if (!timestamp.matches("[0-9]{1,12}") || !isRecent(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)) {
            return false;
        }
        var expected = ("v1," + Base64.getEncoder().encodeToString(sign(id, timestamp, body))).getBytes(UTF_8);
        var genuine = false;
        for (var signature : signatures.split(" ", -1)) {
            genuine |= MessageDigest.isEqual(expected, signature.getBytes(UTF_8));
        }
        return genuine;
    }

    private static boolean isRecent(Instant signed, Instant now) {
        return Duration.between(signed, now).abs().compareTo(TOLERANCE) <= 0;
    }

    private byte[] sign(String id, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }
}
