package consular.cases.application;

import consular.cases.domain.quasirefusals.QuasiRefusalEvent;
import java.util.function.Predicate;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;

/**
 * Tries the events again that the lookouts could not take in. Not by Axon's own processor: it puts the trial into the
 * transaction of the queue, which a trial that fails then takes with it.
 */
final class HeldLookouts implements DeadLetterProcessor {
    private final LookoutKeeper keeper;
    private final DeadLetters letters;
    private final TransactionManager transactions;

    HeldLookouts(LookoutKeeper keeper, DeadLetters letters, TransactionManager transactions) {
        this.keeper = keeper;
        this.letters = letters;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return LookoutKeeper.PROCESSOR;
    }

    @Override
    public String group() {
        return LookoutKeeper.PROCESSOR;
    }

    @Override
    public boolean process(Predicate<DeadLetter<? extends EventMessage<?>>> filter) {
        return letters.of(group()).process(filter, this::retry);
    }

    private EnqueueDecision<EventMessage<?>> retry(DeadLetter<? extends EventMessage<?>> letter) {
        try {
            transactions.executeInTransaction(
                    () -> keeper.on((QuasiRefusalEvent) letter.message().getPayload()));
            return Decisions.evict();
        } catch (RuntimeException failure) {
            return letters.policy().decide(letter, failure);
        }
    }
}
