package consular.ledger.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Threads that share out the work; with one thread it is all done by the caller, at once. */
final class Workers implements AutoCloseable {

    private final @Nullable ExecutorService threads;
    private final int count;

    Workers(int count) {
        this.count = count;
        this.threads = count == 1
                ? null
                : Executors.newFixedThreadPool(
                        count, Thread.ofPlatform().daemon().name("examiner-", 0).factory());
    }

    int count() {
        return count;
    }

    <T> Future<T> start(Callable<T> work) {
        if (threads != null) {
            return threads.submit(work);
        }
        var done = new CompletableFuture<T>();
        try {
            done.complete(work.call());
        } catch (Exception failed) {
            done.completeExceptionally(failed);
        }
        return done;
    }

    /** Does something for each, and answers in their order; or throws what went wrong for the first of them. */
    <S, T> List<T> forEach(List<S> all, Work<S, T> work) throws BrokenEvidence {
        List<Future<T>> underWay = new ArrayList<>();
        for (var one : all) {
            underWay.add(start(() -> work.of(one)));
        }
        List<T> results = new ArrayList<>();
        for (var each : underWay) {
            results.add(result(each));
        }
        return results;
    }

    /** Waits for what was started. */
    static <T> T result(Future<T> started) throws BrokenEvidence {
        try {
            return started.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case BrokenEvidence broken -> throw broken;
                case RuntimeException fault -> throw fault;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(failed);
            }
        } catch (InterruptedException impossible) {
            throw new IllegalStateException("nobody interrupts the main thread", impossible);
        }
    }

    @Override
    public void close() {
        if (threads != null) {
            threads.shutdownNow();
        }
    }

    /** Something to do for one of many. */
    @FunctionalInterface
    interface Work<S, T> {
        T of(S one) throws BrokenEvidence;
    }
}
