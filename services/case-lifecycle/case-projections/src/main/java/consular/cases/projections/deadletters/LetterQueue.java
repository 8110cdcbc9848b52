package consular.cases.projections.deadletters;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.DeadLetterQueueOverflowException;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.NoSuchDeadLetterException;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.WrongDeadLetterTypeException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The dead letters of one event processor, in a table of their own. Letters are added in the caller's transaction. A letter
 * that is tried is claimed meanwhile, so that of two nodes one tries it; when a node dies the claim ends after half a minute.
 */
public final class LetterQueue implements SequencedDeadLetterQueue<EventMessage<?>> {
    private final LetterTable table;
    private final Limits limits;
    private final TransactionTemplate transaction;

    LetterQueue(LetterTable table, Limits limits, TransactionTemplate transaction) {
        this.table = table;
        this.limits = limits;
        this.transaction = transaction;
    }

    /** Those of the sequences that have letters; they keep them until the caller's transaction ends. */
    public Set<String> holding(Collection<String> sequences) {
        return sequences.isEmpty() ? Set.of() : new HashSet<>(table.lock(sequences));
    }

    @Override
    public void enqueue(Object sequence, DeadLetter<? extends EventMessage<?>> letter) {
        if (isFull(sequence)) {
            throw new DeadLetterQueueOverflowException("there is no room for a dead letter of " + sequence);
        }
        table.add(sequence.toString(), letter);
    }

    @Override
    public boolean enqueueIfPresent(Object sequence, Supplier<DeadLetter<? extends EventMessage<?>>> letter) {
        var isPresent = !holding(List.of(sequence.toString())).isEmpty();
        if (isPresent) {
            enqueue(sequence, letter.get());
        }
        return isPresent;
    }

    @Override
    public void evict(DeadLetter<? extends EventMessage<?>> letter) {
        table.remove(stored(letter));
    }

    @Override
    public void requeue(
            DeadLetter<? extends EventMessage<?>> letter, UnaryOperator<DeadLetter<? extends EventMessage<?>>> update) {
        var stored = stored(letter);
        if (!table.change(stored(update.apply(stored).markTouched()))) {
            throw new NoSuchDeadLetterException(
                    "the letter of event " + stored.event().eventId() + " is not in the queue");
        }
    }

    @Override
    public boolean contains(Object sequence) {
        return sequenceSize(sequence) > 0;
    }

    @Override
    public Iterable<DeadLetter<? extends EventMessage<?>>> deadLetterSequence(Object sequence) {
        return List.copyOf(table.sequence(sequence.toString()));
    }

    @Override
    public Iterable<Iterable<DeadLetter<? extends EventMessage<?>>>> deadLetters() {
        return table.heads().stream()
                .map(head -> deadLetterSequence(head.sequence()))
                .toList();
    }

    @Override
    public boolean isFull(Object sequence) {
        var size = sequenceSize(sequence);
        return size > 0 ? size >= limits.letters() : amountOfSequences() >= limits.sequences();
    }

    @Override
    public long size() {
        return table.size();
    }

    @Override
    public long sequenceSize(Object sequence) {
        return table.size(sequence.toString());
    }

    @Override
    public long amountOfSequences() {
        return table.sequences();
    }

    @Override
    public boolean process(
            Predicate<DeadLetter<? extends EventMessage<?>>> filter,
            Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
        for (var head : table.heads()) {
            if (filter.test(head) && table.claim(head)) {
                return processFrom(head, task);
            }
        }
        return false;
    }

    @Override
    public boolean process(Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
        return process(_ -> true, task);
    }

    @Override
    public void clear() {
        table.clear();
    }

    private boolean processFrom(
            StoredLetter first,
            Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
        @Nullable StoredLetter current = first;
        while (current != null) {
            var decision = decide(current, task);
            if (decision.shouldEnqueue()) {
                requeue(
                        current,
                        letter -> decision.withDiagnostics(letter)
                                .withCause(decision.enqueueCause().orElse(null)));
                return false;
            }
            var done = current;
            current = transaction.execute(_ -> next(done));
        }
        return true;
    }

    private EnqueueDecision<EventMessage<?>> decide(
            StoredLetter letter,
            Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
        try {
            return task.apply(letter);
        } catch (RuntimeException failure) {
            table.release(letter);
            throw failure;
        }
    }

    /** In one transaction, so that nobody comes in between. */
    private @Nullable StoredLetter next(StoredLetter done) {
        table.remove(done);
        return table.first(done.sequence()).filter(table::claim).orElse(null);
    }

    private static StoredLetter stored(DeadLetter<? extends EventMessage<?>> letter) {
        if (letter instanceof StoredLetter stored) {
            return stored;
        }
        throw new WrongDeadLetterTypeException("the letter does not come from this queue");
    }

    /**
     * How much it takes.
     *
     * @param sequences how many sequences
     * @param letters how many letters of one sequence
     */
    record Limits(long sequences, long letters) {}
}
