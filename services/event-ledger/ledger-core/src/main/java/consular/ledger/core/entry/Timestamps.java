package consular.ledger.core.entry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Moments as {@code 2024-03-05T02:00:00.000000Z}: always UTC, always 27 characters, always six decimals. */
public final class Timestamps {

    static final int LENGTH = 27;

    private static final int NANOS_OF_A_MICROSECOND = 1000;

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant BEYOND = Instant.parse("+10000-01-01T00:00:00Z");

    private Timestamps() {}

    static void requireExact(String name, Instant moment) {
        requireFourDigits(name, moment);
        if (!moment.equals(moment.truncatedTo(ChronoUnit.MICROS))) {
            throw new IllegalArgumentException(name + " is finer than a microsecond: " + moment);
        }
    }

    private static void requireFourDigits(String name, Instant moment) {
        if (moment.isBefore(FIRST) || !moment.isBefore(BEYOND)) {
            throw new IllegalArgumentException(name + " is not in the years 0000 to 9999: " + moment);
        }
    }

    /**
     * The text of a moment; what is finer than a microsecond is left out.
     *
     * @throws IllegalArgumentException if the moment is not in the years 0000 to 9999
     */
    public static String format(Instant moment) {
        requireFourDigits("moment", moment);
        var at = LocalDateTime.ofEpochSecond(moment.getEpochSecond(), moment.getNano(), ZoneOffset.UTC);
        // by hand: each event has several, and a formatter takes ten times as long
        var text = new byte[LENGTH];
        write(text, 0, at.getYear(), 4, '-');
        write(text, 5, at.getMonthValue(), 2, '-');
        write(text, 8, at.getDayOfMonth(), 2, 'T');
        write(text, 11, at.getHour(), 2, ':');
        write(text, 14, at.getMinute(), 2, ':');
        write(text, 17, at.getSecond(), 2, '.');
        write(text, 20, at.getNano() / NANOS_OF_A_MICROSECOND, 6, 'Z');
        return new String(text, ISO_8859_1);
    }

    private static void write(byte[] text, int from, int number, int digits, char behind) {
        var left = number;
        for (var at = from + digits - 1; at >= from; at--) {
            text[at] = (byte) ('0' + left % 10);
            left /= 10;
        }
        text[from + digits] = (byte) behind;
    }

    /** Whether 27 bytes are a moment as {@link #format} writes it. Makes no objects. */
    static boolean isCanonical(byte[] source, int at) {
        var century = pair(source, at);
        var year = century * 100 + pair(source, at + 2);
        var month = pair(source, at + 5);
        var day = pair(source, at + 8);
        return (century | pair(source, at + 2)) >= 0
                && source[at + 4] == '-'
                && month >= 1
                && month <= 12
                && source[at + 7] == '-'
                && day >= 1
                && (day <= 28 || day <= daysIn(year, month))
                && isTime(source, at + 10);
    }

    private static boolean isTime(byte[] source, int at) {
        return source[at] == 'T'
                && within(pair(source, at + 1), 23)
                && source[at + 3] == ':'
                && within(pair(source, at + 4), 59)
                && source[at + 6] == ':'
                && within(pair(source, at + 7), 59)
                && source[at + 9] == '.'
                && (pair(source, at + 10) | pair(source, at + 12) | pair(source, at + 14)) >= 0
                && source[at + 16] == 'Z';
    }

    private static boolean within(int value, int most) {
        return value >= 0 && value <= most;
    }

    private static int daysIn(int year, int month) {
        return month == 2
                ? (Year.isLeap(year) ? 29 : 28)
                : YearMonth.of(2001, month).lengthOfMonth();
    }

    /** The value of two decimal digits, or a negative number if they are none. */
    private static int pair(byte[] source, int at) {
        var tens = source[at] - '0';
        var ones = source[at + 1] - '0';
        return (tens | ones | (9 - tens) | (9 - ones)) < 0 ? -1 : tens * 10 + ones;
    }
}
