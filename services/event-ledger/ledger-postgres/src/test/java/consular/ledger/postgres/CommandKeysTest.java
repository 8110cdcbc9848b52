package consular.ledger.postgres;

import static consular.ledger.postgres.TestEngines.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.postgres.KeyedCommand.Accepted;
import consular.ledger.postgres.KeyedCommand.Rejected;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class CommandKeysTest {

    private static final Accepted ACCEPTED = new Accepted("00ff", "case", 3, 4, 201, "{\"version\": 5}");
    private static final Rejected REJECTED = new Rejected("00ff", null, 422, "{\"code\": \"BAD_STATE\"}");

    private final TestDatabase database = TestDatabase.create().migrate();
    private final DataSource dataSource = database.dataSource();
    private final JdbcTransactionManager transactionManager = new JdbcTransactionManager(dataSource);
    private final TransactionTemplate transaction = new TransactionTemplate(transactionManager);
    private final CommandKeys keys = new CommandKeys(JdbcClient.create(dataSource), transactionManager);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void an_accepted_command_is_found_as_it_was_recorded() {
        transaction.executeWithoutResult(_ -> keys.claim("anna", "k", ACCEPTED));

        assertThat(keys.find("anna", "k")).contains(ACCEPTED);
    }

    @Test
    void a_rejected_command_is_found_as_it_was_recorded() {
        var silent = new Rejected("", "case", 409, null);
        keys.remember("anna", "k", REJECTED);
        keys.remember("anna", "l", silent);

        assertThat(keys.find("anna", "k")).contains(REJECTED);
        assertThat(keys.find("anna", "l")).contains(silent);
    }

    @Test
    void callers_do_not_share_keys() {
        keys.remember("anna", "k", REJECTED);
        keys.remember("bela", "k", REJECTED);

        assertThat(keys.find("carl", "k")).isEmpty();
    }

    @Test
    void a_key_is_taken_by_whatever_came_first() {
        keys.remember("anna", "k", REJECTED);

        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> keys.claim("anna", "k", ACCEPTED)))
                .isInstanceOf(CommandKeyTaken.class)
                .hasMessage("Caller anna has used key k before");
        assertThatThrownBy(() -> keys.remember("anna", "k", REJECTED)).isInstanceOf(CommandKeyTaken.class);
    }

    @Test
    void a_key_is_claimed_in_a_transaction_only() {
        assertThatThrownBy(() -> keys.claim("anna", "k", ACCEPTED)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_key_goes_with_the_events_when_the_transaction_is_rolled_back() {
        transaction.executeWithoutResult(status -> {
            keys.claim("anna", "k", ACCEPTED);
            engine().appendEvents(event("case", 3), event("case", 4));
            status.setRollbackOnly();
        });

        assertThat(keys.find("anna", "k")).isEmpty();
        assertThat(engine().lastSequenceNumberFor("case")).isEmpty();
    }

    @Test
    void a_rejection_is_remembered_though_the_transaction_round_it_is_rolled_back() {
        transaction.executeWithoutResult(status -> {
            keys.remember("anna", "k", REJECTED);
            status.setRollbackOnly();
        });

        assertThat(keys.find("anna", "k")).contains(REJECTED);
    }

    @Test
    void the_second_of_two_racing_duplicates_waits_and_then_finds_the_key_taken() throws Exception {
        var claimed = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        var first = threads.submit(() -> transaction.executeWithoutResult(_ -> {
            keys.claim("anna", "k", ACCEPTED);
            engine().appendEvents(event("case", 3), event("case", 4));
            claimed.countDown();
            await(commit);
        }));
        await(claimed);
        var second = threads.submit(() -> transaction.executeWithoutResult(_ -> {
            keys.claim("anna", "k", ACCEPTED);
            engine().appendEvents(event("case", 5));
        }));
        awaitWaitingSession();
        assertThat(second).isNotDone();

        commit.countDown();
        first.get(10, TimeUnit.SECONDS);
        assertThatThrownBy(() -> second.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(CommandKeyTaken.class);
        assertThat(keys.find("anna", "k")).contains(ACCEPTED);
        assertThat(engine().lastSequenceNumberFor("case")).contains(4L);
    }

    @Test
    void the_second_of_two_racing_duplicates_goes_ahead_when_the_first_is_rolled_back() throws Exception {
        var claimed = new CountDownLatch(1);
        var rollback = new CountDownLatch(1);
        var first = threads.submit(() -> transaction.executeWithoutResult(status -> {
            keys.claim("anna", "k", ACCEPTED);
            claimed.countDown();
            await(rollback);
            status.setRollbackOnly();
        }));
        await(claimed);
        var again = new Accepted("00ff", "case", 0, 0, 200, null);
        var second = threads.submit(() -> transaction.executeWithoutResult(_ -> keys.claim("anna", "k", again)));
        awaitWaitingSession();
        rollback.countDown();
        first.get(10, TimeUnit.SECONDS);
        second.get(10, TimeUnit.SECONDS);

        assertThat(keys.find("anna", "k")).contains(again);
    }

    @Test
    void old_keys_are_forgotten() {
        keys.remember("anna", "k", REJECTED);

        assertThat(keys.forgetBefore(Instant.now().minusSeconds(60))).isZero();
        assertThat(keys.forgetBefore(Instant.now().plusSeconds(60))).isEqualTo(1);
        assertThat(keys.find("anna", "k")).isEmpty();
    }

    /** In the transaction of the calling thread, as an application's engine is. */
    private EventStorageEngine engine() {
        var connections = new SpringDataSourceConnectionProvider(dataSource);
        return PostgresEventStorageEngine.of(
                TestEngines.builder(dataSource).connectionProvider(connections),
                new SpringTransactionManager(transactionManager),
                500);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private void awaitWaitingSession() throws InterruptedException {
        var waiting = database.jdbc().sql("""
            select count(*) > 0
            from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'
            """).query(Boolean.class);
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!waiting.single()) {
            assertThat(System.nanoTime()).as("no session ever waited").isLessThan(deadline);
            Thread.sleep(5);
        }
    }
}
