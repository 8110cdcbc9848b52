package consular.cases.domain.reference;

import consular.cases.domain.ApplicationState;
import consular.cases.domain.CaseDecider;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.CaseView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The states of an application and of a registration, drawn from the transitions that were seen. */
final class StatesPage {
    private record Transition(String from, String to) implements Comparable<Transition> {
        @Override
        public int compareTo(Transition other) {
            return (from + " " + to).compareTo(other.from + " " + other.to);
        }
    }

    private final Map<Transition, TreeSet<String>> applications = new TreeMap<>();
    private final Map<Transition, TreeSet<String>> registrations = new TreeMap<>();

    private StatesPage() {}

    static ReferencePage of(List<Run> runs) {
        var page = new StatesPage();
        runs.forEach(page::observe);
        return ReferencePage.of(
                "states.md",
                "States",
                """
                Every transition that the golden scenarios and the short histories of rejections go through, with the
                events that bring it about.
                """,
                "## An application\n\n" + diagram(page.applications) + "\n## The registration\n\n"
                        + diagram(page.registrations));
    }

    private void observe(Run run) {
        var state = CaseDecider.initialState();
        Map<String, ApplicationState> before = Map.of();
        var registered = "[*]";
        for (var line : run.history()) {
            state = CaseDecider.evolve(state, line.event(), line.stamp());
            if (state instanceof CaseFile file) {
                var event = line.event().getClass().getSimpleName();
                var now = new LinkedHashMap<String, ApplicationState>();
                for (var applicant : file.applicants()) {
                    var id = applicant.applicantId().value();
                    var old = before.get(id);
                    note(
                            applications,
                            old == null ? "[*]" : old.name(),
                            applicant.state().name(),
                            event);
                    now.put(id, applicant.state());
                }
                before = now;
                var registration = CaseView.of(file).registration().state().name();
                note(registrations, registered, registration, event);
                registered = registration;
            }
        }
    }

    private static void note(Map<Transition, TreeSet<String>> seen, String from, String to, String event) {
        if (!from.equals(to)) {
            seen.computeIfAbsent(new Transition(from, to), _ -> new TreeSet<>()).add(event);
        }
    }

    private static String diagram(Map<Transition, TreeSet<String>> seen) {
        return seen.entrySet().stream()
                .map(it -> "  %s --> %s: %s"
                        .formatted(it.getKey().from(), it.getKey().to(), String.join(", ", it.getValue())))
                .collect(Collectors.joining("\n", "```mermaid\nstateDiagram-v2\n", "\n```\n"));
    }
}
