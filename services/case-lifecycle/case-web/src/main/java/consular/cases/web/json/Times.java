package consular.cases.web.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates and instants as clients write them. */
public final class Times {
    /** Before it, or after the last, lies a slip of the pen. */
    public static final LocalDate FIRST_DAY = LocalDate.of(1880, 1, 1);

    public static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);

    /** A year has four digits, so no instant lies before this one … */
    public static final Instant FIRST_MOMENT = Instant.parse("0001-01-01T00:00:00Z");

    /** … and all lie before this one. */
    public static final Instant END_OF_TIME =
            LocalDate.of(10_000, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT =
            Pattern.compile(DAY + "[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");

    private Times() {}

    /** A date written as in {@code 2024-03-05}; empty when it is none, or lies out of all bounds. */
    public static Optional<LocalDate> day(String text) {
        if (!DAY.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            var day = LocalDate.parse(text);
            return day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY) ? Optional.empty() : Optional.of(day);
        } catch (DateTimeException nonexistent) {
            return Optional.empty();
        }
    }

    /** An instant of RFC 3339; empty when it is none, or in UTC not in the years 0001 to 9999. */
    public static Optional<Instant> moment(String text) {
        if (!MOMENT.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            var moment = OffsetDateTime.parse(text).toInstant();
            return moment.isBefore(FIRST_MOMENT) || !moment.isBefore(END_OF_TIME)
                    ? Optional.empty()
                    : Optional.of(moment);
        } catch (DateTimeException nonexistent) {
            return Optional.empty();
        }
    }
}
