package consular.ledger.postgres;

import consular.ledger.postgres.sequencing.LogHead;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.jspecify.annotations.Nullable;

/** Axon's event store on the ledger. Its streams wait for the log to grow and never ask in vain. */
final class LedgerEventStore extends AbstractEventStore {

    private final LogHead head;

    LedgerEventStore(Builder builder, LogHead head) {
        super(builder);
        this.head = head;
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        return new LogStream(storageEngine(), head, token);
    }

    /** Takes Axon's settings. */
    static final class Builder extends AbstractEventStore.Builder {}
}
