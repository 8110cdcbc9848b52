package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.core.note.NoteSigner;
import consular.ledger.core.verification.CheckpointHistory;
import consular.ledger.core.verification.LogVerifier;
import consular.ledger.core.verification.Verdict;
import consular.ledger.postgres.notary.Notary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Kills, at any moment and under load, a backend of the server, the server, or a node that writes; one node lives through it all
 * without being started anew. {@code -Dledger.crash.rounds} says how many times, {@code -Dledger.crash.seed} which ones.
 */
class CrashTest {

    private static final int ROUNDS = Integer.getInteger("ledger.crash.rounds", 20);
    private static final int WRITERS = 8;
    private static final int ALL_ANEW_EVERY = 10;

    /** A server that recovers on a busy machine takes its time; only whether it does is asked here. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Random random = new Random(Long.getLong("ledger.crash.seed", 42));
    private final NoteSigner signer = TestKeys.signer();
    private final LogVerifier verifier = new LogVerifier(new CheckpointHistory.Trusted(List.of()));
    private final List<TestStream> streams = new ArrayList<>();
    private final List<UUID> acknowledged = new ArrayList<>();
    private final List<UUID> notSent = new ArrayList<>();
    private final Set<Throwable> failures = ConcurrentHashMap.newKeySet();
    private long verified;

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void what_was_acknowledged_is_there_once_whatever_was_killed(TestReporter reporter) throws Exception {
        try (var server = new CrashingServer(folder)) {
            var database = server.database().migrate();
            for (var number = 0; number < WRITERS; number++) {
                streams.add(new TestStream());
            }
            try (var ledger = new TestLedger(
                    database, new Notary(database.dataSource(), TestKeys.ORIGIN, signer, List.of(), List.of()))) {
                for (var round = 1; round <= ROUNDS; round++) {
                    crash(round, server, database, ledger);
                    if (round % ALL_ANEW_EVERY == 0) {
                        inOneSession(database, this::verifyAll);
                        reporter.publishEntry("rounds", Integer.toString(round));
                    }
                }
                inOneSession(database, this::verifyAll);
            }
        }
    }

    private void crash(int round, CrashingServer server, TestDatabase database, TestLedger ledger) throws Exception {
        var before = acknowledged();
        var over = new AtomicBoolean();
        var writers = new ArrayList<Thread>();
        for (var number = 0; number < WRITERS; number++) {
            var writer = number;
            var own = new Random(random.nextLong());
            writers.add(Thread.ofVirtual()
                    .uncaughtExceptionHandler((_, failure) -> failures.add(failure))
                    .start(() -> write(writer, own, over, ledger)));
        }
        Eventually.await("they write", PATIENCE, () -> acknowledged() > before);
        TimeUnit.MILLISECONDS.sleep(random.nextInt(150));
        switch (random.nextInt(4)) {
            case 0 -> CrashingServer.kill(someBackend(database.jdbc()));
            case 1 -> {
                server.killPostmaster();
                server.start();
            }
            case 2 -> {
                server.stopImmediately();
                server.start();
            }
            default -> killAnotherNode(database);
        }
        var afterwards = acknowledged();
        Eventually.await("they write again", PATIENCE, () -> acknowledged() > afterwards + WRITERS);
        over.set(true);
        for (var writer : writers) {
            writer.join();
        }
        assertThat(failures).as("round %d", round).isEmpty();
        Eventually.await("the server answers", PATIENCE, () -> isThere(database.jdbc()));
        ledger.settle();
        inOneSession(database, jdbc -> verify(round, jdbc, before));
    }

    private void write(int number, Random own, AtomicBoolean over, TestLedger ledger) {
        while (!over.get()) {
            var stream = streams.get(number);
            var events = stream.peek(1 + own.nextInt(4));
            boolean stored;
            try {
                stored = Persistence.append(ledger.commits(), events);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
            if (stored) {
                stream.stored(events);
            }
            synchronized (acknowledged) {
                events.forEach(event -> (stored ? acknowledged : notSent).add(event.eventId()));
            }
        }
    }

    private int acknowledged() {
        synchronized (acknowledged) {
            return acknowledged.size();
        }
    }

    private long someBackend(JdbcClient jdbc) {
        var backends = jdbc.sql("""
            select pid
            from pg_stat_activity
            where backend_type = 'client backend' and pid <> pg_backend_pid()
            order by pid
            """).query(Long.class).list();
        return backends.get(random.nextInt(backends.size()));
    }

    private void killAnotherNode(TestDatabase database) throws IOException {
        var node = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WriterProcess.class.getName(),
                        database.url(),
                        Long.toString(random.nextLong()))
                .redirectError(folder.resolve("node.log").toFile())
                .start();
        var enough = 20 + random.nextInt(200);
        try (var told = node.inputReader()) {
            var number = 0;
            for (var line = told.readLine(); line != null; line = told.readLine()) {
                // the last line may be half of one
                if (line.length() == UUID.randomUUID().toString().length()) {
                    synchronized (acknowledged) {
                        acknowledged.add(UUID.fromString(line));
                    }
                }
                if (++number == enough) {
                    // and read what it had told before; destroying the process object would close the stream
                    CrashingServer.kill(node.pid());
                }
            }
            assertThat(number)
                    .as("what it told before it was killed; else %s", Files.readString(folder.resolve("node.log")))
                    .isGreaterThanOrEqualTo(enough);
        } finally {
            node.destroyForcibly();
        }
    }

    /** Each tile is a question, and there are thousands: too many to begin a session for each. */
    private static void inOneSession(TestDatabase database, Consumer<JdbcClient> verification) {
        try (var session = new SingleConnectionDataSource(database.url(), true)) {
            verification.accept(JdbcClient.create(session));
        }
    }

