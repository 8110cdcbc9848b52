package consular.benchmarks.notes;

import javax.sql.DataSource;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.transaction.PlatformTransactionManager;

/** What {@link Notes} starts: everything is the same on both engines but what stores the events. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(NoteFile.class)
class NotesApplication {
    /** The profile with the engine that comes with Axon; the ledger's auto-configuration must be excluded. */
    static final String STOCK = "stock";

    /** The property with the number of events behind which a snapshot is made; 0 is never. */
    static final String SNAPSHOT_EVERY = "notes.snapshot-every";

    @Bean
    Cache fileCache() {
        return new FileCache();
    }

    /** As in the service: Axon's own reflects over the class of every command. */
    @Bean
    CommandTargetResolver fileTargetResolver() {
        return command -> {
            Object fileId = ((FileCommand) command.getPayload()).fileId();
            return new VersionedAggregateIdentifier(fileId, null);
        };
    }

    /** As in the service: no trace of messages in the log. */
    @Bean
    CorrelationDataProvider correlationDataProvider() {
        return new SimpleCorrelationDataProvider();
    }

    @Bean
    SnapshotTriggerDefinition fileSnapshots(
            ObjectProvider<Snapshotter> snapshotter, @Value("${" + SNAPSHOT_EVERY + ":0}") int every) {
        return every == 0
                ? NoSnapshotTriggerDefinition.INSTANCE
                : new EventCountSnapshotTriggerDefinition(snapshotter.getObject(), every);
    }

    /** Axon's engine as its documentation has it, and told which failure is a duplicate key. */
    @Configuration(proxyBeanMethods = false)
    @Profile(STOCK)
    static class Stock {
        private static final String UNIQUE_VIOLATION = "23505";

        @Bean
        TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
            return new SpringTransactionManager(transactions);
        }

        @Bean
        PersistenceExceptionResolver persistenceExceptionResolver() {
            return new SQLStateResolver(UNIQUE_VIOLATION);
        }

        @Bean
        ConnectionProvider connectionProvider(DataSource dataSource) {
            return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(dataSource));
        }

        @Bean
        EventStorageEngine eventStorageEngine(
                Serializer generalSerializer,
                @Qualifier("eventSerializer") Serializer eventSerializer,
                ConnectionProvider connections,
                TransactionManager transactions,
                PersistenceExceptionResolver persistenceExceptionResolver) {
            var engine = JdbcEventStorageEngine.builder()
                    .snapshotSerializer(generalSerializer)
                    .eventSerializer(eventSerializer)
                    .connectionProvider(connections)
                    .transactionManager(transactions)
                    .persistenceExceptionResolver(persistenceExceptionResolver)
                    .build();
            engine.createSchema(PostgresEventTableFactory.INSTANCE);
            return engine;
        }
    }
}
