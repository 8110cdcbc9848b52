package consular.cases.domain;

import consular.cases.domain.CaseCommand.PresentEvidence;
import consular.cases.domain.CaseState.CaseFile;
import java.util.ArrayList;
import java.util.List;

/**
 * A case on which the service has said all that time had brought about by an act of a person. The time of the act decides,
 * and not who was quicker (W-21): what had come about by then is recorded before the act, by the service, just as it would
 * have been on its day, and the act is decided on the case as it then is. What took effect before a termination can be entered only
 * until the service has said it (contract 7.3).
 *
 * @param file the case with what had come about
 * @param events what of that had not been recorded; mostly nothing
 */
record CaughtUp(CaseFile file, List<RecordedEvent> events) {

    /** The case as an act meets it. */
    static CaughtUp with(CaseCommand.ByPerson command, CaseFile file, CommandContext context) {
        var at = context.actEffectiveAt();
        if (NothingDue.by(at, file, context.policy().alarms())) {
            return new CaughtUp(file, List.of());
        }
        var caughtUp = DeadlineDecisions.upTo(at, file, context.ofService(), kind -> isLeft(kind, command));
        return new CaughtUp(caughtUp.file(), caughtUp.recorded());
    }

    /** Evidence is never refused for lateness: it comes to the file, and the termination after it. */
    private static boolean isLeft(DeadlineKind kind, CaseCommand.ByPerson command) {
        return command instanceof PresentEvidence && (kind == DeadlineKind.TERM_A || kind == DeadlineKind.TERM_B);
    }

    /** What is recorded with an act; nothing if it is turned down, for then the service comes to it by itself. */
    Decision before(Decision decision) {
        if (events.isEmpty()) {
            return decision;
        }
        return switch (decision) {
            case Decision.Accepted(var lines) -> {
                var all = new ArrayList<>(events);
                all.addAll(lines);
                yield new Decision.Accepted(all);
            }
            case Decision.Rejected _, Decision.Malformed _, Decision.Stale _ -> decision;
        };
    }
}
