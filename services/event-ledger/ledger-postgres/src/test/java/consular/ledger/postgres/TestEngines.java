package consular.ledger.postgres;

import java.sql.Connection;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Engines and events for tests that need no application round them. */
final class TestEngines {

    private TestEngines() {}

    static JdbcEventStorageEngine.Builder builder(DataSource dataSource) {
        var serializer = Jackson3Serializer.builder().build();
        return JdbcEventStorageEngine.builder()
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .persistenceExceptionResolver(new LedgerAutoConfiguration().persistenceExceptionResolver())
                .connectionProvider(dataSource::getConnection);
    }

    /** Every append is a transaction of its own. */
    static EventStorageEngine engine(DataSource dataSource) {
        return PostgresEventStorageEngine.of(builder(dataSource), NoTransactionManager.INSTANCE, 500);
    }

    /** Every append is part of whatever transaction the connection has open; it is never closed. */
    static EventStorageEngine engine(Connection connection) {
        return engine(new SingleConnectionDataSource(connection, true));
    }

    static DomainEventMessage<String> event(String stream, long sequence) {
        return event(stream, sequence, Instant.now());
    }

    static DomainEventMessage<String> event(String stream, long sequence, Instant timestamp) {
        var id = UUID.randomUUID().toString();
        var payload = "%s, step %d".formatted(stream, sequence);
        var message = new GenericEventMessage<>(id, payload, MetaData.from(Map.of("by", "test")), timestamp);
        return new GenericDomainEventMessage<>("Example", stream, sequence, message, timestamp);
    }
}
