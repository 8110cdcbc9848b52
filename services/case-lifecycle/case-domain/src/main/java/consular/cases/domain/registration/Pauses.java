package consular.cases.domain.registration;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pauses of a year that have ended, beside the year as it was without any. No two of them overlap, so that each day
 * counts once, in whatever order they were entered and put right.
 *
 * @param from the day from which the year runs; what stood before it is no part of it
 * @param terminateFrom the first day after the year, had it never stood
 * @param reinstateBy the last day for reinstatement, had it never stood
 * @param ended in the order of their days
 */
public record Pauses(LocalDate from, LocalDate terminateFrom, LocalDate reinstateBy, List<Pause> ended) {
    public Pauses {
        ended = List.copyOf(ended);
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

    /** A year that has never stood. */
    static Pauses none(LocalDate from, LocalDate terminateFrom, LocalDate reinstateBy) {
        return new Pauses(from, terminateFrom, reinstateBy, List.of());
    }

    /** The same, where what is known is the end of the year with them. */
    Pauses ofYearMoved() {
        var days = ended.stream()
                .filter(it -> it.since(from).isBefore(terminateFrom))
                .mapToLong(it -> it.daysAfter(from))
                .sum();
        return new Pauses(from, terminateFrom.minusDays(days), reinstateBy.minusDays(days), ended);
    }

    /** How many days the year has stood; a pause that began when it was over is no part of it. */
    public long days() {
        var days = 0L;
        for (var pause : ended) {
            if (pause.since(from).isBefore(terminateFrom.plusDays(days))) {
                days += pause.daysAfter(from);
            }
        }
        return days;
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
        return new Pauses(from, terminateFrom, reinstateBy, next);
    }
}
