package consular.ledger.postgres;

import java.time.Instant;
import org.axonframework.eventhandling.EventMessage;

/**
 * What the log vouches for besides an event's content.
 *
 * @param actor who did it, 1 to 1,024 bytes
 * @param effectiveAt since when it counts
 * @param recordedAt when it was recorded
 */
public record Attribution(String actor, Instant effectiveAt, Instant recordedAt) {

    /** Tells it of the events of an application; a bean of this type takes the place of the ledger's own. */
    @FunctionalInterface
    public interface Source {

        /** What to vouch for. Times are cut to the microsecond. */
        Attribution of(EventMessage<?> event);
    }

    /** What can be said of any event. */
    static Attribution unknown(EventMessage<?> event) {
        return new Attribution("application", event.getTimestamp(), event.getTimestamp());
    }
}
