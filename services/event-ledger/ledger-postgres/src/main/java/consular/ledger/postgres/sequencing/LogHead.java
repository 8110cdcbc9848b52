package consular.ledger.postgres.sequencing;

import consular.ledger.postgres.sequencing.Ordering.Placed;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far the log reaches, as far as this node has heard, and a place to wait for more. */
public final class LogHead {

    private static final Logger LOG = LoggerFactory.getLogger(LogHead.class);

    /** Enough for whoever has just appended to a batch; a power of two. */
    private static final int REMEMBERED = 4096;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private final long[] batches = new long[REMEMBERED];
    private final long[] firstIndexes = new long[REMEMBERED];
    private volatile boolean leading;
    private volatile long size;

    /** A log of which nothing is known. */
    public LogHead() {}

    /** How many events the log has at the least. */
    public long size() {
        return size;
    }

    /** Tells that the log has so many events; less than known already is old news. */
    public void reaches(long events) {
        lock.lock();
        try {
            if (events <= size) {
                return;
            }
            size = events;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
        listeners.forEach(LogHead::tell);
    }

    /** On the thread that orders the log, which goes on whatever becomes of those who follow it. */
    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException | Error failure) {
            LOG.error("Whoever follows the log failed on the news that it has grown", failure);
        }
    }

    /** Waits until the log has more than so many events; false when the time is over. */
    public boolean awaitMoreThan(long events, long timeout, TimeUnit unit) throws InterruptedException {
        var left = unit.toNanos(timeout);
        if (size > events) {
            return true;
        }
        lock.lockInterruptibly();
        try {
            while (size <= events && left > 0) {
                left = grown.awaitNanos(left);
            }
            return size > events;
        } finally {
            lock.unlock();
        }
    }

    /** Tells whether it is this node that gives the places, and so knows them before anybody asks. */
    void leads(boolean leader) {
        lock.lock();
        try {
            leading = leader;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether this node gives the places, as far as it knows. */
    boolean isLeading() {
        return leading;
    }

    /** Remembers the places that this node gave; {@link #reaches} is told after it. */
    void placed(List<Placed> places) {
        lock.lock();
        try {
            for (var place : places) {
                batches[slot(place.batch().number())] = place.batch().number();
                firstIndexes[slot(place.batch().number())] = place.firstIndex();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for the index of a batch's first event. Only the node that leads knows it without asking the database.
     *
     * @return empty at once on any other node, and when the time is over
     */
    public OptionalLong awaitPlace(long batch, long timeout, TimeUnit unit) throws InterruptedException {
        var left = unit.toNanos(timeout);
        lock.lockInterruptibly();
        try {
            while (leading && batches[slot(batch)] != batch && left > 0) {
                left = grown.awaitNanos(left);
            }
            return batches[slot(batch)] == batch ? OptionalLong.of(firstIndexes[slot(batch)]) : OptionalLong.empty();
        } finally {
            lock.unlock();
        }
    }

    private static int slot(long batch) {
        return (int) batch & REMEMBERED - 1;
    }

    /** Calls back, quickly, whenever the log has grown; until it is {@link #removeListener removed}. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    /** Calls back no more. */
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }
}
