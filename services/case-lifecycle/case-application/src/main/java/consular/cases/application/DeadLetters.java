package consular.cases.application;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;

/** Where the events wait that an event processor could not take in, and those of the same stream behind them. */
public interface DeadLetters {
    /** The queue of one event processor. Whoever enqueues does so in the transaction of the batch. */
    SequencedDeadLetterQueue<EventMessage<?>> of(String processor);

    /**
     * What becomes of an event that was not taken in: it is kept with a cause that quotes nothing of it. Where the fault is
     * not the event's, such as a database that is away, the policy throws the failure on, and the processor tries the batch
     * again by itself.
     */
    EnqueuePolicy<EventMessage<?>> policy();
}
