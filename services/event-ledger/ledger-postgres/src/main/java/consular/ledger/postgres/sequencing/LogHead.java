package consular.ledger.postgres.sequencing;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How far the log reaches, as far as this node has heard, and a place to wait for more. */
public final class LogHead {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
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
        listeners.forEach(Runnable::run);
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

    /** Calls back, quickly, whenever the log has grown; until it is {@link #removeListener removed}. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    /** Calls back no more. */
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }
}
