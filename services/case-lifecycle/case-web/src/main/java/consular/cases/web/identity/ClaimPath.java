package consular.cases.web.identity;

import java.util.Map;
import java.util.Optional;

/**
 * Where a token keeps a claim: its name, or the names of the objects that it is in and its own with dots between them, such as
 * {@code realm_access.roles}. A name may hold dots itself, as {@code https://example.org/roles} does: the longest that is there counts.
 */
record ClaimPath(String text) {
    private static final char SEPARATOR = '.';

    /** The value at the path; empty when there is none. */
    Optional<Object> in(Map<String, Object> claims) {
        return find(claims, text);
    }

    private static Optional<Object> find(Map<?, ?> claims, String path) {
        var value = claims.get(path);
        if (value != null) {
            return Optional.of(value);
        }
        for (var dot = path.lastIndexOf(SEPARATOR); dot >= 0; dot = path.lastIndexOf(SEPARATOR, dot - 1)) {
            if (claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner) {
                var found = find(inner, path.substring(dot + 1));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
