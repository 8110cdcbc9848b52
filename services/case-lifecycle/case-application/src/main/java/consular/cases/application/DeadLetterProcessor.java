package consular.cases.application;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;

/** An event processor whose dead letters an administrator may try again or give up. */
public interface DeadLetterProcessor extends SequencedDeadLetterProcessor<EventMessage<?>> {
    /** What administrators know it by. */
    String name();

    /** Under which name its letters are kept now. */
    String group();
}
