package consular.cases.web.api;

import consular.cases.application.DigestKey;
import consular.cases.web.json.WebJson;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells the rows of imports apart, by a keyed digest of all that they say, a key of their own included: so a row that was put right is
 * another row, and never taken for the one that was wrong. The digest is stored beside the events for good, and rows are full of names:
 * so nobody without the service's key can try words against it.
 */
final class ImportKeys {
    private static final byte[] PURPOSE = "imported row\n".getBytes(StandardCharsets.UTF_8);

    private final Mac mac;

    ImportKeys(DigestKey key) {
        mac = key.mac();
    }

    /** What tells a row apart; white space and the order of members don't count. */
    String of(ObjectNode row) {
        mac.update(PURPOSE);
        var digest = mac.doFinal(WebJson.MAPPER.writeValueAsBytes(row));
        return HexFormat.of().formatHex(digest, 0, digest.length / 2);
    }
}
