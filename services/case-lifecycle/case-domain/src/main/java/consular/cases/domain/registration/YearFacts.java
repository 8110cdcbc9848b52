package consular.cases.domain.registration;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is on record of the year to apply: what may begin it, and from when visas were and were not available.
 *
 * @param inTurn in the order of their days, whatever the order of entry
 */
public record YearFacts(List<Fact> inTurn) {
    static final YearFacts NONE = new YearFacts(List.of());

    private static final Comparator<Fact> IN_TURN =
            Comparator.comparing(Fact::on).thenComparing(Fact::kind);

    public YearFacts {
        inTurn = List.copyOf(inTurn);
    }

    /** Those of one day follow one another in this order. */
    public enum Kind {
        /** Visas are available from that day. */
        RESTORED,
        /** The registration was reinstated. */
        REINSTATED,
        /** A notice that a visa is available went out. */
        NOTIFIED,
        /** The principal did not come to an interview. */
        MISSED,
        /** Visas are unavailable from that day. */
        RETROGRESSED
    }

    /** One of them. */
    public record Fact(LocalDate on, Kind kind) {}

    /** With one more; visas that are available from the very day of a retrogression were never unavailable. */
    public YearFacts with(Fact fact) {
        return new YearFacts(Stream.concat(
                        inTurn.stream().filter(it -> !it.equals(fact) && !isUndone(it, fact)), Stream.of(fact))
                .sorted(IN_TURN)
                .toList());
    }

    /** Whether one is entered in its turn: neither itself is known nor one that comes after it, such as one that it undoes. */
    public boolean isInTurn(Fact fact) {
        return inTurn.stream().allMatch(it -> IN_TURN.compare(it, fact) < 0);
    }

    boolean holds(LocalDate on, Kind kind) {
        return inTurn.contains(new Fact(on, kind));
    }

    /** The day on which the latest notice went out. */
    Optional<LocalDate> latestNotice() {
        return inTurn.stream()
                .filter(it -> it.kind() == Kind.NOTIFIED)
                .map(Fact::on)
                .reduce((_, later) -> later);
    }

    private static boolean isUndone(Fact known, Fact fact) {
        return known.kind() == Kind.RETROGRESSED
                && fact.kind() == Kind.RESTORED
                && known.on().equals(fact.on());
    }
}
