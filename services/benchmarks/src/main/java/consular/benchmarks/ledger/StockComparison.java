package consular.benchmarks.ledger;

import consular.benchmarks.notes.Notes;
import consular.benchmarks.target.DurablePostgres;
import consular.benchmarks.target.TemporaryFolder;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Whole commands of Axon's on files that are remembered, by callers on virtual threads: on the ledger, and on the engine
 * that comes with Axon. Both are up all the time, on one server, and take turns.
 */
public final class StockComparison implements AutoCloseable {
    private static final int CALLERS = 16;
    private static final int FILES_EACH = 8;
    private static final int POOL = 16;

    /** A command on the stock engine holds its connection; which number is best depends on the machine. */
    private static final List<Integer> POOLS = List.of(4, 8, POOL);

    private static final int ROUNDS = 5;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration TRIAL = Duration.ofSeconds(2);
    private static final Duration SETTLE = Duration.ofSeconds(1);
    private static final Duration COUNTED = Duration.ofSeconds(4);

    private final TemporaryFolder folder = new TemporaryFolder();
    private final DurablePostgres postgres = new DurablePostgres();
    private final Notes ledger = Notes.onLedger(postgres, POOL, folder.path(), 0);
    private final Notes stock = Notes.onStockEngine(postgres, POOL);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final PrintStream progress;

    /**
     * What one of them achieved, in the middle of all rounds by commands a second.
     *
     * @param cpuMillis processor time a command of this process, callers included, and of the database
     */
    public record Round(double perSecond, double p99Millis, double cpuMillis) {}

    /**
     * What both achieved.
     *
     * @param pool how many connections the stock engine did best with
     */
    public record Result(Round ledger, Round stock, int pool) {}

    /** Starts both. */
    public StockComparison(PrintStream progress) {
        this.progress = progress;
    }

    /** Warms both up, looks for the best pool, and lets them take turns. */
    public Result measure() {
        var ours = callers(ledger);
        var theirs = callers(stock);
        AppendLoad.of(threads, ours, WARM_UP);
        AppendLoad.of(threads, theirs, WARM_UP);
        var pool = bestPool(theirs);
        var ourRounds = new ArrayList<Round>();
        var theirRounds = new ArrayList<Round>();
        for (var number = 1; number <= ROUNDS; number++) {
            var oursFirst = number % 2 == 1;
            if (oursFirst) {
                ourRounds.add(round(ours));
            }
            theirRounds.add(round(theirs));
            if (!oursFirst) {
                ourRounds.add(round(ours));
            }
            progress.printf(
                    "round %d: %,.0f commands a second on the ledger, %,.0f on the stock engine%n",
                    number, ourRounds.getLast().perSecond, theirRounds.getLast().perSecond);
        }
        return new Result(middle(ourRounds), middle(theirRounds), pool);
    }

    private static List<Callable<Integer>> callers(Notes notes) {
        var callers = new ArrayList<Callable<Integer>>();
        for (var number = 0; number < CALLERS; number++) {
            callers.add(new Caller(notes));
        }
        return callers;
    }

    private int bestPool(List<Callable<Integer>> callers) {
        var best = POOL;
        var most = 0.0;
        for (var size : POOLS) {
            resize(size);
            var perSecond = AppendLoad.of(threads, callers, TRIAL).perSecond();
            progress.printf("stock engine with %d connections: %,.0f commands a second%n", size, perSecond);
            if (perSecond > most) {
                most = perSecond;
                best = size;
            }
        }
        resize(best);
        return best;
    }

    /** A pool shrinks only as its connections are given back and closed. */
    private void resize(int size) {
        var pool = stock.pool();
        pool.setMinimumIdle(size);
        pool.setMaximumPoolSize(size);
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    private Round round(List<Callable<Integer>> callers) {
        AppendLoad.of(threads, callers, SETTLE);
        var before = cpu();
        var load = AppendLoad.of(threads, callers, COUNTED);
        var commands = load.perSecond() * COUNTED.toSeconds();
        return new Round(load.perSecond(), load.p99Millis(), cpu().minus(before).toNanos() / 1e6 / commands);
    }

    private Duration cpu() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .plus(postgres.cpu());
    }

    private static Round middle(List<Round> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(Round::perSecond))
                .toList()
                .get(rounds.size() / 2);
    }

    @Override
    public void close() {
        threads.close();
        stock.close();
        ledger.close();
        postgres.close();
        folder.close();
    }

    /** One who adds notes to files of their own, in turn. */
    private static final class Caller implements Callable<Integer> {
        private final Notes notes;
        private final List<String> files = new ArrayList<>();
        private long number;

        Caller(Notes notes) {
            this.notes = notes;
            for (var file = 0; file < FILES_EACH; file++) {
                files.add(UUID.randomUUID().toString());
                notes.open(files.getLast());
            }
        }

        @Override
        public Integer call() {
            number++;
            return notes.add(files.get((int) (number % FILES_EACH)), Notes.text(number), 1);
        }
    }
}
