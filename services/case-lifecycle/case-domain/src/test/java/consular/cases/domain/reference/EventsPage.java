package consular.cases.domain.reference;

import static consular.cases.domain.reference.ReferencePage.codes;

import consular.cases.domain.CaseEvent;
import consular.cases.domain.EventByAnotherSystem;
import consular.cases.domain.EventByTime;
import consular.cases.domain.law.Rule;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The events: what they carry, and the rules that they were seen to rest on. */
final class EventsPage {
    private EventsPage() {}

    /**
     * The page.
     *
     * @throws IllegalStateException naming every event that was not seen to rest on a rule
     */
    static ReferencePage of(List<Run> runs) {
        var unfounded = Stream.of(CaseEvent.ByPerson.class, EventByTime.class, EventByAnotherSystem.class)
                .flatMap(EventsPage::types)
                .filter(type -> rules(type, runs).isEmpty())
                .map(Class::getSimpleName)
                .toList();
        if (!unfounded.isEmpty()) {
            throw new IllegalStateException("seen to rest on no rule: " + unfounded);
        }
        return ReferencePage.of(
                "events.md",
                "Events",
                """
                What can have happened to a case. Each is stored under its plain name. The rules are those that the
                events cite when the golden scenarios are run and the tests of a case tell their stories.
                """,
                "## Brought about by persons\n\n"
                        + sections(CaseEvent.ByPerson.class, runs)
                        + "\n## Brought about by the passing of time\n\n"
                        + sections(EventByTime.class, runs)
                        + "\n## Brought about by another system's answer\n\n"
                        + sections(EventByAnotherSystem.class, runs));
    }

    private static String sections(Class<?> kind, List<Run> runs) {
        return types(kind)
                .map(type -> "### %s\n\n%s\nRests on: %s.\n"
                        .formatted(type.getSimpleName(), Shapes.table(type), codes(rules(type, runs))))
                .collect(Collectors.joining("\n"));
    }

    /** Every event of a kind, in alphabetical order. */
    static Stream<Class<?>> types(Class<?> kind) {
        return Arrays.<Class<?>>stream(kind.getPermittedSubclasses())
                .sorted(Comparator.comparing(Class::getSimpleName));
    }

    private static Set<String> rules(Class<?> type, List<Run> runs) {
        var ids = new TreeSet<String>();
        for (var run : runs) {
            for (var line : run.history()) {
                if (line.event().getClass() == type) {
                    line.stamp().rules().stream().map(Rule::id).forEach(ids::add);
                }
            }
        }
        return ids;
    }
}
