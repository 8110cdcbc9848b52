package consular.ledger.postgres.append;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where appends wait for a committer. What is taken together, or by two committers at once, never touches the same stream,
 * key or value, so that committers do not wait for one another in the database and each stream keeps its order.
 */
final class AppendQueue {

    /** More would only make the callers of the first ones wait. */
    static final int MOST_APPENDS = 256;

    /** Beyond this a batch is closed, so that one that imports does not hold up all others. */
    static final int MOST_EVENTS = 2048;

    /** What would take a batch beyond this goes into the next one, so that no statement is much longer; one that is longer itself goes alone. */
    static final long MOST_BYTES = 4 << 20;

    /** A batch that takes longer may be held up, by a transaction of somebody else; what waits shall not be. */
    private static final Duration LONGEST_HOLD = Duration.ofMillis(5);

    private final int capacity;
    private final int enoughForAnother;
    private final long longestHoldNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final SequencedSet<WaitingAppend> waiting = new LinkedHashSet<>();
    private final Set<Object> inFlight = new HashSet<>();
    private int batches;
    private boolean closed;

    /**
     * Empty and open.
     *
     * @param capacity how many may wait
     * @param enoughForAnother how many have to wait for a batch to be begun at once beside one that is under way
     */
    AppendQueue(int capacity, int enoughForAnother) {
        this(capacity, enoughForAnother, LONGEST_HOLD);
    }

    /** The same, where what waits is held back for so long at the most by a batch that is under way. */
    AppendQueue(int capacity, int enoughForAnother, Duration longestHold) {
        this.capacity = capacity;
        this.enoughForAnother = enoughForAnother;
        this.longestHoldNanos = longestHold.toNanos();
    }

    /** Lets an append wait; false if there is no room, or no more. */
    boolean offer(WaitingAppend append) {
        lock.lock();
        try {
            if (closed || waiting.size() >= capacity) {
                return false;
            }
            waiting.add(append);
            if (mayBegin() || waiting.size() == 1) {
                changed.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Takes an append back; false if a committer has it already. */
    boolean withdraw(WaitingAppend append) {
        lock.lock();
        try {
            var waited = waiting.remove(append);
            if (waited && !waiting.isEmpty()) {
                // It may have been all that held up another.
                changed.signal();
            }
            return waited;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for appends that may be written now; empty once the queue is closed and nothing waits. */
    List<WaitingAppend> take() throws InterruptedException {
        return takeAfter(List.of());
    }

    /** The same, once a batch is over, whatever became of it. */
    List<WaitingAppend> takeAfter(List<WaitingAppend> over) throws InterruptedException {
        lock.lock();
        try {
            forget(over);
            while (true) {
                var batch = mayBegin() ? takeWhatMay() : List.<WaitingAppend>of();
                if (!batch.isEmpty()) {
                    batches++;
                    if (!waiting.isEmpty()) {
                        // what is over may have been all that held it up, and whoever waits counts the time from now on
                        changed.signal();
                    }
                    return batch;
                }
                if (closed && waiting.isEmpty()) {
                    changed.signalAll();
                    return batch;
                }
                if (waiting.isEmpty() || mayBegin()) {
                    changed.await();
                } else {
                    changed.awaitNanos(longestHoldNanos - waiting.getFirst().age());
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** With a batch under way, only for enough of them, or for one that was held back for long. */
    private boolean mayBegin() {
        return batches == 0
                || closed
                || waiting.size() >= enoughForAnother
                || (!waiting.isEmpty() && waiting.getFirst().age() >= longestHoldNanos);
    }

    private void forget(List<WaitingAppend> over) {
        if (!over.isEmpty()) {
            batches--;
            over.forEach(append -> inFlight.removeAll(append.exclusive()));
        }
    }

    private List<WaitingAppend> takeWhatMay() {
        List<WaitingAppend> batch = new ArrayList<>();
        var events = 0;
        var bytes = 0L;
        Set<Object> deferred = new HashSet<>();
        for (var each = waiting.iterator(); each.hasNext() && batch.size() < MOST_APPENDS && events < MOST_EVENTS; ) {
            var append = each.next();
            if (meets(append, inFlight) || meets(append, deferred)) {
                // Whoever comes later on the same stream must not pass it.
                deferred.addAll(append.exclusive());
            } else if (!batch.isEmpty() && bytes + append.bytes() > MOST_BYTES) {
                // not passed by shorter ones, or it would wait for as long as there are any
                return batch;
            } else {
                each.remove();
                batch.add(append);
                inFlight.addAll(append.exclusive());
                events += append.append().events().size();
                bytes += append.bytes();
            }
        }
        return batch;
    }

    private static boolean meets(WaitingAppend append, Set<Object> others) {
        for (var name : append.exclusive()) {
            if (others.contains(name)) {
                return true;
            }
        }
        return false;
    }

    /** Says that a batch is over, by somebody who takes no more. */
    void release(List<WaitingAppend> over) {
        lock.lock();
        try {
            forget(over);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets appends in again. */
    void open() {
        lock.lock();
        try {
            closed = false;
        } finally {
            lock.unlock();
        }
    }

    /** Lets no more in. What waits is still written. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }
}
