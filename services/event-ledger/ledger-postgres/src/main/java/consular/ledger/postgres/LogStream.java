package consular.ledger.postgres;

import consular.ledger.postgres.sequencing.LogHead;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/** One reader's way along the log. At the end it waits until there is more, and wakes whoever asked to be woken. */
final class LogStream implements TrackingEventStream {

    private static final long WAIT_AT_MOST_SECONDS = 1;

    private final EventStorageEngine engine;
    private final LogHead head;
    private @Nullable TrackingToken last;
    private @Nullable Stream<? extends TrackedEventMessage<?>> reading;
    private @Nullable Iterator<? extends TrackedEventMessage<?>> events;
    private @Nullable TrackedEventMessage<?> next;
    private @Nullable Runnable sleeper;

    /** What the log reached when this began to read to its end: upcasters may have dropped events up to there. */
    private long read = -1;

    LogStream(EventStorageEngine engine, LogHead head, @Nullable TrackingToken token) {
        this.engine = engine;
        this.head = head;
        this.last = token;
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
            head.awaitMoreThan(read, left, TimeUnit.NANOSECONDS);
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
            head.awaitMoreThan(read, WAIT_AT_MOST_SECONDS, TimeUnit.SECONDS);
        }
    }

    private @Nullable TrackedEventMessage<?> look() {
        if (next == null) {
            if (events == null && head.size() > read) {
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
        sleeper = callback;
        head.addListener(callback);
        return true;
    }

    @Override
    public void close() {
        if (sleeper != null) {
            head.removeListener(sleeper);
        }
        endReading();
    }
}
