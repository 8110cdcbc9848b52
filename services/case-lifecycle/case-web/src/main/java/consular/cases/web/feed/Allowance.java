package consular.cases.web.feed;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What followers may take together. Many may come at once who are behind, and must leave connections to the database to others;
 * and however slowly they take what they have read for themselves, all of it together has its bound.
 */
final class Allowance {
    /** What a page may have while nobody knows yet how long it is: no event is longer than a body, which is no longer than a page. */
    static final int RESERVED = 2 * FeedPage.MOST_BYTES;

    private final Semaphore readers;
    private final Semaphore room;

    /**
     * Shared by all followers.
     *
     * @param readers how many ask the database at once
     * @param room how many bytes those who are behind hold together
     */
    Allowance(int readers, int room) {
        this.readers = new Semaphore(readers, true);
        this.room = new Semaphore(room, true);
    }

    /** Room for a page, until it is closed; empty when there was none in time. */
    Optional<Room> reserve(Duration atMost) throws InterruptedException {
        return room.tryAcquire(RESERVED, atMost.toNanos(), TimeUnit.NANOSECONDS)
                ? Optional.of(new Room())
                : Optional.empty();
    }

    /** Asks the database; empty when it was not this one's turn in time. */
    <T> Optional<T> ask(Duration atMost, Supplier<T> question) throws InterruptedException {
        if (!readers.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(question.get());
        } finally {
            readers.release();
        }
    }

    /** What one holds of the room. */
    final class Room implements AutoCloseable {
        private int held = RESERVED;

        private Room() {}

        /** Gives back what is not needed. */
        void keep(long bytes) {
            var kept = (int) Math.min(held, bytes);
            room.release(held - kept);
            held = kept;
        }

        @Override
        public void close() {
            keep(0);
        }
    }
}
