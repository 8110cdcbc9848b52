package consular.cases.projections.deadletters;

import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;

/** Reads the events of letters again. */
final class LoggedEvents {
    private static final int PATIENCE_SECONDS = 10;

    private final StreamableMessageSource<TrackedEventMessage<?>> log;

    LoggedEvents(StreamableMessageSource<TrackedEventMessage<?>> log) {
        this.log = log;
    }

    /** The event as the log has it now: erased since, if so. */
    EventMessage<?> read(EventReference reference) {
        try (var stream = log.openStream(new GlobalSequenceTrackingToken(reference.position() - 1))) {
            if (stream.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                var found = stream.nextAvailable();
                if (found.getIdentifier().equals(reference.eventId())) {
                    return found;
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("event " + reference.eventId() + " of a dead letter is not at position "
                + reference.position() + " of the log");
    }
}
