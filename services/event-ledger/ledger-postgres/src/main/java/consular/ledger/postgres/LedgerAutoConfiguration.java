package consular.ledger.postgres;

import consular.ledger.postgres.notary.CheckpointSink;
import consular.ledger.postgres.secrets.Vault;
import consular.ledger.postgres.sequencing.LogHead;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
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
            "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JpaAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JpaEventStoreAutoConfiguration",
            "org.axonframework.springboot.autoconfig.TransactionAutoConfiguration",
            "org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration",
            "org.axonframework.springboot.autoconfig.MicrometerMetricsAutoConfiguration",
            "org.axonframework.springboot.autoconfig.MetricsAutoConfiguration"
        })
@EnableConfigurationProperties(LedgerProperties.class)
@Import(SecretsAutoConfiguration.class)
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

    @Bean
    LogHead logHead() {
        return new LogHead();
    }

    @Bean
    RecentAppends recentAppends() {
        return new RecentAppends();
    }

    @Bean
    EventLog eventLog(
            DataSource dataSource, LogHead head, RecentAppends appends, LedgerProperties properties, Vault vault) {
        return new EventLog(dataSource, head, appends, properties.batchSize(), vault);
    }

    /** What writes, orders and signs; it starts before anything that reads or sends commands, and stops after it. */
    @Bean
    @Lazy(false)
    LedgerWork ledgerWork(
            DataSource dataSource,
            LogHead head,
            LedgerProperties properties,
            LedgerKeys keys,
            ObjectProvider<CheckpointSink> sinks,
            Vault vault) {
        return new LedgerWork(
                dataSource, head, properties, keys, sinks.orderedStream().toList(), vault);
    }

    @Bean
    LedgerKeys ledgerKeys(LedgerProperties properties) {
        return LedgerKeys.of(properties);
    }

    @Bean
    LogEvidence logEvidence(JdbcClient jdbc, LedgerKeys keys, LedgerProperties properties) {
        return new LogEvidence(jdbc, keys.all(), properties.batchSize());
    }

    @Bean
    LedgerMeters ledgerMeters(LedgerWork work, JdbcClient jdbc) {
        return new LedgerMeters(work, jdbc);
    }

    /** Snapshots are written by the general serializer, as Axon does it; events by the one for events. */
    @Bean
    @ConditionalOnMissingBean
    EventStorageEngine eventStorageEngine(
            Serializer generalSerializer,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            Configuration configuration,
            PersistenceExceptionResolver persistenceExceptionResolver,
            EventLog log,
            RecentAppends appends,
            LedgerWork work,
            JdbcClient jdbc,
            ObjectProvider<Attribution.Source> attributions,
            Vault vault,
            LedgerProperties properties) {
        var builder = new PostgresEventStorageEngine.Builder(new PostgresEventStorageEngine.Parts(
                log,
                work.commits(),
                new StreamChains(jdbc),
                appends,
                properties.snapshots() ? Optional.of(new Snapshots(jdbc)) : Optional.empty(),
                attributions.getIfAvailable(() -> Attribution::unknown),
                vault));
        builder.snapshotSerializer(generalSerializer)
                .eventSerializer(eventSerializer)
                .upcasterChain(configuration.upcasterChain())
                .snapshotFilter(configuration.snapshotFilter())
                .persistenceExceptionResolver(persistenceExceptionResolver)
                .batchSize(properties.batchSize());
        return new PostgresEventStorageEngine(builder);
    }

    @Bean("eventBus")
    @Qualifier("eventStore")
    @ConditionalOnMissingBean(EventBus.class)
    LedgerEventStore eventStore(EventStorageEngine engine, LogHead head, Configuration configuration) {
        var builder = new LedgerEventStore.Builder();
        builder.storageEngine(engine)
                .messageMonitor(configuration.messageMonitor(EventStore.class, "eventStore"))
                .spanFactory(configuration.getComponent(EventBusSpanFactory.class));
        return new LedgerEventStore(builder, head);
    }

    /** As Axon's own, but without a transaction: an append is one statement, on a connection that commands need not hold. */
    @Bean
    @Qualifier("localSegment")
    @ConditionalOnMissingBean(CommandBus.class)
    SimpleCommandBus commandBus(
            Configuration configuration, DuplicateCommandHandlerResolver duplicateCommandHandlerResolver) {
        var bus = SimpleCommandBus.builder()
                .duplicateCommandHandlerResolver(duplicateCommandHandlerResolver)
                .spanFactory(configuration.getComponent(CommandBusSpanFactory.class))
                .messageMonitor(configuration.messageMonitor(CommandBus.class, "commandBus"))
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
        return bus;
    }

    @Bean
    CommandKeys commandKeys(JdbcClient jdbc, PlatformTransactionManager transactionManager) {
        return new CommandKeys(jdbc, transactionManager);
    }

    @Bean
    UniqueValues uniqueValues(JdbcClient jdbc) {
        return new UniqueValues(jdbc);
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

    @Bean
    @Lazy(false)
    PrivilegeCheck privilegeCheck(JdbcClient jdbc, LedgerProperties properties) {
        return new PrivilegeCheck(jdbc, properties.requireLeastPrivilege());
    }
}
