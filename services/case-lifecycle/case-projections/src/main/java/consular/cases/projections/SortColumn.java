package consular.cases.projections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** A column that a list is sorted by. */
public record SortColumn(String name, Type type) {

    /** What it holds, which also settles what a cursor may say of it. */
    public enum Type {
        RANK("?::smallint"),
        DATE("?::date"),
        INSTANT("?::timestamptz"),
        CASE_ID("?::uuid"),
        TEXT("?::text");

        private final String parameter;

        Type(String parameter) {
            this.parameter = parameter;
        }
    }

    /** A parameter of its type. */
    String parameter() {
        return type.parameter;
    }

    /** Its value in a row, in the one form that {@link #isValue} accepts. */
    String valueIn(ResultSet row) throws SQLException {
        return switch (type) {
            case RANK, DATE, CASE_ID, TEXT -> row.getString(name);
            // The driver's text of an instant depends on the session's zone.
            case INSTANT ->
                row.getObject(name, OffsetDateTime.class).toInstant().toString();
        };
    }

    /** Whether a text from outside is a value that {@link #valueIn} could have given. */
    boolean isValue(String text) {
        try {
            return switch (type) {
                case RANK -> String.valueOf(Short.parseShort(text)).equals(text);
                case DATE -> hasFourDigits(LocalDate.parse(text).getYear());
                case INSTANT ->
                    hasFourDigits(Instant.parse(text).atOffset(ZoneOffset.UTC).getYear());
                case CASE_ID -> UUID.fromString(text).toString().equals(text);
                case TEXT -> text.indexOf('\0') < 0;
            };
        } catch (DateTimeException | IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean hasFourDigits(int year) {
        return year >= 1 && year <= 9999;
    }
}
