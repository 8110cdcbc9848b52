package consular.cases.projections;

import com.zaxxer.hikari.HikariDataSource;
import consular.cases.application.DigestKey;
import consular.cases.application.DueDeadlines;
import consular.cases.application.PersonalDataPurge;
import consular.cases.application.webhooks.SecretKeeper;
import consular.cases.application.webhooks.WebhookProperties;
import consular.cases.domain.law.Policy;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.posts.Post;
import consular.cases.projections.webhooks.Keys;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** A node of the read side, wired as the service wires it, on a database and a log that several may share. */
final class ReadSide implements AutoCloseable {
    final MemoryLog log;
    final Cases cases;
    final HikariDataSource dataSource;
    final JdbcClient jdbc;
    private final boolean ownsDatabase;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private ReadSide(
            MemoryLog log,
            Cases cases,
            HikariDataSource dataSource,
            DataSource way,
            String node,
            TestPosts posts,
            boolean ownsDatabase) {
        this.ownsDatabase = ownsDatabase;
        this.log = log;
        this.cases = cases;
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        context.registerBean(MemoryLog.class, () -> log);
        context.registerBean(Clock.class, cases::clock);
        context.registerBean(DataSource.class, () -> way, definition -> definition.setDestroyMethodName(""));
        context.registerBean(TestPosts.class, () -> posts);
        context.registerBean("node", String.class, () -> node);
        context.register(Outside.class);
        context.refresh();
    }

    static ReadSide started() {
        var log = new MemoryLog();
        var database = TestDatabase.create();
        return new ReadSide(log, new Cases(log), database, database, "node-1", new TestPosts(), true);
    }

    /** Another node on the same database and log. */
    ReadSide another(String node) {
        return another(node, new TestPosts());
    }

    /** Another node that reaches the same database another way. */
    ReadSide over(DataSource way) {
        return new ReadSide(log, cases, dataSource, way, "node-2", new TestPosts(), false);
    }

    /** The same, started with other posts. */
    ReadSide another(String node, TestPosts posts) {
        return new ReadSide(log, cases, dataSource, dataSource, node, posts, false);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    ReadModels readModels() {
        return bean(ReadModels.class);
    }

    ReadModelOperations operations() {
        return bean(ReadModelOperations.class);
    }

    ListedReadModel<?> model(ReadModelName name) {
        return context.getBeansOfType(ListedReadModel.class).values().stream()
                .filter(model -> model.name() == name)
                .findFirst()
                .orElseThrow();
    }

    DueDeadlines dueDeadlines() {
        return bean(DueDeadlines.class);
    }

    /** Has everything purged that is kept of an applicant beside the log. */
    void purge(CaseId caseId, ApplicantId applicantId) {
        context.getBeansOfType(PersonalDataPurge.class).values().forEach(purge -> purge.purge(caseId, applicantId));
    }

    Generation active() {
        return bean(Generations.class).active();
    }

    /** Waits, on a machine that is busy as well, until the rows of a case are those of its last event. */
    void hasSeen(CaseId caseId) {
        for (var patience = 0; !readModels().awaitCase(caseId, cases.version(caseId)); patience++) {
            if (patience == 15) {
                throw new AssertionError("the read side has not seen " + caseId);
            }
        }
    }

    /** Waits until every segment has said that it is at the head of the log, which is a moment after its rows are there. */
    void isUpToDate() {
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (operations().status().lag().events() > 0) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "still behind: " + operations().status().lag());
            }
            Thread.onSpinWait();
        }
    }

    /** The rows of one case, of whatever the list has. */
    <R> List<R> rows(ReadModelName name, Class<R> type, CaseId caseId) {
        hasSeen(caseId);
        return all(name, Map.of()).stream()
                .map(type::cast)
                .filter(row -> row.toString().contains(caseId.toString()))
                .toList();
    }

    List<Object> all(ReadModelName name, Map<String, String> filters, Post... posts) {
        var codes = Stream.of(posts).map(Post::code).collect(Collectors.toSet());
        var items = new ArrayList<Object>();
        @Nullable String after = null;
        do {
            var page = readModels().page(name, new ReadModelQuery(codes, filters, 500, after));
            items.addAll(page.items());
            after = page.next();
        } while (after != null);
        return items;
    }

    static ReadModelQuery firstPage(int limit) {
        return new ReadModelQuery(Set.of(), Map.of(), limit, null);
    }

    @Override
    public void close() {
        context.close();
        if (ownsDatabase) {
            dataSource.close();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(ProjectionsConfiguration.class)
    @EnableConfigurationProperties(WebhookProperties.class)
    static class Outside {
        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        DigestKey digestKey() {
            return () -> "the key of the tests".getBytes(StandardCharsets.UTF_8);
        }

        @Bean
        SecretKeeper webhookSecrets() {
            return new Keys();
        }

        @Bean
        Policy policy() {
            return Policy.RECOMMENDED;
        }

        @Bean
        JdbcClient jdbcClient(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        PlatformTransactionManager platformTransactions(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }

        @Bean
        TransactionManager axonTransactions(PlatformTransactionManager transactions) {
            return new SpringTransactionManager(transactions);
        }

        @Bean
        ConnectionProvider connections(DataSource dataSource) {
            return new SpringDataSourceConnectionProvider(dataSource);
        }

        @Bean
        TokenStore tokens(ConnectionProvider connections, String node) {
            var tokens = JdbcTokenStore.builder()
                    .connectionProvider(connections)
                    .serializer(Jackson3Serializer.builder().build())
                    .nodeId(node)
                    .build();
            tokens.createSchema(PostgresTokenTableFactory.INSTANCE);
            return tokens;
        }
    }
}
