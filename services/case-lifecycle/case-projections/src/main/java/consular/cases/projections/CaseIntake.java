package consular.cases.projections;

import consular.cases.application.PlainCause;
import consular.cases.domain.people.CaseId;
import consular.cases.projections.deadletters.LetterQueue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the events of a batch into one generation. Where no rows can be made of a case, its events become dead letters, and
 * so do all later ones: its rows stay as they were, as one fold, until the letters are taken in, in their order, or given up.
 * The other cases go on.
 */
final class CaseIntake {
    private final Generation generation;
    private final ReadModelWriter writer;
    private final Arrivals arrivals;
    private final LetterQueue queue;
    private final TransactionTemplate transaction;

    CaseIntake(
            Generation generation,
            ReadModelWriter writer,
            Arrivals arrivals,
            LetterQueue queue,
            TransactionTemplate transaction) {
        this.generation = generation;
        this.writer = writer;
        this.arrivals = arrivals;
        this.queue = queue;
        this.transaction = transaction;
    }

    /** In the transaction of the batch. */
    void take(Map<CaseId, List<DomainEventMessage<?>>> touched) {
        var held = queue.holding(touched.keySet().stream().map(CaseId::toString).toList());
        var wanted = new HashMap<CaseId, Long>();
        touched.forEach((caseId, events) -> {
            if (held.contains(caseId.toString())) {
                events.forEach(event -> queue.enqueue(caseId.toString(), letter(event)));
            } else {
                wanted.put(caseId, version(events.getLast()));
            }
        });
        writer.write(wanted, generation)
                .forEach((caseId, failure) -> setAside(caseId, touched.getOrDefault(caseId, List.of()), failure));
    }

    /** Takes in the letters of the first sequence that the filter lets through, in their order, up to one that fails. */
    boolean retry(Predicate<DeadLetter<? extends EventMessage<?>>> filter) {
        return queue.process(filter, letter -> retry((DomainEventMessage<?>) letter.message()));
    }

    /** Forgets all letters, for everything is read again. */
    void clear() {
        queue.clear();
    }

    /** A fold may have shown an event before it was delivered; what its rows show already does not wait for anything. */
    private void setAside(CaseId caseId, List<DomainEventMessage<?>> events, RuntimeException failure) {
        var seen = writer.seen(caseId, generation);
        var unseen = events.stream().filter(event -> version(event) > seen).toList();
        queue.enqueue(caseId.toString(), letter(unseen.getFirst()).withCause(PlainCause.of(failure)));
        unseen.stream().skip(1).forEach(event -> queue.enqueue(caseId.toString(), letter(event)));
    }

    private EnqueueDecision<EventMessage<?>> retry(DomainEventMessage<?> event) {
        var caseId = CaseId.of(event.getAggregateIdentifier());
        var failures = transaction.execute(_ -> writer.write(Map.of(caseId, version(event)), generation));
        var failure = failures.get(caseId);
        if (failure != null) {
            return Decisions.requeue(PlainCause.of(failure));
        }
        arrivals.arrived(List.of(caseId));
        return Decisions.evict();
    }

    private static DeadLetter<EventMessage<?>> letter(DomainEventMessage<?> event) {
        return new GenericDeadLetter<>(event.getAggregateIdentifier(), event);
    }

    private static long version(DomainEventMessage<?> event) {
        return event.getSequenceNumber() + 1;
    }
}
