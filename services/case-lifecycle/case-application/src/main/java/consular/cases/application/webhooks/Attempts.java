package consular.cases.application.webhooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sends the events of several cases at once, those of each case one after the other, until one fails. */
final class Attempts {
    private final Function<OutgoingEvent, Answer> send;
    private final BooleanSupplier mayGoOn;
    private final AtomicInteger failuresInARow = new AtomicInteger();
    private volatile boolean gone;

    /** @param mayGoOn is asked before each attempt; when it says no, the rest is not tried */
    Attempts(Function<OutgoingEvent, Answer> send, BooleanSupplier mayGoOn) {
        this.send = send;
        this.mayGoOn = mayGoOn;
    }

    /** The events of one case that are to be sent, and how it was held before, if it was. */
    record Work(
            UUID subject,
            List<OutgoingEvent> events,
            @Nullable HeldCase before) {
        Work {
            events = List.copyOf(events);
        }
    }

    /**
     * What came of one case.
     *
     * @param sent how many of its events the receiver took
     * @param answer to the one after them; null if that was not tried
     */
    record Result(Work work, int sent, @Nullable Answer answer) {
        boolean isDone() {
            return sent == work.events().size();
        }
    }

    List<Result> make(List<Work> works, int parallel) {
        var waiting = new ConcurrentLinkedQueue<>(works);
        var results = new ConcurrentLinkedQueue<Result>();
        var threads = new ArrayList<Future<?>>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = Math.min(parallel, works.size()); i > 0; i--) {
                threads.add(executor.submit(() -> drain(waiting, results)));
            }
        }
        for (var thread : threads) {
            if (thread.state() == Future.State.FAILED) {
                throw new IllegalStateException("an event could not be sent", thread.exceptionNow());
            }
        }
        return List.copyOf(results);
    }

    private void drain(Queue<Work> waiting, Queue<Result> results) {
        for (var work = waiting.poll(); work != null; work = waiting.poll()) {
            results.add(make(work));
        }
    }

    private Result make(Work work) {
        var sent = 0;
        for (var event : work.events()) {
            if (gone || failuresInARow.get() >= Standing.DOWN || !mayGoOn.getAsBoolean()) {
                return new Result(work, sent, null);
            }
            var answer = send.apply(event);
            if (!(answer instanceof Answer.Accepted)) {
                gone = gone || answer instanceof Answer.Gone;
                failuresInARow.incrementAndGet();
                return new Result(work, sent, answer);
            }
            failuresInARow.set(0);
            sent++;
        }
        return new Result(work, sent, null);
    }
}
