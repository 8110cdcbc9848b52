package consular.cases.domain.reference;

import static consular.cases.domain.reference.ReferencePage.codes;

import consular.cases.domain.CommandName;
import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.people.Role;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The commands: who gives them, what they carry, what they bring about, what turns them down. */
final class CommandsPage {
    private CommandsPage() {}

    static ReferencePage of(List<Run> runs) {
        return ReferencePage.of(
                "commands.md",
                "Commands",
                """
                Each is given by `POST /api/v1/cases/{caseId}/commands/{Command}`, RegisterCase by `POST /api/v1/cases`.
                The events and rejections are those met when the golden scenarios and the short histories of
                rejections are run. Every command can also meet FUTURE_EFFECTIVE_TIME, OUT_OF_ORDER and
                LATE_ENTRY_REASON_REQUIRED, and most meet REGISTRATION_TERMINATED after a termination.
                """,
                Arrays.stream(CommandName.values())
                        .map(name -> section(name, runs))
                        .collect(Collectors.joining("\n")));
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

    private static Iterable<String> events(CommandName name, List<Run> runs) {
        var types = new TreeSet<String>();
        for (var run : runs) {
            for (var outcome : run.outcomes()) {
                if (outcome instanceof Outcome.Accepted accepted && accepted.command() == name) {
                    accepted.events()
                            .forEach(line -> types.add(line.event().getClass().getSimpleName()));
                }
            }
        }
        return types;
    }

    private static Iterable<RejectionCode> rejections(CommandName name, List<Run> runs) {
        var codes = new TreeSet<RejectionCode>();
        for (var run : runs) {
            for (var outcome : run.outcomes()) {
                if (outcome instanceof Outcome.Refused refused && refused.command() == name) {
                    codes.add(refused.code());
                }
            }
        }
        return codes;
    }
}
