package consular.cases.service.nodes;

import consular.cases.application.CaseApplicationConfiguration;
import consular.cases.application.CaseCommands;
import consular.cases.application.CaseHistory;
import consular.cases.application.KeyedOperations;
import consular.cases.projections.ProjectionsConfiguration;
import consular.cases.projections.ReadModelOperations;
import consular.ledger.postgres.TestDatabase;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** Everything of one node but its web tier; its deadline runner rests, so that a test is the only one to act. */
final class Node implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private Node(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** With settings beside those that every node has. */
    static Node on(TestDatabase database, String... settings) {
        return on(database, Wiring.class, settings);
    }

    /** With other wiring. */
    static Node on(TestDatabase database, Class<?> wiring, String... settings) {
        var every = Stream.of(
                "--spring.profiles.active=test",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.username(),
                "--management.endpoint.health.group.readiness.include=readinessState",
                "--consular.ledger.require-durability=false",
                "--consular.ledger.key-encryption-key=target/persons.key",
                "--consular.ledger.create-key-encryption-key=true",
                "--consular.deadlines.pause=PT1H");
        return new Node(new SpringApplicationBuilder(wiring)
                .web(WebApplicationType.NONE)
                .run(Stream.concat(every, Stream.of(settings)).toArray(String[]::new)));
    }

    CaseCommands commands() {
        return context.getBean(CaseCommands.class);
    }

    CaseHistory history() {
        return context.getBean(CaseHistory.class);
    }

    KeyedOperations operations() {
        return context.getBean(KeyedOperations.class);
    }

    ReadModelOperations readModels() {
        return context.getBean(ReadModelOperations.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    @EnableAutoConfiguration
    @Import({CaseApplicationConfiguration.class, ProjectionsConfiguration.class})
    static class Wiring {}
}
