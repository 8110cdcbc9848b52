package consular.cases.domain.registration;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;

/**
 * What is known of retrogression that stops a year, whether or not a year ran when it was entered.
 *
 * @param standing the days from which there is retrogression, in their order; none while visas are available
 */
public record Retrogressions(List<LocalDate> standing) {
    static final Retrogressions NONE = new Retrogressions(List.of());

    public Retrogressions {
        standing = List.copyOf(standing);
    }

    /** What stands once each fact has had its effect in its turn. */
    static Retrogressions of(YearFacts facts) {
        var known = NONE;
        for (var fact : facts.inTurn()) {
            known = switch (fact.kind()) {
                case RETROGRESSED -> known.begun(fact.on());
                case RESTORED -> known.restored(fact.on());
                case NOTIFIED -> known.notified(fact.on());
                case MISSED, FOLLOWED_UP, ANSWERED, REINSTATED -> known;
            };
        }
        return known;
    }

    /** Beside what stands already. */
    Retrogressions begun(LocalDate from) {
        var all = new TreeSet<>(standing);
        all.add(from);
        return new Retrogressions(List.copyOf(all));
    }

    /** Visas are available again from a day, unless retrogression came after it. */
    Retrogressions restored(LocalDate on) {
        return since(on.plusDays(1));
    }

    /** A notice that went out on a day says that visas were available: what stood from before it does so no more. */
    Retrogressions notified(LocalDate on) {
        return since(on);
    }

    private Retrogressions since(LocalDate day) {
        return new Retrogressions(
                standing.stream().filter(from -> !from.isBefore(day)).toList());
    }
}
