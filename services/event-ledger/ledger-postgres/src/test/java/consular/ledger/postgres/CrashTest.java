package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.core.note.NoteSigner;
import consular.ledger.core.note.TrustedKeys;
import consular.ledger.core.note.TrustedLog;
import consular.ledger.core.verification.CheckpointHistory;
import consular.ledger.core.verification.LogVerifier;
import consular.ledger.core.verification.Verdict;
import consular.ledger.postgres.secrets.Erasures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
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
 * Kills, at any moment and under load, a backend of the server, the server, or a node that writes, orders, signs and erases; one node
 * lives through it all without being started anew. {@code -Dledger.crash.rounds} says how many times, {@code -Dledger.crash.seed} which ones.
 */
class CrashTest {

    private static final int ROUNDS = Integer.getInteger("ledger.crash.rounds", 20);
    private static final int WRITERS = 8;
    private static final int ALL_ANEW_EVERY = 10;
    private static final List<KilledNode.Moment> MOMENTS = List.of(KilledNode.Moment.values());

    /** A server that recovers on a busy machine takes its time; only whether it does is asked here. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Random random = new Random(Long.getLong("ledger.crash.seed", 42));
    private final LogVerifier verifier = new LogVerifier(new CheckpointHistory.Trusted(List.of()));
    private final List<TestStream> streams = new ArrayList<>();
    private final List<UUID> acknowledged = new ArrayList<>();
    private final List<UUID> notSent = new ArrayList<>();
    private final Set<Throwable> failures = ConcurrentHashMap.newKeySet();
    private NoteSigner signer = TestKeys.signer();
    private int killed;
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
            signer = TestKeys.signer(folder.resolve("log.key"));
            try (var ledger = NodeProcess.ledger(database, folder)) {
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
            default -> killAnotherNode(database, ledger);
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

    /** One that leads, signs and erases, in the middle of one of these; whatever it had begun to erase, another erases. */
    private void killAnotherNode(TestDatabase database, TestLedger ledger) throws Exception {
        ledger.ready(false);
        try (var node = KilledNode.start(database, folder, random.nextLong())) {
            var epoch = epoch(database);
            var moment = MOMENTS.get(killed++ % MOMENTS.size());
            node.kill(moment, 20 + random.nextInt(200), PATIENCE);
            assertThat(epoch(database)).as("it has led").isGreaterThan(epoch);
            assertThat(node.stored()).isNotEmpty();
            synchronized (acknowledged) {
                acknowledged.addAll(node.stored());
            }
            assertThat(usableKeys(database, node.erased())).as("of the erased").isZero();
            for (var guest : node.erasing()) {
                NodeProcess.erase(ledger, guest, Erasures.Level.CIPHERTEXT);
            }
            assertThat(usableKeys(database, node.erasing())).isZero();
            assertThat(ciphertexts(database, node.erasing())).isZero();
        } finally {
            ledger.ready(true);
        }
    }

    private static long epoch(TestDatabase database) {
        return database.jdbc()
                .sql("select epoch from log_head")
                .query(Long.class)
                .single();
    }

    private static long usableKeys(TestDatabase database, List<String> guests) {
        return count(database, "select count(*) from data_key where wrapped is not null and person = any (?)", guests);
    }

    private static long ciphertexts(TestDatabase database, List<String> guests) {
        return count(
                database, "select count(*) from secret_part where ciphertext is not null and person = any (?)", guests);
    }

    private static long count(TestDatabase database, String sql, List<String> guests) {
        return database.jdbc()
                .sql(sql)
                .param(guests.stream().map(Guests::person).toArray(UUID[]::new))
                .query(Long.class)
                .single();
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
        assertThat(evidence.verify(published(), evidence.tiles()))
                .as("what was published")
                .isInstanceOf(Verdict.Sound.class);
        assertThat(evidence.tiles(signer)).isEmpty();
        assertThat(acknowledged).doesNotHaveDuplicates();
        assertThat(jdbc.sql("select count(*) - count(distinct event_id) from event")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** The checkpoints that left the house, whoever published them. */
    private CheckpointHistory.Trusted published() {
        try (var files = Files.list(folder.resolve("checkpoints"))) {
            var notes = files.filter(file -> file.getFileName().toString().matches("\\d+"))
                    .sorted(Comparator.comparingLong(
                            file -> Long.parseLong(file.getFileName().toString())))
                    .map(CrashTest::read)
                    .toList();
            var log = new TrustedLog(TestKeys.ORIGIN, TrustedKeys.of(signer.verifier()));
            return (CheckpointHistory.Trusted) CheckpointHistory.open(log, notes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isThere(JdbcClient jdbc) {
        try {
            return jdbc.sql("select true").query(Boolean.class).single();
        } catch (DataAccessException _) {
            return false;
        }
    }
}
