package consular.ledger.postgres;

import java.time.Instant;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.jspecify.annotations.Nullable;

/**
 * An event as Axon takes it: contents are read when somebody deserializes or upcasts them, and everything else is told at once.
 *
 * @param clear the event without what is under keys
 */
record UnopenedEventData(DomainEventData<String> clear, TrackedRow row) implements DomainEventData<String> {

    @Override
    public SerializedObject<String> getPayload() {
        return new Unopened(clear.getPayload().getType(), () -> row.opened().payload());
    }

    @Override
    public SerializedObject<String> getMetaData() {
        return new Unopened(clear.getMetaData().getType(), () -> row.opened().metaData());
    }

    @Override
    public @Nullable String getType() {
        return clear.getType();
    }

    /** None where no aggregate applied it. */
    @Override
    public @Nullable String getAggregateIdentifier() {
        return clear.getAggregateIdentifier();
    }

    @Override
    public long getSequenceNumber() {
        return clear.getSequenceNumber();
    }

    @Override
    public String getEventIdentifier() {
        return clear.getEventIdentifier();
    }

    @Override
    public Instant getTimestamp() {
        return clear.getTimestamp();
    }

    private record Unopened(SerializedType type, Supplier<String> data) implements SerializedObject<String> {

        @Override
        public Class<String> getContentType() {
            return String.class;
        }

        @Override
        public SerializedType getType() {
            return type;
        }

        @Override
        public String getData() {
            return data.get();
        }
    }
}
