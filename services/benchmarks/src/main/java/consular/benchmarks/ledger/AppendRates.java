package consular.benchmarks.ledger;

import com.zaxxer.hikari.HikariDataSource;
import consular.benchmarks.target.DurablePostgres;
import consular.ledger.postgres.append.Append;
import consular.ledger.postgres.append.GroupCommit;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.flywaydb.core.Flyway;

/** Appends a second by so many writers, in several ways that take turns on one durable server. */
public final class AppendRates implements AutoCloseable {

    /** The best for the opponents on two cores; group commit uses two of them. */
    private static final int POOL = 16;

    private static final int ROUNDS = 5;
    private static final Duration WARM_UP = Duration.ofMillis(1500);
    private static final Duration COUNTED = Duration.ofSeconds(3);
    private static final int BULK = 1000;

    private final DurablePostgres postgres = new DurablePostgres();
    private final HikariDataSource pool = new HikariDataSource();
    private final GroupCommit commits;
    private final Opponents opponents;
    private final PrintStream progress;

    /** The ways to store an event. */
    public enum Way {
        /** Group commit. */
        LEDGER,
        /** One insert and one commit, without a key. */
        INSERT,
        /** The key and the event in one transaction. */
        TRANSACTION,
        /** The same by one call of a function. */
        CALL,
        /** Group commit of a thousand events in one append. */
        LEDGER_BULK,
        /** A thousand events by COPY. */
        COPY
    }

    /** What one way achieved: the medians of all rounds. */
    public record Rate(double perSecond, double p99Millis) {}

    /** Starts a server with the ledger's tables. */
    public AppendRates(PrintStream progress) {
        this.progress = progress;
        pool.setJdbcUrl(postgres.jdbcUrl());
        pool.setMaximumPoolSize(POOL + 2);
        pool.addDataSourceProperty("prepareThreshold", "1");
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/migration/ledger")
                .load()
                .migrate();
        try {
            opponents = new Opponents(pool);
        } catch (SQLException failure) {
            throw new IllegalStateException("the opponents' tables cannot be made", failure);
        }
        commits = new GroupCommit(pool, 4096, Duration.ofSeconds(30), () -> {});
        commits.start();
    }

    /** So many writers, each on a thread of its own; the ways take turns in an order that changes. */
    public Map<Way, Rate> measure(int writers, List<Way> ways) {
        try (var threads = Executors.newFixedThreadPool(writers)) {
            return measure(threads, writers, ways);
        }
    }

    /** The same on virtual threads. */
    public Map<Way, Rate> measureVirtual(int writers, List<Way> ways) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return measure(threads, writers, ways);
        }
    }

    private Map<Way, Rate> measure(ExecutorService threads, int writers, List<Way> ways) {
        var loads = new EnumMap<Way, List<AppendLoad>>(Way.class);
        var order = new ArrayList<>(ways);
        ways.forEach(way -> AppendLoad.of(threads, writers, WARM_UP, append(way)));
        for (var round = 1; round <= ROUNDS; round++) {
            Collections.shuffle(order, new Random(round));
            for (var way : order) {
                var load = AppendLoad.of(threads, writers, COUNTED, append(way));
                progress.printf("round %d, %d writers, %s: %,.0f/s%n", round, writers, way, load.perSecond());
                loads.computeIfAbsent(way, _ -> new ArrayList<>()).add(load);
            }
        }
        var rates = new EnumMap<Way, Rate>(Way.class);
        loads.forEach((way, some) -> rates.put(
                way,
                new Rate(
                        median(some.stream().map(AppendLoad::perSecond).toList()),
                        median(some.stream().map(AppendLoad::p99Millis).toList()))));
        return rates;
    }

    /**
     * Events a second where each append has a thousand, by two writers, and where the same are written with COPY. Both make,
     * chain and hash their events as they go.
     */
    public Map<Way, Rate> bulk() {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var rates = measure(threads, 2, List.of(Way.LEDGER_BULK, Way.COPY));
            rates.replaceAll((_, rate) -> new Rate(rate.perSecond() * BULK, rate.p99Millis()));
            return rates;
        }
    }

    private Callable<?> append(Way way) {
        return switch (way) {
            case LEDGER -> () -> stored(Appends.single());
            case INSERT -> () -> opponents.insert(Appends.single());
            case TRANSACTION -> () -> opponents.transaction(Appends.single());
            case CALL -> () -> opponents.call(Appends.single());
            case LEDGER_BULK -> () -> stored(Appends.bulk(BULK));
            case COPY -> () -> opponents.copy(Appends.bulk(BULK));
        };
    }

    private boolean stored(Append append) {
        commits.append(append);
        return true;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    @Override
    public void close() {
        commits.stop();
        pool.close();
        postgres.close();
    }
}
