package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.postgres.DurabilityCheck.NotDurable;
import consular.ledger.postgres.KeyedCommand.Accepted;
import consular.ledger.postgres.secrets.Erasures;
import consular.ledger.postgres.secrets.KeyRotation;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

class LedgerAutoConfigurationTest {

    private final TestDatabase database = TestDatabase.create();

    @Test
    void axon_gets_what_it_needs_on_this_version_of_spring_boot() {
        try (var application = start(database, "consular.ledger.require-durability=false")) {
            assertThat(application.getBean(EventStorageEngine.class)).isInstanceOf(PostgresEventStorageEngine.class);
            assertThat(application.getBean(TokenStore.class)).isInstanceOf(JdbcTokenStore.class);
            assertThat(application.getBean(TransactionManager.class)).isInstanceOf(SpringTransactionManager.class);
            assertThat(application.getBean(MeterRegistry.class)).isInstanceOf(PrometheusMeterRegistry.class);
            assertThat(application.getBean(PersistenceExceptionResolver.class)).isInstanceOf(SQLStateResolver.class);
            assertThat(application.getBean(EventBus.class)).isInstanceOf(LedgerEventStore.class);
        }
    }

    @Test
    void the_batch_size_is_500_unless_configured() {
        try (var application = start(database, "consular.ledger.require-durability=false")) {
            assertThat(batchSize(application)).isEqualTo(500);
        }
        try (var application =
                start(database, "consular.ledger.require-durability=false", "consular.ledger.batch-size=7")) {
            assertThat(batchSize(application)).isEqualTo(7);
        }
    }

    @Test
    void a_command_its_key_and_its_event_are_one_append() throws Exception {
        try (var application = start(database, "consular.ledger.require-durability=false")) {
            var gateway = application.getBean(CommandGateway.class);
            gateway.sendAndWait(new Open("order-1", "key-1"));
            assertThatThrownBy(() -> gateway.sendAndWait(new Open("order-2", "key-1")))
                    .isInstanceOf(CommandKeyTaken.class);
            gateway.sendAndWait(new Open("order-3", "key-3"));

            application.getBean(Seen.class).await(List.of("order-1", "order-3"));
            assertThat(application.getBean(EventLog.class).after(0, 10))
                    .extracting(LoggedEvent::payload)
                    .containsExactly("{\"orderId\":\"order-1\"}", "{\"orderId\":\"order-3\"}");
            assertThat(application.getBean(CommandKeys.class).find("caller", "key-3"))
                    .contains(new Accepted("", "order-3", 0, 0, 201, null));
            assertThat(database.jdbc()
                            .sql("select processor_name from token_entry")
                            .query((row, _) -> row.getString(1))
                            .list())
                    .contains("seen");
        }
    }

    @Test
    void a_processor_goes_on_where_it_was_when_the_application_restarts() throws Exception {
        try (var application = start(database, "consular.ledger.require-durability=false")) {
            application.getBean(CommandGateway.class).sendAndWait(new Open("order-1", "key-1"));
            application.getBean(Seen.class).await(List.of("order-1"));
        }
        try (var application = start(database, "consular.ledger.require-durability=false")) {
            application.getBean(CommandGateway.class).sendAndWait(new Open("order-2", "key-2"));
            application.getBean(Seen.class).await(List.of("order-2"));
        }
    }

    /** Axon's own pooled processors cannot be started again; what is the ledger's can. */
    @Test
    void the_ledger_goes_on_when_it_is_started_again(@TempDir Path folder) throws Exception {
        try (var application = start(
                database,
                "consular.ledger.require-durability=false",
                "consular.ledger.signing-key=" + folder.resolve("log.key"),
                "consular.ledger.create-signing-key=true")) {
            var gateway = application.getBean(CommandGateway.class);
            gateway.sendAndWait(new Open("order-1", "key-1"));
            awaitSigned(application, 1);
            var work = application.getBean(LedgerWork.class);
            work.stop();
            work.start();
            gateway.sendAndWait(new Open("order-2", "key-2"));
            awaitSigned(application, 2);
        }
    }

    private static void awaitSigned(ConfigurableApplicationContext application, long size) throws Exception {
        var evidence = application.getBean(LogEvidence.class);
        var meters = application.getBean(MeterRegistry.class);
        Eventually.await("the checkpoint", () -> evidence.signedSize() == size);
        assertThat(meters.get("consular.ledger.unsigned.age").gauge().value()).isZero();
        Eventually.await(
                "all is published",
                () -> meters.get("consular.ledger.unpublished.age").gauge().value() == 0);
        assertThat(meters.get("consular.ledger.signing.failures")
                        .functionCounter()
                        .count())
                .isZero();
    }

    @Test
    void that_checkpoints_go_nowhere_has_to_be_said_and_shows(@TempDir Path folder) {
        var signed = new String[] {
            "consular.ledger.require-durability=false",
            "consular.ledger.signing-key=" + folder.resolve("log.key"),
            "consular.ledger.create-signing-key=true",
            "consular.ledger.checkpoints=none"
        };
        try (var application = start(TestDatabase.create(), signed)) {
            assertThat(places(application)).isZero();
        }
        signed[3] = "consular.ledger.checkpoints=" + folder.resolve("checkpoints");
        try (var application = start(TestDatabase.create(), signed)) {
            assertThat(places(application)).isOne();
        }
        assertThat(Path.of("none")).doesNotExist();
    }

