package consular.cases.web.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next what {@code after} must be for the page after; null when this is the last
 */
record Items<T>(List<T> items, @Nullable String next) {

    /** The page after the element at index {@code after}; the cursor is the index of the last element shown. */
    static <S, T> Items<T> page(List<S> all, long after, int limit, Function<S, T> row) {
        var from = (int) Math.min(after + 1, all.size());
        var to = Math.min(from + limit, all.size());
        return new Items<>(
                all.subList(from, to).stream().map(row).toList(), to < all.size() ? String.valueOf(to - 1) : null);
    }
}
