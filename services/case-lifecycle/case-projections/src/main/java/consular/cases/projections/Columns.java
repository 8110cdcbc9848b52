package consular.cases.projections;

import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table: their names, types and values. Rows become one array of texts for each column, which {@code
 * unnest(?::date[], …)} reads back; so any number of rows is one statement that the server plans once.
 *
 * @param <R> a row as it is stored; PostgreSQL must understand what {@code toString} makes of its values
 */
public final class Columns<R> {
    private final List<Column<R>> columns = new ArrayList<>();

    private record Column<R>(String name, String type, Function<R, @Nullable Object> value) {
        private Object array(List<R> rows) {
            return rows.stream().map(value).map(Columns::text).toArray(String[]::new);
        }
    }

    private Columns() {}

    /** No columns yet. */
    public static <R> Columns<R> of() {
        return new Columns<>();
    }

    /** Adds a column of type {@code uuid}. */
    public Columns<R> uuid(String name, Function<R, @Nullable Object> value) {
        return with(name, "uuid", value);
    }

    /** Adds a column of type {@code text}. */
    public Columns<R> text(String name, Function<R, @Nullable Object> value) {
        return with(name, "text", value);
    }

    /** Adds a column of type {@code date}. */
    public Columns<R> date(String name, Function<R, @Nullable Object> value) {
        return with(name, "date", value);
    }

    /** Adds a column of type {@code timestamptz}. */
    public Columns<R> moment(String name, Function<R, @Nullable Object> value) {
        return with(name, "timestamptz", value);
    }

    /** Adds a column of type {@code smallint}. */
    public Columns<R> smallint(String name, Function<R, @Nullable Object> value) {
        return with(name, "smallint", value);
    }

    /** Adds a column of type {@code integer}. */
    public Columns<R> integer(String name, Function<R, @Nullable Object> value) {
        return with(name, "integer", value);
    }

    /** Adds a column of type {@code boolean}. */
    public Columns<R> flag(String name, Function<R, @Nullable Object> value) {
        return with(name, "boolean", value);
    }

    /** Adds a column of type {@code jsonb}, whose values are texts of JSON. */
    public Columns<R> json(String name, Function<R, @Nullable Object> value) {
        return with(name, "jsonb", value);
    }

    private Columns<R> with(String name, String type, Function<R, @Nullable Object> value) {
        columns.add(new Column<>(name, type, value));
        return this;
    }

    /** The names, as a list of SQL. */
    String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** Inserts many rows into a table of {@code {schema}}: one parameter for each of the {@link #arrays}. */
    String insertInto(String table) {
        var arrays = columns.stream()
                .map(column -> "?::" + column.type() + "[]")
                .collect(Collectors.joining(", ", "unnest(", ")"));
        return "insert into {schema}." + table + " (" + names() + ")\nselect * from " + arrays;
    }

    List<Object> arrays(List<R> rows) {
        return columns.stream().map(column -> column.array(rows)).toList();
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        var text = value.toString();
        // Java signs a year of five digits, which PostgreSQL does not understand
        return value instanceof Temporal && text.startsWith("+") ? text.substring(1) : text;
    }
}
