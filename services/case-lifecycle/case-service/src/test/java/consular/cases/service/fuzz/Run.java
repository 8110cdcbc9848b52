package consular.cases.service.fuzz;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Tells stories, several at once, until everything was tried, what can succeed has, and its time is over. */
final class Run {
    private static final int TELLERS = 8;

    private final Scene scene;
    private final Runnable resetClock;
    private final Length length;
    private final long start = System.nanoTime();
    private final AtomicInteger next = new AtomicInteger();
    private final ReadWriteLock clock = new ReentrantReadWriteLock(true);

    /**
     * How long it goes on at least.
     *
     * @param longest and at most, but for the stories that have begun
     * @param requests how many requests it sends at least
     * @param share of everything, which it tries at least; the rest is of operations that only a rare order of commands opens
     */
    record Length(Duration time, Duration longest, int requests, double share) {}

    Run(Scene scene, Length length, Runnable resetClock) {
        this.scene = scene;
        this.length = length;
        this.resetClock = resetClock;
    }

    void go() throws InterruptedException, ExecutionException {
        try (var tellers = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ExecutorCompletionService<Integer>(tellers);
            Callable<Integer> teller = () -> {
                var told = 0;
                while (!isOver()) {
                    tell(next.getAndIncrement());
                    told++;
                }
                return told;
            };
            for (var i = 0; i < TELLERS; i++) {
                all.submit(teller);
            }
            for (var i = 0; i < TELLERS; i++) {
                all.take().get();
            }
        }
    }

    /** One story by its number. */
    void tell(int number) {
        var story = new Story(scene, number);
        var moves = story.movesTheClock();
        var lock = moves ? clock.writeLock() : clock.readLock();
        lock.lock();
        try {
            story.tell();
            if (moves) {
                resetClock.run();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isOver() {
        var passed = Duration.ofNanos(System.nanoTime() - start);
        if (passed.compareTo(length.longest()) > 0) {
            return true;
        }
        return passed.compareTo(length.time()) > 0
                && scene.tally().requests() >= length.requests()
                && scene.agenda().share() >= length.share()
                && whatCanSucceedHas();
    }

    private boolean whatCanSucceedHas() {
        var unreached = Unreached.ids();
        return scene.document().operations().stream()
                .allMatch(operation ->
                        unreached.contains(operation.id()) || scene.tally().succeeded(operation));
    }

    /** How many stories were begun. */
    int stories() {
        return next.get();
    }
}
