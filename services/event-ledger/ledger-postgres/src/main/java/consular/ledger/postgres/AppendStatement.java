package consular.ledger.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/**
 * Writes events, however many, in one statement: an append is one round trip, and the lock that the table's trigger
 * takes is not held while further statements travel.
 */
final class AppendStatement {

    /** One array per column; the ordinality makes the order of the positions the order of the events. */
    private static final String APPEND = """
        insert into event_log (aggregate_identifier, sequence_number, type, event_identifier, time_stamp,
                               payload_type, payload_revision, payload, meta_data)
        select event.aggregate_identifier, event.sequence_number, event.type, event.event_identifier,
               event.time_stamp::timestamptz, event.payload_type, event.payload_revision,
               event.payload::jsonb, event.meta_data::jsonb
        from unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::text[])
             with ordinality
             as event (aggregate_identifier, sequence_number, type, event_identifier, time_stamp,
                       payload_type, payload_revision, payload, meta_data, ordinality)
        order by event.ordinality
        """;

    /** Storing the same snapshot twice is no conflict, and an error would end the transaction round it. */
    private static final String SNAPSHOT = """
        insert into snapshot (aggregate_identifier, sequence_number, type, event_identifier, time_stamp,
                              payload_type, payload_revision, payload, meta_data)
        values (?, ?, ?, ?, ?::timestamptz, ?, ?, ?::jsonb, ?::jsonb)
        on conflict (aggregate_identifier, sequence_number) do nothing
        """;

    private AppendStatement() {}

    static PreparedStatement events(
            Connection connection, List<? extends EventMessage<?>> messages, Serializer serializer)
            throws SQLException {
        var rows = messages.stream()
                .map(message -> Row.of(asDomainEvent(message), serializer))
                .toList();
        var statement = connection.prepareStatement(APPEND);
        setTexts(statement, 1, rows, row -> row.event.getAggregateIdentifier());
        var sequences = rows.stream().map(row -> row.event.getSequenceNumber()).toArray(Long[]::new);
        statement.setArray(2, connection.createArrayOf("int8", sequences));
        setTexts(statement, 3, rows, row -> row.event.getType());
        setTexts(statement, 4, rows, row -> row.event.getIdentifier());
        setTexts(statement, 5, rows, Row::timestamp);
        setTexts(statement, 6, rows, row -> row.payload.getType().getName());
        setTexts(statement, 7, rows, row -> row.payload.getType().getRevision());
        setTexts(statement, 8, rows, row -> row.payload.getData());
        setTexts(statement, 9, rows, row -> row.metaData.getData());
        return statement;
    }

    static PreparedStatement snapshot(Connection connection, DomainEventMessage<?> message, Serializer serializer)
            throws SQLException {
        var row = Row.of(message, serializer);
        var statement = connection.prepareStatement(SNAPSHOT);
        statement.setString(1, message.getAggregateIdentifier());
        statement.setLong(2, message.getSequenceNumber());
        statement.setString(3, message.getType());
        statement.setString(4, message.getIdentifier());
        statement.setString(5, row.timestamp());
        statement.setString(6, row.payload.getType().getName());
        statement.setString(7, row.payload.getType().getRevision());
        statement.setString(8, row.payload.getData());
        statement.setString(9, row.metaData.getData());
        return statement;
    }

    /** An event that no aggregate applied becomes a stream of its own, under its own identifier. */
    private static DomainEventMessage<?> asDomainEvent(EventMessage<?> message) {
        return message instanceof DomainEventMessage<?> event
                ? event
                : new GenericDomainEventMessage<>(null, message.getIdentifier(), 0, message, message::getTimestamp);
    }

    private static void setTexts(PreparedStatement statement, int index, List<Row> rows, Function<Row, String> column)
            throws SQLException {
        var texts = rows.stream().map(column).toArray(String[]::new);
        statement.setArray(index, statement.getConnection().createArrayOf("text", texts));
    }

    private record Row(
            DomainEventMessage<?> event, SerializedObject<String> payload, SerializedObject<String> metaData) {

        static Row of(DomainEventMessage<?> event, Serializer serializer) {
            return new Row(
                    event,
                    event.serializePayload(serializer, String.class),
                    event.serializeMetaData(serializer, String.class));
        }

        /** PostgreSQL keeps microseconds and would round; an event must not move into the future. */
        String timestamp() {
            return event.getTimestamp().truncatedTo(ChronoUnit.MICROS).toString();
        }
    }
}
