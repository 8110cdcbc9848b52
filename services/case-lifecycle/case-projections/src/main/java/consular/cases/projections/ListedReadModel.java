package consular.cases.projections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A read model that clients list a page at a time. */
public interface ListedReadModel<R> extends ReadModel<R> {
    ReadModelName name();

    /** Selects from {@code {schema}} and the table, without conditions; it selects the columns of {@link #order} too. */
    default String select() {
        return "select " + columns().names() + "\nfrom {schema}." + table() + "\n";
    }

    /** The clause that makes one row of many, if the list is a report; it ends its line. */
    default String grouping() {
        return "";
    }

    /** By what the list is sorted, always ascending. No two rows agree in all of it, and none of it is null. */
    List<SortColumn> order();

    /**
     * Turns the filters that were given into conditions.
     *
     * @throws BadFilter when one has a value that means nothing
     */
    void filter(Conditions conditions);

    /** The row as clients see it, with whatever depends on the time of asking. */
    Object read(ResultSet row, Instant now) throws SQLException;

    /** The row as these filters would have it shown, where one of them is about that. */
    default Object read(ResultSet row, Instant now, Map<String, String> filters) throws SQLException {
        return read(row, now);
    }
}
