package consular.cases.domain.reference;

import consular.cases.domain.CaseDecider;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.CaseView;
import consular.cases.domain.RefusalView;
import consular.cases.domain.quasirefusals.QuasiRefusal;
import consular.cases.domain.quasirefusals.QuasiRefusalDecider;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The states of whatever has states, drawn from the transitions that were seen. */
final class StatesPage {
    private record Transition(String from, String to) implements Comparable<Transition> {
        @Override
        public int compareTo(Transition other) {
            return (from + " " + to).compareTo(other.from + " " + other.to);
        }
    }

    /** What has states: by the id of each one, the state that it is in. */
    private enum Machine {
        APPLICATION(
                "An application",
                view -> states(view.applicants(), it -> it.applicantId().value(), it -> it.state())),
        REGISTRATION(
                "The registration",
                view -> Map.of("", view.registration().state().name())),
        REVIEW(
                "The review of a refusal",
                view -> states(
                        refusals(view),
                        it -> it.refusalId().value(),
                        it -> it.review().state())),
        NOTICE(
                "The notice of a refusal",
                view -> states(
                        refusals(view),
                        it -> it.refusalId().value(),
                        it -> it.notice().state())),
        OPINION(
                "An advisory opinion",
                view -> states(
                        view.advisoryOpinions(), it -> it.advisoryOpinionId().value(), it -> it.state()));

        private final String title;

        @SuppressWarnings("ImmutableEnumChecker") // it captures nothing; its type can't say so
        private final Function<CaseView, Map<String, String>> states;

        Machine(String title, Function<CaseView, Map<String, String>> states) {
            this.title = title;
            this.states = states;
        }

        private static <T> Map<String, String> states(
                List<T> them, Function<T, String> id, Function<T, Enum<?>> state) {
            return them.stream()
                    .collect(Collectors.toMap(id, it -> state.apply(it).name()));
        }

        private static List<RefusalView> refusals(CaseView view) {
            return view.applicants().stream()
                    .flatMap(it -> it.refusals().stream())
                    .toList();
        }
    }

    private StatesPage() {}

    static ReferencePage of(List<Run> runs, List<List<QuasiRefusalEvent>> quasiRefusals) {
        var diagrams = Arrays.stream(Machine.values())
                .map(machine -> "## %s\n\n%s".formatted(machine.title, diagram(seen(machine, runs))))
                .collect(Collectors.joining("\n"));
        return ReferencePage.of(
                "states.md",
                "States",
                """
                Every transition that is seen when the golden scenarios are run and the tests of a case tell their stories,
                with the events that bring it about.
                """,
                diagrams + "\n## An inquiry without a formal application\n\n" + diagram(stages(quasiRefusals)));
    }

    private static Map<Transition, TreeSet<String>> seen(Machine machine, List<Run> runs) {
        var seen = new TreeMap<Transition, TreeSet<String>>();
        for (var run : runs) {
            var state = CaseDecider.initialState();
            Map<String, String> before = Map.of();
            for (var line : run.history()) {
                state = CaseDecider.evolve(state, line.event(), line.stamp());
                if (state instanceof CaseFile file) {
                    var now = machine.states.apply(CaseView.of(file));
                    for (var it : now.entrySet()) {
                        note(seen, before.getOrDefault(it.getKey(), "[*]"), it.getValue(), line.event());
                    }
                    before = now;
                }
            }
        }
        return seen;
    }

    private static Map<Transition, TreeSet<String>> stages(List<List<QuasiRefusalEvent>> quasiRefusals) {
        var seen = new TreeMap<Transition, TreeSet<String>>();
        for (var events : quasiRefusals) {
            var state = QuasiRefusalDecider.initialState();
            var before = "[*]";
            for (var event : events) {
                state = QuasiRefusalDecider.evolve(state, event, Instant.EPOCH);
                if (state instanceof QuasiRefusal inquiry) {
                    note(seen, before, inquiry.stage().name(), event);
                    before = inquiry.stage().name();
                }
            }
        }
        return seen;
    }

    private static void note(Map<Transition, TreeSet<String>> seen, String from, String to, Object event) {
        if (!from.equals(to)) {
            seen.computeIfAbsent(new Transition(from, to), _ -> new TreeSet<>())
                    .add(event.getClass().getSimpleName());
        }
    }

    private static String diagram(Map<Transition, TreeSet<String>> seen) {
        return seen.entrySet().stream()
                .map(it -> "  %s --> %s: %s"
                        .formatted(it.getKey().from(), it.getKey().to(), String.join(", ", it.getValue())))
                .collect(Collectors.joining("\n", "```mermaid\nstateDiagram-v2\n", "\n```\n"));
    }
}
