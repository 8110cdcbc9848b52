package consular.benchmarks.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** What so many writers achieved in a time. */
record AppendLoad(double perSecond, double p99Millis) {

    /** Lets each writer write again and again. */
    static AppendLoad of(ExecutorService threads, int writers, Duration time, Callable<?> append) {
        return of(threads, Collections.nCopies(writers, append), time);
    }

    /** The same for writers each of which has something of its own to do. */
    static AppendLoad of(ExecutorService threads, List<? extends Callable<?>> writers, Duration time) {
        var end = System.nanoTime() + time.toNanos();
        var tasks = new ArrayList<Callable<long[]>>();
        for (var writer : writers) {
            tasks.add(() -> write(writer, end));
        }
        try {
            return sum(threads.invokeAll(tasks), time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static long[] write(Callable<?> append, long end) throws Exception {
        var nanos = LongStream.builder();
        for (var begun = System.nanoTime(); begun < end; ) {
            var _ = append.call();
            var done = System.nanoTime();
            nanos.add(done - begun);
            begun = done;
        }
        return nanos.build().toArray();
    }

    private static AppendLoad sum(List<Future<long[]>> writers, Duration time) throws InterruptedException {
        var all = LongStream.builder();
        for (var writer : writers) {
            try {
                Arrays.stream(writer.get()).forEach(all);
            } catch (ExecutionException failed) {
                throw new IllegalStateException("a writer failed", failed.getCause());
            }
        }
        var nanos = all.build().sorted().toArray();
        return new AppendLoad(nanos.length * 1e9 / time.toNanos(), nanos[nanos.length * 99 / 100] / 1e6);
    }
}
