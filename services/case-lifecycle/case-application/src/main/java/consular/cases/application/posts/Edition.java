package consular.cases.application.posts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.zone.ZoneRulesProvider;
import java.util.HexFormat;
import java.util.List;

/** Names reference data by a digest of its rows and of the holidays and zones that come from elsewhere. */
final class Edition {
    private Edition() {}

    /** The name of these tables, in this order. */
    @SafeVarargs
    static String of(List<List<String>>... tables) {
        var digest = sha256();
        for (var table : tables) {
            digest.update(table.toString().getBytes(StandardCharsets.UTF_8));
        }
        digest.update(HostCountryHolidays.release().getBytes(StandardCharsets.UTF_8));
        digest.update(ZoneRulesProvider.getVersions("Asia/Manila").lastKey().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