    private static double places(ConfigurableApplicationContext application) {
        return application
                .getBean(MeterRegistry.class)
                .get("consular.ledger.places")
                .gauge()
                .value();
    }

    @Test
    void an_application_does_not_start_on_a_database_that_may_lose_events() {
        assertThatThrownBy(() -> start(database).close())
                .rootCause()
                .isInstanceOf(NotDurable.class)
                .hasMessageContaining("while these are off: fsync, full_page_writes, synchronous_commit.");
    }

    @Test
    void an_application_that_keeps_data_of_persons_does_not_start_without_a_key_for_it(@TempDir Path folder)
            throws Exception {
        var guests = "spring.main.sources=" + Guests.class.getName();
        assertThatThrownBy(() -> start(database, "consular.ledger.require-durability=false", guests)
                        .close())
                .rootCause()
                .hasMessageContaining("consular.ledger.key-encryption-key is not set");

        var file = "consular.ledger.key-encryption-key=" + folder.resolve("kek");
        assertThatThrownBy(() -> start(database, "consular.ledger.require-durability=false", guests, file)
                        .close())
                .rootCause()
                .isInstanceOf(NoSuchFileException.class);
        var create = "consular.ledger.create-key-encryption-key=true";
        try (var application = start(database, "consular.ledger.require-durability=false", guests, file, create)) {
            assertThat(application.getBean(KeyRotation.class).rotate().version())
                    .isEqualTo("1");
            var engine = application.getBean(EventStorageEngine.class);
            engine.appendEvents(Guests.event("stay", 0, "ann"));
            assertThat(engine.readEvents("stay").next().getPayload()).isEqualTo("ann=ANN LEE");
            var log = application.getBean(EventLog.class);
            Eventually.await("the event has its number", () -> log.head() == 1);
            application.getBean(Erasures.class).erase(Guests.person("ann"), Erasures.Level.KEY, 1);
            assertThat(engine.readEvents("stay").next().getPayload()).isEqualTo("ann=erased under 1");
        }
    }

    @Test
    void not_even_if_its_beans_are_lazy() {
        assertThatThrownBy(() ->
                        start(database, "spring.main.lazy-initialization=true").close())
                .hasRootCauseInstanceOf(NotDurable.class);
    }

    @Test
    void an_application_starts_on_a_durable_database_unless_its_role_gives_durability_up() {
        var durable = TestDatabase.createDurable();
        try (var application = start(durable)) {
            assertThat(application.getBean(EventLog.class).head()).isZero();
        }
        durable.jdbc().sql("alter role postgres set synchronous_commit = off").update();
        try {
            assertThatThrownBy(() -> start(durable).close())
                    .rootCause()
                    .isInstanceOf(NotDurable.class)
                    .hasMessageContaining("while these are off: synchronous_commit.");
        } finally {
            durable.jdbc().sql("alter role postgres reset synchronous_commit").update();
        }
    }

    private static int batchSize(ConfigurableApplicationContext application) {
        return application.getBean(PostgresEventStorageEngine.class).batchSize();
    }

    private static ConfigurableApplicationContext start(TestDatabase database, String... properties) {
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + database.url(),
                        "spring.main.banner-mode=off",
                        "axon.axonserver.enabled=false",
                        "axon.update-check.disabled=true",
                        "axon.serializer.general=jackson3",
                        "axon.eventhandling.processors.seen.mode=pooled")
                .properties(properties)
                .run();
    }

    @EnableAutoConfiguration
    @Import({Order.class, Seen.class})
    static class Application {}

    record Open(@TargetAggregateIdentifier String orderId, String key) {}

    record Opened(String orderId) {}

    @Aggregate
    static class Order {

        @AggregateIdentifier
        @SuppressWarnings("UnusedVariable") // Axon reads it
        private @Nullable String orderId;

        Order() {}

        @CommandHandler
        Order(Open command) {
            AppendConditions.claimKey("caller", command.key(), new Accepted("", command.orderId(), 0, 0, 201, null));
            AggregateLifecycle.apply(new Opened(command.orderId()));
        }

        @EventSourcingHandler
        void on(Opened event) {
            orderId = event.orderId();
        }
    }

    @ProcessingGroup("seen")
    static class Seen {

        private final List<String> orders = Collections.synchronizedList(new ArrayList<>());

        @EventHandler
        void on(Opened event) {
            orders.add(event.orderId());
        }

        /** In any order: segments work side by side, and only events of one stream wait for one another. */
        void await(List<String> expected) throws InterruptedException {
            var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (orders.size() < expected.size() && System.nanoTime() < deadline) {
                Thread.sleep(10);
            }
            assertThat(orders).containsExactlyInAnyOrderElementsOf(expected);
        }
    }
}
