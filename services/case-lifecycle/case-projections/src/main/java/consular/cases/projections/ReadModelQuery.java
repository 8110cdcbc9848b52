package consular.cases.projections;

import consular.cases.domain.posts.PostCode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are asked for.
 *
 * @param posts the posts whose rows are wanted; empty for all
 * @param filters by name, as the client wrote them
 * @param limit 1 to 500
 * @param after the {@link Page#next} of the page before; null for the first page
 */
public record ReadModelQuery(
        Set<PostCode> posts,
        Map<String, String> filters,
        int limit,
        @Nullable String after) {
    /** The most rows that one page can have. */
    public static final int MAX_LIMIT = 500;

    /** @throws IllegalArgumentException when the limit is out of range */
    public ReadModelQuery {
        posts = Set.copyOf(posts);
        filters = Map.copyOf(filters);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("a limit is 1 to " + MAX_LIMIT + ", not " + limit);
        }
    }
}
