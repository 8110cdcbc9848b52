package consular.cases.domain.reference;

import static consular.cases.domain.reference.ReferencePage.codes;

import consular.cases.domain.CommandName;
import consular.cases.domain.EventByTime;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.people.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The commands: who gives them, what they carry, what they bring about, what turns them down. */
final class CommandsPage {
    /** What any command can meet, so that no command's list says it. */
    private static final Set<RejectionCode> ON_TIME = EnumSet.of(
            RejectionCode.FUTURE_EFFECTIVE_TIME, RejectionCode.OUT_OF_ORDER, RejectionCode.LATE_ENTRY_REASON_REQUIRED);

    private CommandsPage() {}

    /**
     * The page.
     *
     * @param promised by the name of a command, the codes that the interface promises for it, one space between
     * @throws IllegalStateException naming every command that brings nothing about or never meets a promised code
     */
    static ReferencePage of(List<Run> runs, Map<String, String> promised) {
        var faults = Arrays.stream(CommandName.values())
                .flatMap(name -> faults(name, runs, promised.getOrDefault(name.name(), "")))
                .toList();
        if (!faults.isEmpty()) {
            throw new IllegalStateException(String.join("\n", faults));
        }
        return ReferencePage.of(
                "commands.md",
                "Commands",
                """
                Each is given by `POST /api/v1/cases/{caseId}/commands/{Command}`, RegisterCase by `POST /api/v1/cases`.
                The events and rejections are those met when the golden scenarios are run and the tests of a case tell
                their stories. Every command can also meet FUTURE_EFFECTIVE_TIME, OUT_OF_ORDER and
                LATE_ENTRY_REASON_REQUIRED; with words about somebody whose data was erased, ERASED.
                """,
                Arrays.stream(CommandName.values())
                        .map(name -> section(name, runs))
                        .collect(Collectors.joining("\n")));
    }

    private static Stream<String> faults(CommandName name, List<Run> runs, String promised) {
        var met = rejections(name, runs);
        var missing = Arrays.stream(promised.split(" "))
                .filter(code -> !code.isEmpty() && !met.contains(RejectionCode.valueOf(code)))
                .map(code -> name + " never meets " + code);
        return Stream.concat(
                events(name, runs).isEmpty() ? Stream.of(name + " brings nothing about") : Stream.empty(), missing);
    }

    private static String section(CommandName name, List<Run> runs) {
        return """
            ## %s

            Given by %s.

            %s
            Brings about: %s.

            Turned down with: %s.
            """.formatted(
                name,
                Arrays.stream(Role.values()).filter(name::isFor).map(Role::name).collect(Collectors.joining(", ")),
                Shapes.table(name.type()),
                codes(events(name, runs)),
                codes(rejections(name, runs)));
    }

    private static Set<String> events(CommandName name, List<Run> runs) {
        var types = new TreeSet<String>();
        for (var run : runs) {
            for (var outcome : run.outcomes()) {
                if (outcome instanceof Outcome.Accepted accepted && accepted.command() == name) {
                    accepted.events().stream()
                            .map(RecordedEvent::event)
                            .filter(event -> !(event instanceof EventByTime))
                            .forEach(event -> types.add(event.getClass().getSimpleName()));
                }
            }
        }
        return types;
    }

    private static Set<RejectionCode> rejections(CommandName name, List<Run> runs) {
        var codes = new TreeSet<RejectionCode>();
        for (var run : runs) {
            for (var outcome : run.outcomes()) {
                if (outcome instanceof Outcome.Refused refused
                        && refused.command() == name
                        && !ON_TIME.contains(refused.code())) {
                    codes.add(refused.code());
                }
            }
        }
        return codes;
    }
}
