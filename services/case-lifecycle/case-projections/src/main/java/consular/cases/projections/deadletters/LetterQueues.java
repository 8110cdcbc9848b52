package consular.cases.projections.deadletters;

import consular.cases.application.DeadLetters;
import consular.cases.application.PlainCause;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The queues of all event processors. */
@Component
public final class LetterQueues implements DeadLetters {
    /** When a thousand cases fail it is not they that are at fault: the processor stops instead, and the lag alerts. */
    private static final long MOST_SEQUENCES = 1_000;

    /** More events than any case has. */
    private static final long MOST_LETTERS = 100_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ObjectProvider<StreamableMessageSource<TrackedEventMessage<?>>> log;

    /** The log may need event processors, which need their queues, so it is asked for late. */
    LetterQueues(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ObjectProvider<StreamableMessageSource<TrackedEventMessage<?>>> log) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.log = log;
    }

    @Override
    public LetterQueue of(String processor) {
        return new LetterQueue(
                new LetterTable(processor, reference -> new LoggedEvents(log.getObject()).read(reference), jdbc),
                new LetterQueue.Limits(MOST_SEQUENCES, MOST_LETTERS),
                transaction);
    }

    @Override
    public EnqueuePolicy<EventMessage<?>> policy() {
        return (_, failure) -> {
            if (!Fault.isOfTheEvent(failure)) {
                throw failure instanceof RuntimeException passing ? passing : new IllegalStateException(failure);
            }
            return Decisions.enqueue(PlainCause.of(failure));
        };
    }
}
