package consular.ledger.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.axonframework.common.jdbc.JdbcUtils;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Axon's JDBC engine on our table. Because the table appends in commit order, a missing position below a visible one
 * is dead for good: nothing is remembered about gaps, nothing waits for them and nothing times out.
 */
final class PostgresEventStorageEngine extends JdbcEventStorageEngine {

    /** By count and not by range of positions, so that a wide hole is one step. */
    static final String READ_LOG = """
        select global_index, aggregate_identifier, sequence_number, type, event_identifier, time_stamp,
               payload_type, payload_revision, payload, meta_data
        from event_log
        where global_index > ?
        order by global_index
        limit ?
        """;

    /** Reads the log from one end or the other; it serves resets of processors to a date, which are rare. */
    private static final String TOKEN_AT = """
        select min(global_index) - 1
        from event_log
        where time_stamp >= ?
        """;

    private final TransactionManager transactionManager;

    private PostgresEventStorageEngine(Builder builder, TransactionManager transactionManager) {
        super(builder);
        this.transactionManager = transactionManager;
    }

    /** Finishes a builder that has its serializers, connections and exception resolver. */
    static PostgresEventStorageEngine of(Builder builder, TransactionManager transactionManager, int batchSize) {
        var complete = builder.transactionManager(transactionManager)
                .schema(LedgerSchema.EVENTS)
                .dataType(String.class)
                .batchSize(batchSize)
                // Sequence numbers have no holes, so a batch that is not full is the last.
                .finalAggregateBatchPredicate(batch -> batch.size() < batchSize)
                .extendedGapCheckEnabled(false);
        return new PostgresEventStorageEngine(complete, transactionManager);
    }

    /** As an update and not as a JDBC batch of one, which the driver would parse and plan anew each time. */
    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        transactionManager.executeInTransaction(() -> JdbcUtils.executeUpdates(
                getConnection(),
                exception -> handlePersistenceException(exception, events.getFirst()),
                connection -> appendEvents(connection, events, serializer)));
    }

    @Override
    protected PreparedStatement appendEvents(
            Connection connection, List<? extends EventMessage<?>> events, Serializer serializer) throws SQLException {
        return AppendStatement.events(connection, events, serializer);
    }

    @Override
    protected PreparedStatement appendSnapshot(
            Connection connection, DomainEventMessage<?> snapshot, Serializer serializer) throws SQLException {
        return AppendStatement.snapshot(connection, snapshot, serializer);
    }

    @Override
    protected PreparedStatement readEventData(Connection connection, @Nullable TrackingToken last, int batchSize)
            throws SQLException {
        var statement = connection.prepareStatement(READ_LOG);
        statement.setLong(1, last == null ? 0 : last.position().orElse(0));
        statement.setInt(2, batchSize);
        return statement;
    }

    @Override
    protected TrackedEventData<?> getTrackedEventData(ResultSet row, @Nullable GapAwareTrackingToken previous)
            throws SQLException {
        var position = row.getLong(schema().globalIndexColumn());
        var token = GapAwareTrackingToken.newInstance(position, Collections.emptySortedSet());
        return tracked(token, getDomainEventData(row));
    }

    /** An event that no aggregate applied is stored as a stream of its own; readers get it back as it was published. */
    private static <T> TrackedEventData<T> tracked(TrackingToken token, DomainEventData<T> event) {
        var published = event.getEventIdentifier().equals(event.getAggregateIdentifier());
        return new TrackedDomainEventData<>(token, published ? withoutAggregate(event) : event);
    }

    private static <T> DomainEventData<T> withoutAggregate(DomainEventData<T> event) {
        return new GenericDomainEventEntry<>(
                event.getType(),
                null,
                event.getSequenceNumber(),
                event.getEventIdentifier(),
                event.getTimestamp().toString(),
                event.getPayload().getType().getName(),
                event.getPayload().getType().getRevision(),
                event.getPayload().getData(),
                event.getMetaData().getData());
    }

    @Override
    protected PreparedStatement createTokenAt(Connection connection, Instant dateTime) throws SQLException {
        var statement = connection.prepareStatement(TOKEN_AT);
        statement.setObject(1, dateTime.atOffset(ZoneOffset.UTC));
        return statement;
    }

    /** As text: Axon would cut a time object to milliseconds. */
    @Override
    protected Object readTimeStamp(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant().toString();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the signature is Axon's
    protected <T> T readPayload(ResultSet row, String column) throws SQLException {
        return (T) row.getString(column);
    }
}
