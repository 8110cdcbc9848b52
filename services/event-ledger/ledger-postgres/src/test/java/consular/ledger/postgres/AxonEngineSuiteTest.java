package consular.ledger.postgres;

import java.util.function.UnaryOperator;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.junit.jupiter.api.BeforeEach;

/** Everything that Axon expects of a storage engine, by Axon's own tests. */
class AxonEngineSuiteTest
        extends BatchingEventStorageEngineTest<JdbcEventStorageEngine, JdbcEventStorageEngine.Builder> {

    private TestDatabase database;

    @BeforeEach
    void freshEngine() {
        database = TestDatabase.create().migrate();
        setTestSubject(createEngine(builder -> builder));
    }

    @Override
    protected JdbcEventStorageEngine createEngine(UnaryOperator<JdbcEventStorageEngine.Builder> customization) {
        var builder = customization.apply(TestEngines.builder(database.dataSource()));
        return PostgresEventStorageEngine.of(builder, NoTransactionManager.INSTANCE, 100);
    }
}
