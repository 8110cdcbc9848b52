package consular.benchmarks.load;

import consular.benchmarks.target.CaseDriver;
import consular.cases.domain.posts.Post;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/**
 * What many callers at once achieved.
 *
 * @param perSecond commands answered in the time that counts, after warming up
 * @param commands all that were answered, before and after that time too
 */
public record Load(double perSecond, double p50Millis, double p99Millis, long commands) {
    private static final double NANOS_PER_MILLI = 1e6;

    /** Lives cases for so long by so many virtual threads, and counts only what is answered after warming up. */
    public static Load during(CaseDriver cases, Post post, int callers, Duration warmUp, Duration counted) {
        var from = System.nanoTime() + warmUp.toNanos();
        var until = from + counted.toNanos();
        var tasks = new ArrayList<Callable<Latencies>>();
        for (var i = 0; i < callers; i++) {
            tasks.add(() -> {
                var latencies = new Latencies(from, until);
                var life = new LifeCycle(cases, post, latencies::add);
                while (System.nanoTime() < until) {
                    life.live();
                }
                return latencies;
            });
        }
        var all = run(tasks);
        return of(all.stream().flatMapToLong(Latencies::counted).sorted().toArray(), all, counted);
    }

    /** Gives at least so many commands by so many virtual threads. */
    public static void commands(CaseDriver cases, Post post, int callers, int commands) {
        var lives = new AtomicInteger((commands + LifeCycle.COMMANDS - 1) / LifeCycle.COMMANDS);
        var tasks = new ArrayList<Callable<Latencies>>();
        for (var i = 0; i < callers; i++) {
            tasks.add(() -> {
                var life = new LifeCycle(cases, post, _ -> {});
                while (lives.getAndDecrement() > 0) {
                    life.live();
                }
                return new Latencies(0, 0);
            });
        }
        var _ = run(tasks);
    }

    private static List<Latencies> run(List<Callable<Latencies>> tasks) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Latencies>();
            for (var task : threads.invokeAll(tasks)) {
                all.add(task.get());
            }
            return all;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the load broke off", failure.getCause());
        }
    }

    private static Load of(long[] sorted, List<Latencies> all, Duration counted) {
        return new Load(
                sorted.length / (counted.toNanos() / 1e9),
                percentile(sorted, 0.5) / NANOS_PER_MILLI,
                percentile(sorted, 0.99) / NANOS_PER_MILLI,
                all.stream().mapToLong(latencies -> latencies.commands).sum());
    }

    /** The value below which that share of the values lie. */
    static double percentile(long[] sorted, double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))];
    }

    /** How long the commands of one caller took that were answered in time to count. */
    private static final class Latencies {
        private final long from;
        private final long until;
        private final Nanos nanos = new Nanos();
        private long commands;

        Latencies(long from, long until) {
            this.from = from;
            this.until = until;
        }

        void add(long taken) {
            commands++;
            var now = System.nanoTime();
            if (now >= from && now < until) {
                nanos.add(taken);
            }
        }

        LongStream counted() {
            return nanos.stream();
        }
    }
}
