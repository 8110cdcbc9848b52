package consular.cases.projections;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a read model.
 *
 * @param items its rows, records of the read model's package
 * @param next what to ask for the page behind it; null when this is the last
 */
public record Page(List<?> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }
}
