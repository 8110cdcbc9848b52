package consular.cases.web.api;

import consular.cases.application.CommandKey;
import consular.cases.web.json.WebJson;
import consular.cases.web.problem.ApiException;
import consular.cases.web.problem.Fault;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** What the headers of a command say. */
final class CommandHeaders {
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";
    static final String VERSION = "Case-Version";

    /** What a key must be. */
    static final String KEY_FORM = "must be 1 to 255 visible ASCII characters";

    private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");
    private static final Pattern STRONG_TAG = Pattern.compile("\"(\\d{1,18})\"");

    private CommandHeaders() {}

    /** The version that the sender last saw; null when the sender does not say, or takes any. */
    static @Nullable Long expectedVersion(HttpServletRequest request) {
        var tag = only(request, HttpHeaders.IF_MATCH).map(String::strip);
        if (tag.isEmpty() || tag.get().equals("*")) {
            return null;
        }
        var version = STRONG_TAG.matcher(tag.get());
        if (!version.matches()) {
            throw bad(HttpHeaders.IF_MATCH, "must be one ETag of a case, such as \"7\", or *");
        }
        return Long.valueOf(version.group(1));
    }

    /** The key as given; empty when there is none. */
    static Optional<String> key(HttpServletRequest request) {
        var key = only(request, IDEMPOTENCY_KEY);
        key.filter(text -> !isKey(text)).ifPresent(_ -> {
            throw bad(IDEMPOTENCY_KEY, KEY_FORM);
        });
        return key;
    }

    /** Whether a text can be a key. */
    static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    /** The key, bound to who gave it and to what it was given for; white space and the order of members don't count. */
    static CommandKey commandKey(String caller, String key, String path, JsonNode body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(("POST " + path + "\n").getBytes(StandardCharsets.UTF_8));
            var hash = digest.digest(WebJson.MAPPER.writeValueAsBytes(body));
            return new CommandKey(caller, key, HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Optional<String> only(HttpServletRequest request, String name) {
        List<String> values = Collections.list(request.getHeaders(name));
        if (values.size() > 1) {
            throw bad(name, "may be given once");
        }
        return values.stream().findFirst();
    }

    private static ApiException bad(String header, String detail) {
        return ApiException.malformed(Fault.ofHeader(header, header + " " + detail));
    }
}
