package consular.benchmarks.ledger;

import com.zaxxer.hikari.HikariDataSource;
import consular.benchmarks.target.DurablePostgres;
import consular.ledger.core.note.NoteSigner;
import consular.ledger.postgres.append.GroupCommit;
import consular.ledger.postgres.notary.Notary;
import consular.ledger.postgres.sequencing.LogHead;
import consular.ledger.postgres.sequencing.Sequencer;
import java.io.PrintStream;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;

/**
 * How fast events get their places, and the tree over them its tiles and its checkpoints, all on one connection: a backlog is
 * stored while nothing orders it, and then a sequencer starts.
 */
public final class SequencerRate implements AutoCloseable {
    private static final String ORIGIN = "consular.invalid/benchmark";
    private static final int POOL = 8;
    private static final int WRITERS = 64;
    private static final int ROUNDS = 5;
    private static final long LONGEST_MINUTES = 5;

    /** As many events of each kind of append: of one, of a few, of many. The first are committed in groups. */
    private static final List<Part> BACKLOG =
            List.of(new Part(1, 20_000), new Part(4, 5_000), new Part(30, 1_000), new Part(1000, 30));

    private final DurablePostgres postgres = new DurablePostgres();
    private final HikariDataSource pool = new HikariDataSource();

    /** The same in all rounds: whoever signs on has to know who signed before. */
    private final NoteSigner signer = signer();

    private final PrintStream progress;

    private record Part(int eventsEach, int appends) {}

    /**
     * What the middle of all rounds was.
     *
     * @param perSecond events a second with places, tiles and signature
     * @param copiedPerSecond the same events copied into a table of the same shape by one statement
     */
    public record Rate(double perSecond, double copiedPerSecond) {}

    /** Starts a server with the ledger's tables. */
    public SequencerRate(PrintStream progress) {
        this.progress = progress;
        pool.setJdbcUrl(postgres.jdbcUrl());
        pool.setMaximumPoolSize(POOL);
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/migration/ledger")
                .load()
                .migrate();
        execute("create table copied_event (like event including defaults including constraints including indexes)");
    }

    /** Each round adds a backlog to the log, orders it and copies it; the first only warms up. */
    public Rate measure() {
        var rates = new ArrayList<Rate>();
        for (var round = 0; round <= ROUNDS; round++) {
            var before = query("select coalesce(max(batch), 0) from event");
            store();
            var size = query("select count(*) from event");
            var events = size - query("select coalesce(max(first_index + length), 0) from log_batch");
            var rate = new Rate(events / order(size), events / copy(before));
            progress.printf(
                    "round %d: %,d events, %,.0f a second ordered and signed, %,.0f copied%n",
                    round, events, rate.perSecond, rate.copiedPerSecond);
            if (round > 0) {
                rates.add(rate);
            }
        }
        return rates.stream()
                .sorted(Comparator.comparingDouble(Rate::perSecond))
                .toList()
                .get(rates.size() / 2);
    }

    private void store() {
        var commits = new GroupCommit(pool, 4096, Duration.ofMinutes(1), () -> {});
        commits.start();
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            for (var part : BACKLOG) {
                var appends = new ArrayList<Callable<Object>>();
                for (var number = 0; number < part.appends; number++) {
                    appends.add(() ->
                            commits.append(part.eventsEach == 1 ? Appends.single() : Appends.bulk(part.eventsEach)));
                }
                for (var append : threads.invokeAll(appends)) {
                    append.get();
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the backlog could not be stored", failed.getCause());
        } finally {
            commits.stop();
        }
    }

    /** Seconds until a checkpoint vouches for so many events. */
    private double order(long size) {
        var signed = new CountDownLatch(1);
        var notary = new Notary(pool, ORIGIN, signer, List.of(), List.of((vouchedFor, _) -> {
            if (vouchedFor == size) {
                signed.countDown();
            }
        }));
        var sequencer = new Sequencer(pool, new LogHead(), notary);
        var began = System.nanoTime();
        sequencer.start();
        try {
            if (!signed.await(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the log does not reach " + size + " events");
            }
            return (System.nanoTime() - began) / 1e9;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } finally {
            sequencer.stop();
        }
    }

    private static NoteSigner signer() {
        try {
            return new NoteSigner(
                    ORIGIN, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private double copy(long behindBatch) {
        var began = System.nanoTime();
        execute("insert into copied_event select * from event where batch > " + behindBatch);
        return (System.nanoTime() - began) / 1e9;
    }

    private void execute(String sql) {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private long query(String sql) {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        pool.close();
        postgres.close();
    }
}
