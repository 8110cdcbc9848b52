package consular.ledger.postgres;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The states of aggregates that Axon has kept. They save reading; whoever appends is held to the events all the same. */
final class Snapshots {

    /** Storing the same snapshot twice is no conflict. */
    private static final String STORE = """
        insert into snapshot (aggregate_identifier, sequence_number, type, event_identifier, time_stamp,
                              payload_type, payload_revision, payload, meta_data)
        values (?, ?, ?, ?, ?::timestamptz, ?, ?, ?::jsonb, ?::jsonb)
        on conflict (aggregate_identifier, sequence_number) do nothing
        """;

    /** The last one is all that is ever used. */
    private static final String DROP_OLDER =
            "delete from snapshot where aggregate_identifier = ? and sequence_number < ?";

    private static final String READ = """
        select aggregate_identifier, sequence_number, type, event_identifier, time_stamp,
               payload_type, payload_revision, payload, meta_data
        from snapshot
        where aggregate_identifier = ?
        order by sequence_number desc
        """;

    private final JdbcClient jdbc;

    Snapshots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void store(DomainEventMessage<?> snapshot, Serializer serializer) {
        var payload = snapshot.serializePayload(serializer, String.class);
        var metaData = snapshot.serializeMetaData(serializer, String.class);
        jdbc.sql(STORE)
                .param(snapshot.getAggregateIdentifier())
                .param(snapshot.getSequenceNumber())
                .param(snapshot.getType())
                .param(snapshot.getIdentifier())
                .param(snapshot.getTimestamp().truncatedTo(ChronoUnit.MICROS).toString())
                .param(payload.getType().getName())
                .param(payload.getType().getRevision())
                .param(payload.getData())
                .param(metaData.getData())
                .update();
        jdbc.sql(DROP_OLDER)
                .params(snapshot.getAggregateIdentifier(), snapshot.getSequenceNumber())
                .update();
    }

    /** The last one first. */
    Stream<DomainEventData<String>> read(String stream) {
        return jdbc
                .sql(READ)
                .param(stream)
                .query((row, _) -> (DomainEventData<String>) new GenericDomainEventEntry<>(
                        row.getString("type"),
                        row.getString("aggregate_identifier"),
                        row.getLong("sequence_number"),
                        row.getString("event_identifier"),
                        row.getObject("time_stamp", OffsetDateTime.class)
                                .toInstant()
                                .toString(),
                        row.getString("payload_type"),
                        row.getString("payload_revision"),
                        row.getString("payload"),
                        row.getString("meta_data")))
                .list()
                .stream();
    }
}
