package consular.cases.projections;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of rows.
 *
 * @param items public records, rendered by the names of their components
 * @param next the cursor of the page after; null when this is the last
 */
public record Page(List<?> items, @Nullable String next) {}
