package consular.cases.domain;

import consular.cases.domain.refusals.ClassMessage;
import consular.cases.domain.refusals.RefusalId;

/** An event that another system's answer brought about. */
public sealed interface EventByAnotherSystem extends CaseEvent {
    /** The endpoint of CLASS has taken a message and will keep it. */
    record ClassEntryAcknowledged(RefusalId refusalId, ClassMessage message) implements EventByAnotherSystem {}
}