    private void verify(int round, JdbcClient jdbc, int before) {
        List<UUID> told;
        synchronized (acknowledged) {
            told = List.copyOf(acknowledged.subList(before, acknowledged.size()));
        }
        var stored = jdbc.sql("select event_id from event where event_id = any (?)")
                .param(told.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
        assertThat(stored).as("round %d", round).containsExactlyInAnyOrderElementsOf(told);
        assertThat(jdbc.sql("select event_id from event where event_id = any (?)")
                        .param(notSent.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list())
                .as("round %d: what was not sent", round)
                .isEmpty();
        new LogCheck(jdbc).assertGapless();
        verifyNew(round, jdbc);
    }

    /** What came in this round follows from what was there before it. */
    private void verifyNew(int round, JdbcClient jdbc) {
        var proof = new LogCheck(jdbc);
        assertThat(proof.contradictions(verified)).as("round %d", round).isEmpty();
        var end = proof.acceptFrom(verified, verifier);
        assertThat(end).as("round %d", round).isGreaterThan(verified);
        assertThat(jdbc.sql("select max(first_index + length) from log_batch")
                        .query(Long.class)
                        .single())
                .as("round %d", round)
                .isEqualTo(end);
        verified = end;
    }

    private void verifyAll(JdbcClient jdbc) {
        var evidence = new LogCheck(jdbc);
        var verdict = evidence.verify(signer);
        assertThat(verdict).isInstanceOf(Verdict.Sound.class);
        assertThat(verdict.tally().entries()).isEqualTo(verified);
        assertThat(verdict.tally().signed()).isPositive();
        assertThat(evidence.tiles(signer)).isEmpty();
        assertThat(acknowledged).doesNotHaveDuplicates();
        assertThat(jdbc.sql("select count(*) - count(distinct event_id) from event")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static boolean isThere(JdbcClient jdbc) {
        try {
            return jdbc.sql("select true").query(Boolean.class).single();
        } catch (DataAccessException _) {
            return false;
        }
    }
}
