package consular.cases.domain.registration;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pauses of a year that have ended. No two of them overlap, so that each day counts once, in whatever order they were
 * entered and put right.
 *
 * @param from the day from which the year runs; what stood before it is no part of it
 * @param ended in the order of their days
 */
public record Pauses(LocalDate from, List<Pause> ended) {
    public Pauses {
        ended = List.copyOf(ended);
    }

    /** A year that has never stood. */
    public static Pauses none(LocalDate from) {
        return new Pauses(from, List.of());
    }

    /** From the first day on which visas were unavailable until the day on which they were available again. */
    public record Pause(LocalDate stoppedFrom, LocalDate restoredOn) {
        private boolean isOn(LocalDate day) {
            return !day.isBefore(stoppedFrom) && day.isBefore(restoredOn);
        }

        private long daysAfter(LocalDate day) {
            return Math.max(0, ChronoUnit.DAYS.between(since(day), restoredOn));
        }

        private LocalDate since(LocalDate day) {
            return stoppedFrom.isAfter(day) ? stoppedFrom : day;
        }
    }

    /**
     * The last day of the year: its anniversary, put off by each day on which it stood, and only then moved. A pause that
     * begins on a day to which the last one was moved puts that off until it is over; one that begins later is no part of
     * the year.
     *
     * @param moved the day to which a last day is moved that falls on a given day; that day itself where none is
     */
    public LocalDate lastDay(LocalDate anniversary, UnaryOperator<LocalDate> moved) {
        var days = 0L;
        var last = moved.apply(anniversary);
        for (var pause : ended) {
            if (!pause.since(from).isAfter(last)) {
                days += pause.daysAfter(from);
                var putOff = anniversary.plusDays(days);
                last = moved.apply(putOff.isBefore(pause.restoredOn()) ? pause.restoredOn() : putOff);
            }
        }
        return last;
    }

    /** How many days a year stood that was over, with them, from a day on; a pause that began then is no part of it. */
    public long daysBefore(LocalDate end) {
        return ended.stream()
                .filter(it -> it.since(from).isBefore(end))
                .mapToLong(it -> it.daysAfter(from))
                .sum();
    }

    /** Those that were over by a day. */
    public Pauses by(LocalDate day) {
        return with(ended.stream().filter(it -> !it.restoredOn().isAfter(day)).toList());
    }

    /** Those that were not over by a day. */
    List<Pause> after(LocalDate day) {
        return ended.stream().filter(it -> it.restoredOn().isAfter(day)).toList();
    }

    /** Since when there was retrogression, if on a day: since then, or since the beginning of the pause that was on. */
    LocalDate beganBy(LocalDate day) {
        return ended.stream()
                .filter(it -> it.isOn(day))
                .map(Pause::stoppedFrom)
                .findFirst()
                .orElse(day);
    }

    /**
     * With visas available again from a day: a pause that was on then ends there.
     *
     * @param stoppedFrom since when they had not been, where that is not on record as a pause; null if it is
     */
    Pauses restored(@Nullable LocalDate stoppedFrom, LocalDate on) {
        return with(apart(Stream.concat(
                ended.stream().map(it -> it.isOn(on) ? new Pause(it.stoppedFrom(), on) : it),
                stoppedFrom == null ? Stream.empty() : Stream.of(new Pause(stoppedFrom, on)))));
    }

    /** In the order of their days; what overlaps or adjoins is one. */
    static List<Pause> apart(Stream<Pause> pauses) {
        var all = pauses.filter(it -> it.stoppedFrom().isBefore(it.restoredOn()))
                .sorted(Comparator.comparing(Pause::stoppedFrom))
                .toList();
        var apart = new ArrayList<Pause>();
        for (var pause : all) {
            var last = apart.isEmpty() ? null : apart.getLast();
            if (last == null || last.restoredOn().isBefore(pause.stoppedFrom())) {
                apart.add(pause);
            } else if (last.restoredOn().isBefore(pause.restoredOn())) {
                apart.set(apart.size() - 1, new Pause(last.stoppedFrom(), pause.restoredOn()));
            }
        }
        return apart;
    }

    /** The same year with other pauses. */
    Pauses with(List<Pause> next) {
        return new Pauses(from, next);
    }
}
