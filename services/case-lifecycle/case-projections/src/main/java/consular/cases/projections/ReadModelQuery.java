package consular.cases.projections;

import consular.cases.domain.posts.PostCode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a read model are asked for.
 *
 * @param posts rows of these posts only; empty for all
 * @param filters by name, as given
 * @param limit how many rows at most
 * @param after the cursor of the page before; null for the first
 */
public record ReadModelQuery(
        Set<PostCode> posts,
        Map<String, String> filters,
        int limit,
        @Nullable String after) {}
