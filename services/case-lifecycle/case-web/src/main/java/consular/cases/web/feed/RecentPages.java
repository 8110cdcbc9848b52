package consular.cases.web.feed;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The newest pages of the log, one after the other without a hole, for all who follow at its end. Whoever is behind the oldest
 * reads for himself. It holds nothing while nobody follows.
 */
final class RecentPages {
    private final long room;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final Condition followed = lock.newCondition();
    private final ArrayDeque<FeedPage> pages = new ArrayDeque<>();
    private long first;
    private long last;
    private long size;
    private int followers;
    private long edition;
    private boolean stopped;

    /** @param room how many bytes it holds at most; whoever needs a page that has no room reads for himself */
    RecentPages(long room) {
        this.room = room;
    }

    /**
     * Where the next page goes.
     *
     * @param edition changes whenever what was read before must not be added any more
     */
    record End(long position, long edition) {}

    /** One more follows; the first begins at the end of the log. */
    void join(long head) {
        lock.lock();
        try {
            if (followers++ == 0) {
                empty(head);
                followed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            if (--followers == 0) {
                empty(last);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Forgets all events, since some of them may hold what was erased, and what is just being read. */
    void forget() {
        lock.lock();
        try {
            empty(last);
        } finally {
            lock.unlock();
        }
    }

    private void empty(long position) {
        pages.clear();
        size = 0;
        first = position;
        last = position;
        edition++;
    }

    /** Where the next page goes, as soon as anybody follows. */
    End awaitFollowers() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (followers == 0) {
                followed.await();
            }
            return new End(last, edition);
        } finally {
            lock.unlock();
        }
    }

    /** Adds a page, unless it is empty or what was read has to be read again. */
    void add(FeedPage page, End end) {
        lock.lock();
        try {
            if (end.edition() != edition || page.isEmpty()) {
                return;
            }
            if (page.after() != last) {
                throw new IllegalArgumentException("a page behind " + page.after() + " does not follow " + last);
            }
            pages.addLast(page);
            if (page.isMoving()) {
                pages.forEach(FeedPage::forgetPosts);
            }
            size += page.size();
            last = page.last();
            while (size > room) {
                var oldest = pages.removeFirst();
                size -= oldest.size();
                first = oldest.last();
            }
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether the next event behind a position is older than what is here. */
    boolean isPast(long position) {
        lock.lock();
        try {
            return position < first;
        } finally {
            lock.unlock();
        }
    }

    /** The page with the next event behind a position; empty when the time is over, when it is past, and at the end. */
    Optional<FeedPage> await(long position, Duration atMost) throws InterruptedException {
        var left = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (position >= last && left > 0 && !stopped) {
                left = grown.awaitNanos(left);
            }
            return find(position);
        } finally {
            lock.unlock();
        }
    }

    private Optional<FeedPage> find(long position) {
        for (var newest = pages.descendingIterator(); newest.hasNext(); ) {
            var page = newest.next();
            if (page.after() <= position) {
                return position < page.last() ? Optional.of(page) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Lets them wait again after a stop. */
    void start() {
        lock.lock();
        try {
            stopped = false;
        } finally {
            lock.unlock();
        }
    }

    /** Lets nobody wait any more. */
    void stop() {
        lock.lock();
        try {
            stopped = true;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
