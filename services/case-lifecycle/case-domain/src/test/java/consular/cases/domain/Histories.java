package consular.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.people.Actor;
import consular.cases.domain.posts.Post;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestReporter;

/** Every sequence of some steps, up to a length, from the end of a story at Manila. */
final class Histories {
    private static final Post POST = TestPosts.named("MNL");

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
    interface Examination {
        void of(CaseFile file, List<RecordedEvent> history, LocalDate today);
    }

    static void explore(
            CaseScenario start,
            LocalDate day,
            List<Step> steps,
            int length,
            Examination examination,
            TestReporter reporter) {
        var places = Map.of(new Place(start.state(), day), new Way(start.history(), 1));
        var examined = new HashSet<CaseState>();
        for (var taken = 0; ; taken++) {
            places.forEach((place, way) -> {
                if (examined.add(place.state())) {
                    examination.of((CaseFile) place.state(), way.history(), place.today());
                }
            });
            if (taken == length) {
                break;
            }
            var next = new HashMap<Place, Way>();
            places.forEach((place, way) -> steps.forEach(step -> go(step, place, way, next)));
            places = next;
        }
        var histories = places.values().stream().mapToLong(Way::histories).sum();
        assertThat(histories).isEqualTo((long) Math.pow(steps.size(), length));
        reporter.publishEntry(
                "histories of " + length + " steps", "%,d, through %,d cases".formatted(histories, examined.size()));
    }

    private static void go(Step step, Place place, Way way, Map<Place, Way> next) {
        var day = place.today().plusDays(step.days());
        var command = step.command();
        var decision = command == null
                ? CaseDecider.decide(new CaseCommand.ActOnDeadlines(), place.state(), context(Actor.SERVICE, day))
                : CaseDecider.decide(command, place.state(), context(TestActors.named(step.who()), day));
        var state = place.state();
        var history = new ArrayList<>(way.history());
        switch (decision) {
            case Decision.Accepted accepted -> {
                for (var line : accepted.events()) {
                    state = CaseDecider.evolve(state, line.event(), line.stamp());
                    history.add(line);
                }
            }
            case Decision.Rejected _, Decision.Malformed _, Decision.Stale _ -> {}
        }
        next.merge(new Place(state, day), new Way(history, way.histories()), Way::and);
    }

    static CommandContext context(Actor actor, LocalDate today) {
        return new CommandContext(CaseScenario.CASE, actor, POST, null, noon(today), null, null, false);
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(POST.zone()).toInstant();
    }
}
