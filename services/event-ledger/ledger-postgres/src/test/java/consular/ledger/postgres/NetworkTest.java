package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.postgres.TroubledNetwork.Silence;
import consular.ledger.postgres.append.Append;
import consular.ledger.postgres.append.GroupCommit;
import consular.ledger.postgres.append.NewEvent;
import consular.ledger.postgres.secrets.NoKeyWrapping;
import consular.ledger.postgres.secrets.PersonalData;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A node that reaches its database over a bad network, under load. It is never started anew. */
@Timeout(120)
class NetworkTest {

    private static final int WRITERS = 16;

    private final TestDatabase database = TestDatabase.create().migrate();
    private final TroubledNetwork network;
    private final TestLedger ledger;
    private final AtomicBoolean over = new AtomicBoolean();
    private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<UUID> notSent = ConcurrentHashMap.newKeySet();
    private final Set<Throwable> others = ConcurrentHashMap.newKeySet();

    NetworkTest() throws Exception {
        network = new TroubledNetwork(port(database));
        ledger = new TestLedger(
                through(network, database),
                TestLedger.UNSIGNED,
                PersonalData.NONE,
                new NoKeyWrapping(),
                Duration.ofSeconds(2));
    }

    @AfterEach
    void end() throws Exception {
        ledger.close();
        network.close();
    }

    @Test
    void delays_and_cuts_lose_nothing_and_double_nothing() throws Exception {
        var random = new Random(3);
        underLoad(ledger.commits(), () -> {
            for (var trouble = 0; trouble < 12; trouble++) {
                switch (random.nextInt(3)) {
                    case 0 -> network.slow();
                    case 1 -> network.cut();
                    default -> network.disconnect();
                }
                TimeUnit.MILLISECONDS.sleep(50 + random.nextInt(250));
                network.mend();
                awaitMore();
            }
        });
        assertThat(notSent).isEmpty();
    }

    /** Only the silence itself tells that nobody is there, so this takes as long as a committer waits for an answer. */
    @ParameterizedTest
    @EnumSource(Silence.class)
    void a_silent_network_is_noticed_and_what_was_sent_into_it_is_stored_once(Silence silence) throws Exception {
        underLoad(ledger.commits(), () -> {
            network.silence(silence);
            TimeUnit.SECONDS.sleep(11);
            network.mend();
            awaitMore();
        });
        assertThat(notSent).isEmpty();
    }

    /** With the patience that is set where nobody sets another: shorter than the silence that tells. */
    @Test
    void what_was_sent_into_the_silence_is_answered_though_its_time_is_over() throws Exception {
        var connections = new AtomicInteger();
        var counted = new DelegatingDataSource(ledger.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                connections.incrementAndGet();
                return super.getConnection();
            }
        };
        var commits = new GroupCommit(counted, 8, Duration.ofSeconds(5), () -> {});
        commits.start();
        Eventually.await("both committers have a connection", () -> {
            try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var caller = 0; caller < 200; caller++) {
                    callers.submit(() -> commits.append(new Append(new TestStream().peek(1), null, List.of())));
                }
            }
            return connections.get() >= 2;
        });
        network.silence();
        var events = new TestStream().peek(1);
        var answer = CompletableFuture.supplyAsync(() -> commits.append(new Append(events, null, List.of())));
        TimeUnit.SECONDS.sleep(11);
        network.mend();

        assertThat(answer.get(30, TimeUnit.SECONDS)).isNotNull();
        commits.stop();
        assertThat(database.jdbc()
                        .sql("select event_id from event where event_id = ?")
                        .param(events.getFirst().eventId())
                        .query(UUID.class)
                        .list())
                .hasSize(1);
    }

    /** With callers that do not wait for long, so that they are told. */
    @Test
    void whoever_cannot_wait_is_told_whether_it_was_sent() throws Exception {
        var impatient = new GroupCommit(ledger.dataSource(), 8, Duration.ofMillis(300), () -> {});
        impatient.start();
        underLoad(impatient, () -> {
            network.cut();
            TimeUnit.SECONDS.sleep(4);
            network.mend();
            awaitMore();
        });
        impatient.stop();
        assertThat(notSent).isNotEmpty();
    }

    private void underLoad(GroupCommit commits, Trouble trouble) throws Exception {
        var writers = new ArrayList<Thread>();
        for (var number = 0; number < WRITERS; number++) {
            var random = new Random(number);
            writers.add(Thread.ofVirtual()
                    .uncaughtExceptionHandler((_, failure) -> others.add(failure))
                    .start(() -> write(commits, random)));
        }
        awaitMore();
        trouble.run();
        over.set(true);
        for (var writer : writers) {
            writer.join();
        }
        ledger.settle();

        assertThat(others).isEmpty();
        var stored = database.jdbc()
                .sql("select event_id from event")
                .query(UUID.class)
                .list();
        assertThat(stored).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(acknowledged);
        new LogCheck(database.jdbc()).assertSound();
    }

    private void write(GroupCommit commits, Random random) {
        var stream = new TestStream();
        while (!over.get()) {
            var events = stream.peek(1 + random.nextInt(4));
            boolean stored;
            try {
                stored = Persistence.append(commits, events);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
            if (stored) {
                stream.stored(events);
            }
            (stored ? acknowledged : notSent).addAll(ids(events));
        }
    }

    private void awaitMore() throws Exception {
        var before = acknowledged.size();
        Eventually.await("appends get through", () -> acknowledged.size() > before + WRITERS);
    }

    private static List<UUID> ids(List<NewEvent> events) {
        return events.stream().map(NewEvent::eventId).toList();
    }

    private static int port(TestDatabase database) {
        return database.jdbc().sql("show port").query(Integer.class).single();
    }

    private static TestDatabase through(TroubledNetwork network, TestDatabase database) {
        return TestDatabase.at(database.url().replace(":" + port(database) + "/", ":" + network.port() + "/"));
    }

    @FunctionalInterface
    private interface Trouble {
        void run() throws Exception;
    }
}
