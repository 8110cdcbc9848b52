package consular.cases.domain.reference;

import consular.cases.domain.CommandName;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.law.RejectionCode;
import java.util.List;

/** What became of a command that a scenario gave. */
public sealed interface Outcome {
    record Accepted(CommandName command, List<RecordedEvent> events) implements Outcome {}

    record Refused(CommandName command, RejectionCode code) implements Outcome {}
}
