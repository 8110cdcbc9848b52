package consular.cases.projections.deadletters;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Where the event of a letter stands.
 *
 * @param position its place in the log
 * @param streamSequence its place in its stream; null if it belongs to none
 */
record EventReference(
        long position, String eventId, @Nullable Long streamSequence) {
    static EventReference to(EventMessage<?> message) {
        if (message instanceof TrackedEventMessage<?> tracked
                && tracked.trackingToken().position().isPresent()) {
            return new EventReference(
                    tracked.trackingToken().position().getAsLong(),
                    message.getIdentifier(),
                    message instanceof DomainEventMessage<?> event ? event.getSequenceNumber() : null);
        }
        throw new IllegalArgumentException("only an event that has its place in the log can be kept by its place");
    }
}
