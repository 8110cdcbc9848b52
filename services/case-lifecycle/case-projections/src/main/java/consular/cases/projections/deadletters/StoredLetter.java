package consular.cases.projections.deadletters;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.jspecify.annotations.Nullable;

/**
 * A letter of the queue. Its event is read from the log when it is asked for.
 *
 * @param sequence which letters must be taken in one after the other
 * @param index its place among them
 */
record StoredLetter(
        UUID id,
        String sequence,
        long index,
        EventReference event,
        Function<EventReference, EventMessage<?>> events,
        Instant enqueuedAt,
        Instant lastTouched,
        @Nullable Cause why,
        MetaData diagnostics)
        implements DeadLetter<EventMessage<?>> {
    @Override
    public EventMessage<?> message() {
        return events.apply(event);
    }

    @Override
    public Optional<Cause> cause() {
        return Optional.ofNullable(why);
    }

    @Override
    public DeadLetter<EventMessage<?>> markTouched() {
        return with(why, diagnostics);
    }

    @Override
    public DeadLetter<EventMessage<?>> withCause(@Nullable Throwable cause) {
        return with(cause == null ? why : ThrowableCause.asCause(cause), diagnostics);
    }

    @Override
    public DeadLetter<EventMessage<?>> withDiagnostics(MetaData news) {
        return with(why, news);
    }

    private StoredLetter with(@Nullable Cause cause, MetaData news) {
        return new StoredLetter(
                id, sequence, index, event, events, enqueuedAt, GenericDeadLetter.clock.instant(), cause, news);
    }
}
