package consular.ledger.postgres;

import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Gives an Axon application its event log, and puts Axon's own auto-configuration in the right order.
 *
 * <p>The order is needed because Axon 4.13 names the classes of Spring Boot 2 and 3, which Boot 4 has moved. Left alone
 * it looks for the data source, the transaction manager and the meter registry before they are defined, and settles for
 * none. Standing between the two, this class restores what Axon meant.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration"
        },
        beforeName = {
            "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JpaAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JpaEventStoreAutoConfiguration",
            "org.axonframework.springboot.autoconfig.TransactionAutoConfiguration",
            "org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration",
            "org.axonframework.springboot.autoconfig.MicrometerMetricsAutoConfiguration",
            "org.axonframework.springboot.autoconfig.MetricsAutoConfiguration"
        })
@EnableConfigurationProperties(LedgerProperties.class)
public final class LedgerAutoConfiguration {

    /** PostgreSQL's "unique violation" and no other: a broken check is a mistake, which no retry will mend. */
    private static final String UNIQUE_VIOLATION = "23505";

    @Bean
    @ConditionalOnMissingBean
    PersistenceExceptionResolver persistenceExceptionResolver() {
        return new SQLStateResolver(UNIQUE_VIOLATION);
    }

    @Bean
    @ConditionalOnMissingBean
    TokenSchema tokenSchema() {
        return LedgerSchema.TOKENS;
    }

    /** Snapshots are written by the general serializer, as Axon does it; events by the one for events. */
    @Bean
    @ConditionalOnMissingBean
    EventStorageEngine eventStorageEngine(
            Serializer generalSerializer,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            Configuration configuration,
            ConnectionProvider connectionProvider,
            TransactionManager transactionManager,
            PersistenceExceptionResolver persistenceExceptionResolver,
            LedgerProperties properties) {
        var builder = JdbcEventStorageEngine.builder()
                .snapshotSerializer(generalSerializer)
                .eventSerializer(eventSerializer)
                .upcasterChain(configuration.upcasterChain())
                .snapshotFilter(configuration.snapshotFilter())
                .connectionProvider(connectionProvider)
                .persistenceExceptionResolver(persistenceExceptionResolver);
        return PostgresEventStorageEngine.of(builder, transactionManager, properties.batchSize());
    }

    @Bean
    EventLog eventLog(
            DataSource dataSource, PlatformTransactionManager transactionManager, LedgerProperties properties) {
        return new EventLog(dataSource, transactionManager, properties.batchSize());
    }

    @Bean
    CommandKeys commandKeys(JdbcClient jdbc, PlatformTransactionManager transactionManager) {
        return new CommandKeys(jdbc, transactionManager);
    }

    @Bean
    OperationKeys operationKeys(JdbcClient jdbc, PlatformTransactionManager transactionManager) {
        return new OperationKeys(jdbc, transactionManager);
    }

    /** Never lazy, whatever the application's default: nothing asks for it. */
    @Bean
    @Lazy(false)
    DurabilityCheck durabilityCheck(JdbcClient jdbc, LedgerProperties properties) {
        return new DurabilityCheck(jdbc, properties.requireDurability());
    }
}
