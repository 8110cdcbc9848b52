package consular.cases.projections;

import consular.cases.application.CaseHistories;
import consular.cases.application.EventFeed;
import consular.cases.application.OpenCases;
import consular.cases.application.ReadSide;
import consular.cases.application.RuleSetEffects;
import consular.cases.domain.law.Policy;
import consular.cases.domain.posts.Posts;
import consular.cases.projections.deadletters.LetterQueues;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Everything of the read side, for the service to import. It expects a data source on a database that has been migrated
 * by {@code db/migration/cases}, its transaction manager in Spring's and in Axon's form, the event store, a token store
 * in the same database, the promises of the application, the posts and the clock. The event processors are its own: they
 * need no settings of Axon's.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class ProjectionsConfiguration {

    @Bean
    Generations readModelGenerations(JdbcClient jdbc) {
        return new Generations(jdbc);
    }

    @Bean
    Arrivals readModelArrivals() {
        return new Arrivals();
    }

    @Bean
    ReadModelWriter readModelWriter(
            List<ReadModel<?>> models,
            CaseHistories histories,
            Posts posts,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        return new ReadModelWriter(models, histories, posts, jdbc, transactions);
    }

    @Bean
    CaseIntakes readModelIntakes(
            Generations generations,
            ReadModelWriter writer,
            Arrivals arrivals,
            LetterQueues queues,
            PlatformTransactionManager transactions) {
        return new CaseIntakes(generations, writer, arrivals, queues, transactions);
    }

    @Bean
    Processors readModelProcessors(
            ReadModelWriter writer,
            CaseIntakes intakes,
            Arrivals arrivals,
            Generations generations,
            EventFeed feed,
            Clock clock,
            JdbcClient jdbc,
            StreamableMessageSource<TrackedEventMessage<?>> log,
            TokenStore tokens,
            TransactionManager transactions) {
        return new Processors(writer, intakes, arrivals, generations, feed, clock, jdbc, log, tokens, transactions);
    }

    @Bean
    ReadModels readModels(
            List<ListedReadModel<?>> models, Generations generations, Arrivals arrivals, Clock clock, JdbcClient jdbc) {
        return new PostgresReadModels(models, generations, arrivals, clock, jdbc);
    }

    @Bean
    RuleSetEffects ruleSetEffects(OpenCases openCases, CaseHistories histories, Posts posts, Clock clock) {
        return new RuleSetEffects(openCases, histories, posts, clock);
    }

    @Bean
    ReadModelOperations readModelOperations(
            List<ReadModel<?>> models,
            Generations generations,
            Processors processors,
            EventFeed feed,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            DataSource dataSource,
            Posts posts,
            Policy policy) {
        return new Rebuilding(
                generations,
                processors,
                new Equality(models, jdbc, transactions),
                feed,
                dataSource,
                Edition.of(models, posts, policy));
    }

    @Bean
    ReferenceDataWatch readModelReferenceData(
            List<ReadModel<?>> models,
            Generations generations,
            ReadModelOperations operations,
            Posts posts,
            Policy policy) {
        return new ReferenceDataWatch(generations, operations, Edition.of(models, posts, policy));
    }

    @Bean
    ReadSide readSide(Processors processors, EventFeed feed) {
        return new CaughtUp(processors, feed);
    }

    /** The registry may be missing, and must not be needed any earlier than it is there. */
    @Bean
    SmartInitializingSingleton readModelMeters(
            ObjectProvider<MeterRegistry> registries, Processors processors, ReadModelWriter writer) {
        return () -> registries.ifAvailable(registry -> ReadModelMeters.register(registry, processors, writer));
    }
}
