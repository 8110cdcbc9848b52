package consular.cases.web.api;

import consular.cases.domain.AvailableCommands.Availability;
import consular.cases.domain.CommandName;
import consular.cases.domain.law.Rejection;
import consular.cases.domain.law.Rule;
import consular.cases.web.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Whether the caller may give a command now; if not, the code, rule and citation say why not. */
record CommandItem(
        CommandName command,
        boolean allowed,
        @Nullable String code,
        @Nullable String rule,
        @Nullable String citation,
        @Nullable String detail) {

    /** The caller's roles don't allow it. */
    static CommandItem notForRole(CommandName command) {
        return new CommandItem(
                command, false, ProblemCode.FORBIDDEN_ROLE.name(), null, null, ProblemCode.FORBIDDEN_ROLE.title());
    }

    /** What the law says. */
    static CommandItem of(Availability availability) {
        var objection = availability.objection();
        return objection == null
                ? new CommandItem(availability.command(), true, null, null, null, null)
                : refused(availability.command(), objection);
    }

    private static CommandItem refused(CommandName command, Rejection rejection) {
        return new CommandItem(
                command,
                false,
                rejection.code().name(),
                rejection.rule().map(Rule::id).orElse(null),
                rejection.rule().map(Rule::citation).orElse(null),
                rejection.detail());
    }
}
