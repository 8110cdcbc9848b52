package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Why there is an engine of our own. One writer is slow to commit; another, whose event bears a time a minute back, commits
 * before it. Axon's engine takes the slow one's number for a gap that is too old to be filled, and no reader ever sees its event.
 */
class GapLossTest {

    private static final int OVER_A_MINUTE = 61;

    private final TestDatabase database = TestDatabase.create().migrate();

    @Test
    void the_engine_that_comes_with_axon_loses_the_event_of_the_slow_writer() throws SQLException {
        database.jdbc().sql("create schema stock").update();
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(database.url() + "&currentSchema=stock");
        try (var slowly = dataSource.getConnection()) {
            slowly.setAutoCommit(false);
            var engine = stock(dataSource::getConnection);
            engine.createSchema(PostgresEventTableFactory.INSTANCE);
            engine.appendEvents(TestLedger.event("first", 0));
            stock(() -> uncommitted(slowly)).appendEvents(TestLedger.event("slow", 0));
            engine.appendEvents(backdated("quick"));

            var before = read(engine, null);
            slowly.commit();
            var after = read(engine, before.getLast().trackingToken());

            assertThat(streams(before)).containsExactly("first", "quick");
            assertThat(streams(after))
                    .as("what the reader sees of the event that is lost")
                    .isEmpty();
            assertThat(rows(dataSource)).isEqualTo(3);
        }
    }

    @Test
    void ours_shows_it_when_it_is_committed() throws Exception {
        try (var ledger = new TestLedger(database);
                var slow = new OpenWriter(ledger.dataSource())) {
            var engine = ledger.engine();
            ledger.append(TestLedger.event("first", 0));
            var stream = new TestStream();
            slow.insert(stream.peek(1));
            ledger.append(backdated("quick"));

            var before = read(engine, null);
            slow.commit();
            ledger.settle();
            var after = read(engine, before.getLast().trackingToken());

            assertThat(streams(before)).containsExactly("first", "quick");
            assertThat(streams(after)).containsExactly(stream.id().toString());
        }
    }

    private static DomainEventMessage<String> backdated(String stream) {
        return TestLedger.event(stream, 0, Instant.now().minusSeconds(OVER_A_MINUTE));
    }

    private static List<? extends TrackedEventMessage<?>> read(
            EventStorageEngine engine, @Nullable TrackingToken from) {
        try (var events = engine.readEvents(from, false)) {
            return new ArrayList<>(events.toList());
        }
    }

    private static List<String> streams(List<? extends TrackedEventMessage<?>> events) {
        return events.stream()
                .map(event -> ((DomainEventMessage<?>) event).getAggregateIdentifier())
                .toList();
    }

    private static JdbcEventStorageEngine stock(ConnectionProvider connections) {
        var serializer = Jackson3Serializer.builder().build();
        return JdbcEventStorageEngine.builder()
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .persistenceExceptionResolver(new SQLStateResolver())
                .connectionProvider(connections)
                .transactionManager(NoTransactionManager.INSTANCE)
                .build();
    }

    /** The engine thinks that it commits and closes. */
    private static Connection uncommitted(Connection connection) {
        var ignored = Set.of("commit", "close", "setAutoCommit");
        return (Connection) Proxy.newProxyInstance(
                GapLossTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    if (ignored.contains(method.getName())) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private static long rows(DataSource dataSource) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from domainevententry")) {
            row.next();
            return row.getLong(1);
        }
    }
}
