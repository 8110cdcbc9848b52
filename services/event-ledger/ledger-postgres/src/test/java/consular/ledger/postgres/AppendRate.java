package consular.ledger.postgres;

import static consular.ledger.postgres.TestEngines.event;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * What appending in commit order costs: single-event appends a second with the lock and without, fsync on, as
 * transactions (BEGIN and INSERT in one round trip, COMMIT in another, as Axon does it) and as lone statements.
 * Rounds are interleaved, so that a busy machine slows all alike. Run {@code main}; it is no test.
 */
final class AppendRate {

    private static final int ROUNDS = 5;
    private static final long ROUND_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final TestDatabase LOCKED = TestDatabase.createDurable().migrate();
    private static final TestDatabase UNLOCKED = TestDatabase.createDurable().migrate();

    private AppendRate() {}

    public static void main(String[] arguments) throws Exception {
        UNLOCKED.jdbc()
                .sql("drop trigger event_log_append_in_commit_order on event_log")
                .update();
        round(LOCKED, 4, false, -1);
        round(UNLOCKED, 4, true, -2);
        System.out.println("writers  as           with lock  without  ratio  (appends/s)");
        var number = 0;
        for (var writers : List.of(1, 8, 16)) {
            Map<Boolean, double[]> rates = new TreeMap<>();
            for (var round = 0; round < ROUNDS; round++) {
                for (var transactions : List.of(true, false)) {
                    var pair = rates.computeIfAbsent(transactions, _ -> new double[2]);
                    pair[0] += round(LOCKED, writers, transactions, number++) / ROUNDS;
                    pair[1] += round(UNLOCKED, writers, transactions, number++) / ROUNDS;
                }
            }
            rates.forEach((transactions, pair) -> System.out.printf(
                    "%7d  %-11s  %9.0f  %7.0f  %5.2f%n",
                    writers, transactions ? "transaction" : "statement", pair[0], pair[1], pair[0] / pair[1]));
        }
    }

    private static double round(TestDatabase database, int writers, boolean transactions, int number) throws Exception {
        try (var threads = Executors.newFixedThreadPool(writers)) {
            var end = System.nanoTime() + ROUND_NANOS;
            var tasks = new ArrayList<Callable<Integer>>();
            for (var writer = 0; writer < writers; writer++) {
                var stream = "round %d writer %d".formatted(number, writer);
                tasks.add(() -> append(database, transactions, stream, end));
            }
            var appended = 0;
            for (var task : threads.invokeAll(tasks)) {
                appended += task.get();
            }
            return appended / (ROUND_NANOS / 1e9);
        }
    }

    private static int append(TestDatabase database, boolean transactions, String stream, long end)
            throws SQLException {
        var sequence = 0;
        try (var connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(!transactions);
            var engine = TestEngines.engine(connection);
            while (System.nanoTime() < end) {
                engine.appendEvents(event(stream, sequence++));
                if (transactions) {
                    connection.commit();
                }
            }
        }
        return sequence;
    }
}
