package consular.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.TransferCase;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.people.Actor;
import consular.cases.domain.posts.Post;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestReporter;

/** Every sequence of some steps, up to a length, from the end of a story at Manila, where each is taken at noon. */
final class Histories {
    private static final ZoneId ZONE = TestPosts.named("MNL").zone();

    /** How many steps each history has. */
    static final int LENGTH = 5;

    private Histories() {}

    /** A step: somebody's command, or time that passes. */
    record Step(String who, @Nullable CaseCommand command, int days) {
        static Step of(String who, CaseCommand command) {
            return new Step(who, command, 0);
        }

        static Step passing(int days) {
            return new Step("nobody", null, days);
        }
    }

    /** A case on a day: what comes next depends on nothing else, so histories that meet here go on together. */
    private record Place(CaseState state, LocalDate today) {}

    /** One history that leads to a place, and how many do. */
    private record Way(List<RecordedEvent> history, long histories) {
        Way and(Way other) {
            return new Way(history, histories + other.histories);
        }
    }

    /** What is looked at in every case that a history leads to. */
    interface OfCase {
        void examine(CaseFile file, List<RecordedEvent> history, LocalDate today);
    }

    /** What is looked at in every decision that brings something about. */
    interface OfDecision {
        void examine(Decided decided);
    }

    /**
     * A decision on the way of a history.
     *
     * @param before the case on which it was taken
     * @param history the record with its events at the end
     * @param events how many they are
     * @param byTime whether nobody did anything, and time passed
     */
    record Decided(CaseFile before, List<RecordedEvent> history, int events, boolean byTime) {
        int from() {
            return history.size() - events;
        }

        List<RecordedEvent> lines() {
            return history.subList(from(), history.size());
        }
    }

    static void explore(HistoryFamily family, OfCase ofCase, OfDecision ofDecision, TestReporter reporter) {
        var start = family.start();
        var steps = family.steps();
        var places = Map.of(new Place(start.state(), family.day()), new Way(start.history(), 1));
        var examined = new HashSet<CaseState>();
        for (var taken = 0; ; taken++) {
            places.forEach((place, way) -> {
                if (examined.add(place.state())) {
                    ofCase.examine((CaseFile) place.state(), way.history(), place.today());
                }
            });
            if (taken == LENGTH) {
                break;
            }
            var next = new HashMap<Place, Way>();
            places.forEach((place, way) -> steps.forEach(step -> go(step, place, way, next, ofDecision)));
            places = next;
        }
        var histories = places.values().stream().mapToLong(Way::histories).sum();
        assertThat(histories).isEqualTo(number(steps));
        reporter.publishEntry(
                family + ", histories of " + LENGTH + " steps",
                "%,d, through %,d cases".formatted(histories, examined.size()));
    }

    /** How many sequences there are of some steps. */
    static long number(List<Step> steps) {
        return (long) Math.pow(steps.size(), LENGTH);
    }

    private static void go(Step step, Place place, Way way, Map<Place, Way> next, OfDecision examination) {
        var day = place.today().plusDays(step.days());
        var command = step.command();
        var decision = command == null
                ? CaseDecider.decide(
                        new CaseCommand.ActOnDeadlines(), place.state(), context(Actor.SERVICE, day, place.state()))
                : CaseDecider.decide(
                        command, place.state(), context(TestActors.named(step.who()), command, day, place.state()));
        var state = place.state();
        var history = new ArrayList<>(way.history());
        switch (decision) {
            case Decision.Accepted accepted -> {
                for (var line : accepted.events()) {
                    state = CaseDecider.evolve(state, line.event(), line.stamp());
                    history.add(line);
                }
                if (!accepted.events().isEmpty()) {
                    examination.examine(new Decided(
                            (CaseFile) place.state(), history, accepted.events().size(), command == null));
                }
            }
            case Decision.Rejected _, Decision.Malformed _, Decision.Stale _ -> {}
        }
        next.merge(new Place(state, day), new Way(history, way.histories()), Way::and);
    }

    /** Of a command, at the post where the case is, and with the post to which the command may send it. */
    static CommandContext context(Actor actor, CaseCommand command, LocalDate today, CaseState state) {
        var context = context(actor, today, state);
        return command instanceof TransferCase transfer
                ? context.sendingTo(TestPosts.find(transfer.toPost()).orElseThrow())
                : context;
    }

    static CommandContext context(Actor actor, LocalDate today, CaseState state) {
        return new CommandContext(
                CaseScenario.CASE, actor, post((CaseFile) state), null, noon(today), null, null, false);
    }

    /** The post where a case is. */
    static Post post(CaseFile file) {
        return TestPosts.find(file.post()).orElseThrow();
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(ZONE).toInstant();
    }
}
