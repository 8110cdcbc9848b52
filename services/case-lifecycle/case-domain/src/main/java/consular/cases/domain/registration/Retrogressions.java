package consular.cases.domain.registration;

import consular.cases.domain.registration.Pauses.Pause;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is known of retrogression that stops a year, whether or not a year ran when it was entered.
 *
 * @param standing the days from which there is retrogression, in their order; none while visas are available
 * @param ended from when until when there was, in the order of their days; no two overlap
 */
public record Retrogressions(List<LocalDate> standing, List<Pause> ended) {
    static final Retrogressions NONE = new Retrogressions(List.of(), List.of());

    public Retrogressions {
        standing = List.copyOf(standing);
        ended = List.copyOf(ended);
    }

    /** Beside what stands already. */
    Retrogressions begun(LocalDate from) {
        var all = new TreeSet<>(standing);
        all.add(from);
        return new Retrogressions(List.copyOf(all), ended);
    }

    /** Visas are available again from a day, unless retrogression came after it. */
    Retrogressions restored(LocalDate on) {
        var first = standing.stream().filter(from -> from.isBefore(on)).findFirst();
        return new Retrogressions(since(on.plusDays(1)), Pauses.ended(ended, first.orElse(null), on));
    }

    /** A notice that went out on a day says that visas were available: what stood from before it does so no more. */
    Retrogressions notified(LocalDate on) {
        return new Retrogressions(since(on), ended);
    }

    private List<LocalDate> since(LocalDate day) {
        return standing.stream().filter(from -> !from.isBefore(day)).toList();
    }

    /** Those that are over and began on a day or after it. */
    public List<Pause> endedSince(LocalDate day) {
        return ended.stream().filter(it -> !it.stoppedFrom().isBefore(day)).toList();
    }

    /** The first day of retrogression within a year, be it over or not. */
    public Optional<LocalDate> firstWithin(LocalDate from, LocalDate terminateFrom) {
        return Stream.concat(since(from).stream(), endedSince(from).stream().map(Pause::stoppedFrom))
                .filter(day -> day.isBefore(terminateFrom))
                .min(LocalDate::compareTo);
    }
}
