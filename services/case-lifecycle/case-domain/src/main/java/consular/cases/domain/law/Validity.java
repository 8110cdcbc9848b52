package consular.cases.domain.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which something is in force.
 *
 * @param first the first of them; null when it began before all records
 * @param last the last of them; null when it has not ended
 */
public record Validity(@Nullable LocalDate first, @Nullable LocalDate last) {
    /** In force on every day. */
    public static final Validity ALWAYS = new Validity(null, null);

    /** In force from a day on. */
    public static Validity from(LocalDate first) {
        return new Validity(first, null);
    }

    /** In force up to a day and on it. */
    public static Validity until(LocalDate last) {
        return new Validity(null, last);
    }

    /** In force from one day through another. */
    public static Validity between(LocalDate first, LocalDate last) {
        return new Validity(first, last);
    }

    /** Whether it is in force on a day. */
    public boolean holdsOn(LocalDate day) {
        return (first == null || !day.isBefore(first)) && (last == null || !day.isAfter(last));
    }
}
