package consular.cases.projections.accesses;

import consular.cases.application.accesses.Access;
import consular.cases.application.accesses.AccessNotRecorded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Writes what concurrent requests record in one statement, and lets each go on when that has committed. */
final class AccessWriter implements AutoCloseable {
    private static final int ROOM = 4_096;
    private static final int MOST_AT_ONCE = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(ROOM);
    private final Consumer<List<Access>> insert;
    private final Thread thread;
    private volatile boolean closed;

    /** @param insert writes all of them or, when it throws, none */
    AccessWriter(Consumer<List<Access>> insert) {
        this.insert = insert;
        this.thread = Thread.ofPlatform().daemon().name("access-log").unstarted(this::work);
        this.thread.start();
    }

    /** Returns when the access is durable. */
    void write(Access access) {
        var waiting = new Waiting(access, new CompletableFuture<>());
        if (closed || !queue.offer(waiting)) {
            throw new AccessNotRecorded("there are too many accesses to record, or the service is stopping", null);
        }
        try {
            waiting.done().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            throw new AccessNotRecorded("the access could not be recorded", failure.getCause());
        } catch (TimeoutException late) {
            throw new AccessNotRecorded("the access was not recorded in time", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AccessNotRecorded("the request was interrupted before its access was recorded", interrupted);
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void work() {
        try {
            while (!closed) {
                var batch = new ArrayList<Waiting>();
                batch.add(queue.take());
                queue.drainTo(batch, MOST_AT_ONCE - 1);
                write(batch);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            var left = new ArrayList<Waiting>();
            queue.drainTo(left);
            left.forEach(waiting ->
                    waiting.done().completeExceptionally(new IllegalStateException("the service is stopping")));
        }
    }

    /** One that cannot be written must not take the others with it, nor this thread, without which nothing could be shown. */
    private void write(List<Waiting> batch) {
        try {
            insert.accept(batch.stream().map(Waiting::access).toList());
            batch.forEach(waiting -> waiting.done().complete(null));
        } catch (RuntimeException | Error failure) {
            if (batch.size() == 1) {
                batch.getFirst().done().completeExceptionally(failure);
            } else {
                batch.forEach(waiting -> write(List.of(waiting)));
            }
        }
    }

    private record Waiting(Access access, CompletableFuture<Void> done) {}
}
