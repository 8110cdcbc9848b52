package consular.cases.projections;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows into one array of texts for each column, which {@code unnest(?::date[], …)} reads back. So any number of
 * rows is one statement that the server plans once.
 */
public final class Columns<R> {
    private final List<Function<R, @Nullable Object>> values;

    private Columns(List<Function<R, @Nullable Object>> values) {
        this.values = values;
    }

    /** One function for each column; PostgreSQL must understand what {@code toString} makes of the value. */
    @SafeVarargs
    public static <R> Columns<R> of(Function<R, @Nullable Object>... values) {
        var copy = new ArrayList<Function<R, @Nullable Object>>(values.length);
        for (var value : values) {
            copy.add(value);
        }
        return new Columns<>(copy);
    }

    List<Object> arrays(List<R> rows) {
        var arrays = new ArrayList<Object>(values.size());
        for (var value : values) {
            arrays.add(rows.stream().map(value).map(Columns::text).toArray(String[]::new));
        }
        return arrays;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
