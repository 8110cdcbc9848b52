package consular.cases.web.limits;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** So many may be at work at once; whoever finds no place in time has to go. Those who wait get theirs in the order they came. */
public final class Places {
    private final Semaphore free;

    public Places(int howMany) {
        this.free = new Semaphore(howMany, true);
    }

    /** A place until it is closed; empty when none came free in time, or the thread was interrupted. */
    public Optional<Place> take(Duration patience) {
        try {
            return free.tryAcquire(Math.max(0, patience.toNanos()), TimeUnit.NANOSECONDS)
                    ? Optional.of(new Place(free::release))
                    : Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** A place that is taken; it may be given back more than once, and counts once. */
    public static final class Place implements AutoCloseable {
        private final Runnable giveBack;
        private final AtomicBoolean held = new AtomicBoolean(true);

        Place(Runnable giveBack) {
            this.giveBack = giveBack;
        }

        @Override
        public void close() {
            if (held.getAndSet(false)) {
                giveBack.run();
            }
        }
    }
}
