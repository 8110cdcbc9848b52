package consular.cases.application.webhooks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Signs what is sent, by Standard Webhooks: whoever has the secret can tell who sent it, when, and that nobody changed it. */
final class Signature {
    private static final String VERSION = "v1,";

    private Signature() {}

    /**
     * The headers of one attempt.
     *
     * @param id of the event, the same for every attempt
     * @param at when the attempt is made
     * @param secrets each signs, so that a receiver can change from one to the next
     */
    static Map<String, String> headers(String id, Instant at, byte[] body, List<Secret> secrets) {
        var timestamp = String.valueOf(at.getEpochSecond());
        var head = (id + '.' + timestamp + '.').getBytes(StandardCharsets.UTF_8);
        var signatures = secrets.stream()
                .map(secret -> VERSION + Base64.getEncoder().encodeToString(secret.digest(head, body)))
                .collect(Collectors.joining(" "));
        return Map.of("webhook-id", id, "webhook-timestamp", timestamp, "webhook-signature", signatures);
    }
}
