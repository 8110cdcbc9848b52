package consular.cases.web.feed;

import consular.cases.domain.posts.PostCode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A piece of the log that any number of followers may be given. */
public final class FeedPage {
    /** How many events it has at most; a follower holds no more than one page. */
    static final int MOST = 100;

    /** It ends with the event that takes it there, so it has no more than that and one event. */
    static final int MOST_BYTES = 1 << 20;

    private final long after;
    private final List<FeedEvent> events;
    private final Supplier<Map<UUID, PostCode>> whereabouts;
    private final long size;
    private volatile Looking looking = new Looking();

    /**
     * The events behind a position.
     *
     * @param whereabouts the posts where the subjects are; asked only if somebody follows some posts alone,
     *     and once until a subject is sent to another post
     */
    public FeedPage(long after, List<FeedEvent> events, Supplier<Map<UUID, PostCode>> whereabouts) {
        this.after = after;
        this.events = List.copyOf(events);
        this.whereabouts = whereabouts;
        this.size = this.events.stream().mapToLong(FeedEvent::size).sum();
    }

    long after() {
        return after;
    }

    /** The position of its last event. */
    public long last() {
        return events.isEmpty() ? after : events.getLast().position();
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    /** Whether there may be more where it ends. */
    boolean isFull() {
        return events.size() >= MOST || size >= MOST_BYTES;
    }

    /** Its events in bytes. */
    public long size() {
        return size;
    }

    /** Its events behind a position that are of these posts; of all posts when none is named. */
    List<FeedEvent> behind(long position, Set<PostCode> wanted) {
        var behind =
                events.stream().filter(event -> event.position() > position).toList();
        if (wanted.isEmpty() || behind.isEmpty()) {
            return behind;
        }
        var where = looking.posts();
        return behind.stream()
                .filter(event -> wanted.contains(where.get(event.subject())))
                .toList();
    }

    /** Whether it can tell without a question what is of these posts. */
    boolean knows(Set<PostCode> wanted) {
        return wanted.isEmpty() || looking.posts != null;
    }

    /** Whether a subject is at another post since one of its events. */
    boolean isMoving() {
        return events.stream().anyMatch(FeedEvent::isMoving);
    }

    /** Has the posts asked for anew. Who is just asking waits for nobody, and nobody else is given that answer. */
    void forgetPosts() {
        looking = new Looking();
    }

    /** One question for all. */
    private final class Looking {
        private final ReentrantLock lock = new ReentrantLock();
        private volatile @Nullable Map<UUID, PostCode> posts;

        private Map<UUID, PostCode> posts() {
            lock.lock();
            try {
                var known = posts;
                if (known == null) {
                    known = Map.copyOf(whereabouts.get());
                    posts = known;
                }
                return known;
            } finally {
                lock.unlock();
            }
        }
    }
}
