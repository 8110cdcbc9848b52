package consular.cases.service.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is sent.
 *
 * @param path with its query, encoded
 * @param user a demonstration user; nobody if empty
 * @param body none if null
 */
record ApiRequest(
        ApiOperation operation,
        String method,
        String path,
        Map<String, String> headers,
        String user,
        byte @Nullable [] body) {
    private static final int LONGEST = 3_000;

    /** Whether nothing else would be sent. */
    boolean isAs(ApiRequest other) {
        return method.equals(other.method)
                && path.equals(other.path)
                && headers.equals(other.headers)
                && user.equals(other.user)
                && Arrays.equals(body, other.body);
    }

    /** The same as a command line, without the password. */
    String told() {
        var line = new StringBuilder("curl -X " + method);
        if (!user.isEmpty()) {
            line.append(" -u ").append(user);
        }
        line.append(headers.entrySet().stream()
                .filter(header -> !header.getKey().equals("Authorization") || user.isEmpty())
                .map(header -> " -H " + quoted(header.getKey() + ": " + header.getValue()))
                .collect(Collectors.joining()));
        if (body != null) {
            line.append(" --data-binary ").append(quoted(new String(body, UTF_8)));
        }
        line.append(" ").append(quoted("$base" + path).replaceFirst("^\\$?'\\$base", "\"\\$base\"'"));
        return line.toString();
    }

    /** For bash, with escapes where a terminal would show nothing or too much. */
    private static String quoted(String text) {
        var shown =
                text.length() > LONGEST ? text.substring(0, LONGEST) + "… (" + text.length() + " characters)" : text;
        if (shown.chars().allMatch(c -> c >= ' ' && c < 0x7f && c != '\'')) {
            return "'" + shown + "'";
        }
        return "$'"
                + shown.chars()
                        .mapToObj(c -> c >= ' ' && c < 0x7f && c != '\'' && c != '\\'
                                ? String.valueOf((char) c)
                                : String.format("\\u%04x", c))
                        .collect(Collectors.joining())
                + "'";
    }
}
