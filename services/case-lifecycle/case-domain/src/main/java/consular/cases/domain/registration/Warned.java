package consular.cases.domain.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was told of the day on which the registration may end.
 *
 * @param terminateFrom the day after the last one in time, as the latest warning named it
 * @param on the days on which the warnings that named it went out, in their order
 * @param since when the first warning went out, be it of another day, as long as the day that it named was not over
 * @param zone of the post on whose days the day was named first
 */
public record Warned(LocalDate terminateFrom, List<LocalDate> on, Instant since, ZoneId zone) {
    public Warned {
        on = List.copyOf(on);
    }

    /** The {@code count}th warning of a day has gone out; one before it that has not never will. */
    static Warned then(@Nullable Warned before, LocalDate terminateFrom, int count, Instant at, ZoneId zone) {
        var first = new Warned(terminateFrom, List.of(), at, zone);
        return (before == null ? first : before.followedBy(first)).upTo(count, LocalDate.ofInstant(at, zone));
    }

    private Warned followedBy(Warned next) {
        var isSame = terminateFrom.equals(next.terminateFrom);
        return new Warned(
                next.terminateFrom,
                isSame ? on : List.of(),
                end().isAfter(next.since) ? since : next.since,
                isSame ? zone : next.zone);
    }

    private Warned upTo(int count, LocalDate day) {
        var days = new ArrayList<>(on);
        while (days.size() < count) {
            days.add(day);
        }
        return new Warned(terminateFrom, days, since, zone);
    }

    /** The days on which warnings of that day have gone out. */
    List<LocalDate> of(LocalDate day) {
        return terminateFrom.equals(day) ? on : List.of();
    }

    /** The first instant after the last day in time. */
    public Instant end() {
        return terminateFrom.atStartOfDay(zone).toInstant();
    }
}
