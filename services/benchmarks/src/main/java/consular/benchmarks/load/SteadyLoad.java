package consular.benchmarks.load;

import consular.benchmarks.target.CaseDriver;
import consular.benchmarks.target.Order;
import consular.benchmarks.target.Outcome;
import consular.benchmarks.target.OverHttp;
import consular.cases.domain.posts.Post;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * Lives of cases at a pace of their own, however long the answers take: a command that had to wait for its turn is late, and
 * that counts. Each command is followed by three reads: the case, its history, and a page of a read model that has to have
 * seen the command.
 *
 * @param perSecond commands answered a second
 * @param p50Millis of commands, from when they were due
 * @param p99Millis of commands, from when they were due
 * @param readsP99Millis of the reads of case and history
 * @param lagP99Millis from a command's answer until the read model has answered with it
 * @param errors how many lives of cases broke off
 */
public record SteadyLoad(
        double perSecond, double p50Millis, double p99Millis, double readsP99Millis, double lagP99Millis, long errors) {
    private static final int FEWEST_CALLERS = 16;

    /** So that a caller has this long for a command and its reads before the next is due. */
    private static final double SECONDS_EACH = 0.25;

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    /** So many commands a second, for so long. */
    public static SteadyLoad of(
            OverHttp service, Post post, double perSecond, Duration time, Consumer<String> complaints) {
        var callers = Math.max(FEWEST_CALLERS, (int) Math.ceil(perSecond * SECONDS_EACH));
        return run(service, post, callers, perSecond, time, complaints);
    }

    /** As many commands a second as sixteen callers come to, with the same reads. */
    public static double ceiling(OverHttp service, Post post, Duration time) {
        return run(service, post, FEWEST_CALLERS, Double.POSITIVE_INFINITY, time, _ -> {})
                .perSecond();
    }

    private static SteadyLoad run(
            OverHttp service, Post post, int callers, double perSecond, Duration time, Consumer<String> complaints) {
        var began = System.nanoTime();
        var tasks = new ArrayList<Callable<Caller>>();
        for (var index = 0; index < callers; index++) {
            var caller = new Caller(
                    service,
                    began + (long) (index * NANOS_PER_SECOND / perSecond),
                    (long) (callers * NANOS_PER_SECOND / perSecond),
                    began + time.toNanos());
            tasks.add(() -> {
                caller.live(post, complaints);
                return caller;
            });
        }
        var all = new ArrayList<Caller>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var task : threads.invokeAll(tasks)) {
                all.add(task.get());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the load broke off", failure.getCause());
        }
        var commands = sorted(all, caller -> caller.commands.stream());
        return new SteadyLoad(
                commands.length * NANOS_PER_SECOND / time.toNanos(),
                millis(commands, 0.5),
                millis(commands, 0.99),
                millis(sorted(all, caller -> caller.reads.stream()), 0.99),
                millis(sorted(all, caller -> caller.lags.stream()), 0.99),
                all.stream().mapToLong(caller -> caller.errors).sum());
    }

    private static long[] sorted(List<Caller> callers, Function<Caller, LongStream> nanos) {
        return callers.stream().flatMapToLong(nanos).sorted().toArray();
    }

    private static double millis(long[] sorted, double share) {
        return Load.percentile(sorted, share) / NANOS_PER_MILLI;
    }

    /** One who lives cases, and counts what was answered in time. */
    private static final class Caller implements CaseDriver {
        private final OverHttp service;
        private final long interval;
        private final long until;
        private final Nanos commands = new Nanos();
        private final Nanos reads = new Nanos();
        private final Nanos lags = new Nanos();
        private long due;
        private long errors;

        Caller(OverHttp service, long due, long interval, long until) {
            this.service = service;
            this.due = due;
            this.interval = interval;
            this.until = until;
        }

        void live(Post post, Consumer<String> complaints) {
            var life = new LifeCycle(this, post, _ -> {});
            while (System.nanoTime() < until) {
                try {
                    life.live();
                } catch (IllegalStateException failed) {
                    errors++;
                    complaints.accept(failed.getMessage());
                }
            }
        }

        @Override
        public Outcome give(Order order) {
            awaitTurn();
            var outcome = service.give(order);
            var answered = System.nanoTime();
            if (answered < until) {
                commands.add(answered - due);
            }
            due += interval;
            if (outcome instanceof Outcome.Accepted accepted) {
                read(accepted, answered);
            }
            return outcome;
        }

        private void awaitTurn() {
            for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(Math.min(left, TimeUnit.SECONDS.toNanos(1)));
            }
        }

        private void read(Outcome.Accepted accepted, long answered) {
            var seen = accepted.caseId() + ":" + accepted.version();
            service.read("/api/v1/decisions-due?post=MNL&limit=20&atLeast=" + seen, OFFICER);
            lags.add(System.nanoTime() - answered);
            for (var what : List.of("", "/events")) {
                var began = System.nanoTime();
                service.read("/api/v1/cases/" + accepted.caseId() + what, OFFICER);
                reads.add(System.nanoTime() - began);
            }
        }
    }
}
