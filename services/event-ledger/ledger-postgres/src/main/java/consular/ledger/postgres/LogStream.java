package consular.ledger.postgres;

import consular.ledger.postgres.sequencing.LogHead;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * One reader's way along the log. At the end it waits until there is more, and wakes whoever asked to be woken: at once after a
 * quiet moment, and else when it is worth it. Each time a processor goes to work it begins a transaction for each of its
 * segments, and those cost the same for one event as for twenty.
 */
final class LogStream implements TrackingEventStream {

    /** Between the beginnings of two readings, however fast the log grows. */
    static final Duration PACE = Duration.ofMillis(20);

    private static final long PACE_NANOS = PACE.toNanos();
    private static final long WAIT_AT_MOST_SECONDS = 1;

    private final EventStorageEngine engine;
    private final LogHead head;
    private @Nullable TrackingToken last;
    private @Nullable Stream<? extends TrackedEventMessage<?>> reading;
    private @Nullable Iterator<? extends TrackedEventMessage<?>> events;
    private @Nullable TrackedEventMessage<?> next;
    private @Nullable Runnable sleeper;
    private final AtomicBoolean aboutToWake = new AtomicBoolean();
    private final Moments moments;
    private volatile long readAt;

    /** What the log reached when this began to read to its end: upcasters may have dropped events up to there. */
    private long read = -1;

    LogStream(EventStorageEngine engine, LogHead head, @Nullable TrackingToken token) {
        this(engine, head, token, Moments.REAL);
    }

    LogStream(EventStorageEngine engine, LogHead head, @Nullable TrackingToken token, Moments moments) {
        this.engine = engine;
        this.head = head;
        this.last = token;
        this.moments = moments;
        this.readAt = moments.nanos() - PACE_NANOS;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return Optional.ofNullable(look());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        var end = System.nanoTime() + unit.toNanos(timeout);
        while (look() == null) {
            var left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            await(left);
        }
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (true) {
            var event = look();
            if (event != null) {
                next = null;
                last = event.trackingToken();
                return event;
            }
            await(TimeUnit.SECONDS.toNanos(WAIT_AT_MOST_SECONDS));
        }
    }

    private void await(long nanos) throws InterruptedException {
        var early = untilNextReading();
        if (head.size() > read && early > 0) {
            TimeUnit.NANOSECONDS.sleep(Math.min(nanos, early));
        } else {
            head.awaitMoreThan(read, nanos, TimeUnit.NANOSECONDS);
        }
    }

    private long untilNextReading() {
        return readAt + PACE_NANOS - moments.nanos();
    }

    /** Whoever reads for a processor survives exceptions alone; after an Error nobody would read for it any more. */
    private @Nullable TrackedEventMessage<?> look() {
        try {
            return lookAhead();
        } catch (Error error) {
            throw new IllegalStateException("The log could not be read on", error);
        }
    }

    private @Nullable TrackedEventMessage<?> lookAhead() {
        if (next == null) {
            if (events == null && head.size() > read && untilNextReading() <= 0) {
                readAt = moments.nanos();
                read = head.size();
                reading = engine.readEvents(last, false);
                events = reading.iterator();
            }
            if (events != null) {
                if (events.hasNext()) {
                    next = events.next();
                } else {
                    endReading();
                }
            }
        }
        return next;
    }

    private void endReading() {
        if (reading != null) {
            reading.close();
        }
        reading = null;
        events = null;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        var waking = (Runnable) () -> wake(callback);
        sleeper = waking;
        head.addListener(waking);
        return true;
    }

    private void wake(Runnable callback) {
        var early = untilNextReading();
        if (early <= 0) {
            callback.run();
        } else if (aboutToWake.compareAndSet(false, true)) {
            moments.after(early, () -> {
                aboutToWake.set(false);
                // another reading may have begun meanwhile, and what the log grew by since would be told to nobody
                wake(callback);
            });
        }
    }

    @Override
    public void close() {
        if (sleeper != null) {
            head.removeListener(sleeper);
        }
        endReading();
    }
}
