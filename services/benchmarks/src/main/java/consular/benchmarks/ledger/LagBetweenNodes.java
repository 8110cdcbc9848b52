package consular.benchmarks.ledger;

import consular.benchmarks.notes.Notes;
import consular.benchmarks.target.DurablePostgres;
import consular.benchmarks.target.TemporaryFolder;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

/** How long one node waits for what another has appended, while both append at half of what they can at most. */
public final class LagBetweenNodes implements AutoCloseable {
    private static final int WRITERS_EACH = 32;
    private static final int POOL = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration COUNTED = Duration.ofSeconds(4);
    private static final int SECONDS = 15;
    private static final int WARM_UP_SECONDS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TemporaryFolder folder = new TemporaryFolder();
    private final DurablePostgres postgres = new DurablePostgres();
    private final Notes one = Notes.onLedger(postgres, POOL, folder.path(), 0);
    private final Notes other = Notes.onLedger(postgres, POOL, folder.path(), 0);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final PrintStream progress;

    /**
     * How long it was.
     *
     * @param perSecond appends a second of both nodes together while it was measured
     * @param ceiling what both did at most, with nobody reading
     */
    public record Lag(double p50Millis, double p99Millis, double perSecond, double ceiling) {}

    /** Starts two nodes on one server. */
    public LagBetweenNodes(PrintStream progress) {
        this.progress = progress;
    }

    /** First what both can do, then the lag at half of it. */
    public Lag measure() {
        var ceiling = ceiling();
        progress.printf("both nodes at most: %,.0f appends a second%n", ceiling);
        try {
            // the readers have to be warm too, as the writers are: a tenth of a second in fifteen would be the slowest
            // hundredth
            at(ceiling / 2, ceiling, WARM_UP_SECONDS);
            return at(ceiling / 2, ceiling, SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a writer failed", failed.getCause());
        }
    }

    private double ceiling() {
        var writers = new ArrayList<Callable<Boolean>>();
        for (var writer = 0; writer < WRITERS_EACH; writer++) {
            writers.add(() -> MarkingNode.append(one));
            writers.add(() -> MarkingNode.append(other));
        }
        AppendLoad.of(threads, writers, WARM_UP);
        return AppendLoad.of(threads, writers, COUNTED).perSecond();
    }

    private Lag at(double pace, double ceiling, int seconds) throws InterruptedException, ExecutionException {
        var appends = (int) (seconds * pace / 2);
        var nodes = List.of(new MarkingNode(one, 0, appends), new MarkingNode(other, 1, appends));
        var readers = List.of(
                nodes.getFirst().follow(nodes.getLast()), nodes.getLast().follow(nodes.getFirst()));
        try {
            var began = System.nanoTime();
            var writers = new ArrayList<Callable<Boolean>>();
            nodes.forEach(node -> writers.addAll(node.writers(WRITERS_EACH, pace / 2)));
            for (var writer : threads.invokeAll(writers)) {
                writer.get();
            }
            var perSecond = 2.0 * appends * 1e9 / (System.nanoTime() - began);
            var lags = LongStream.concat(
                            Arrays.stream(nodes.getFirst().lags(PATIENCE)),
                            Arrays.stream(nodes.getLast().lags(PATIENCE)))
                    .sorted()
                    .toArray();
            return new Lag(lags[lags.length / 2] / 1e6, lags[lags.length * 99 / 100] / 1e6, perSecond, ceiling);
        } finally {
            for (var reader : readers) {
                reader.interrupt();
                reader.join();
            }
        }
    }

    @Override
    public void close() {
        threads.close();
        other.close();
        one.close();
        postgres.close();
        folder.close();
    }
}
