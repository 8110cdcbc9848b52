package consular.cases.web.api;

import java.util.Enumeration;

/** Compares entity tags as a cache does. */
final class EntityTags {
    private EntityTags() {}

    /** Whether one of the {@code If-None-Match} headers names the tag, weakly, or all tags. */
    static boolean match(Enumeration<String> headers, String tag) {
        while (headers.hasMoreElements()) {
            for (var given : headers.nextElement().split(",", -1)) {
                var candidate = given.strip();
                if (candidate.equals("*") || candidate.equals(tag) || candidate.equals("W/" + tag)) {
                    return true;
                }
            }
        }
        return false;
    }
}
