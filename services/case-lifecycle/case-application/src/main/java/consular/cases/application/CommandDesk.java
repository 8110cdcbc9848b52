package consular.cases.application;

import consular.cases.domain.CaseCommand;
import consular.cases.domain.CaseState;
import consular.cases.domain.Decision;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.people.CaseId;
import java.util.List;
import org.axonframework.messaging.Message;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** What the aggregate needs round a decision, in the unit of work that would append its events. */
interface CommandDesk {
    /** Puts the submission before the decider; a registration takes its case number here. */
    Decision decide(Submission submission, CaseState state);

    /** Claims the idempotency key of an accepted command. */
    void claimKey(Submission submission, List<RecordedEvent> events);

    /**
     * Makes sure that an accepted command may append to the case.
     *
     * @param size how much its events say, by {@link #size}
     * @throws CommandFailure.CaseFull when the case has as much in it as it may have
     */
    void ensureRoom(CaseCommand command, CaseState state, long size);

    /** How much an event says, in bytes. */
    long size(Message<?> event);

    /**
     * Makes sure that a command is not turned down, or found to need nothing, because this node remembers an older state
     * of the case than the log has. A command that appends needs no such check: its append would fail.
     *
     * @throws ConcurrencyException when the log has moved on
     */
    void ensureFresh(CaseId caseId, @Nullable CaseState remembered);
}
