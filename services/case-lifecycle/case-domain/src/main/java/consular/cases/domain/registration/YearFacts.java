package consular.cases.domain.registration;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        /** The follow-up instruction package went out. */
        FOLLOWED_UP,
        /** The applicant answered the package, took the case up again after the interview, or logged in to CEAC. */
        ANSWERED,
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

    /** Whether a notice that a visa is available had gone out by a day. */
    public boolean isNotifiedBy(LocalDate day) {
        return isAny(Kind.NOTIFIED, day);
    }

    /** Whether by a day there was what an applicant answers: a follow-up instruction package, or an interview that was missed. */
    public boolean isAnswerableOn(LocalDate day) {
        return isAny(Kind.FOLLOWED_UP, day) || isAny(Kind.MISSED, day);
    }

    private boolean isAny(Kind kind, LocalDate by) {
        return inTurn.stream().anyMatch(it -> it.kind() == kind && !it.on().isAfter(by));
    }

    /** The day of the first answer on a day or after it; null where there was none. */
    @Nullable
    LocalDate answeredFrom(LocalDate day) {
        return inTurn.stream()
                .filter(it -> it.kind() == Kind.ANSWERED && !it.on().isBefore(day))
                .map(Fact::on)
                .findFirst()
                .orElse(null);
    }

    private static boolean isUndone(Fact known, Fact fact) {
        return known.kind() == Kind.RETROGRESSED
                && fact.kind() == Kind.RESTORED
                && known.on().equals(fact.on());
    }
}
