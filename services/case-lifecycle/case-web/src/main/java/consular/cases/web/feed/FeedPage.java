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

    private final long after;
    private final List<FeedEvent> events;
    private final Supplier<Map<UUID, PostCode>> whereabouts;
    private final ReentrantLock looking = new ReentrantLock();
    private @Nullable Map<UUID, PostCode> posts;

    /**
     * The events behind a position.
     *
     * @param whereabouts the posts where the subjects are; asked once, and only if somebody follows some posts alone
     */
    public FeedPage(long after, List<FeedEvent> events, Supplier<Map<UUID, PostCode>> whereabouts) {
        this.after = after;
        this.events = List.copyOf(events);
        this.whereabouts = whereabouts;
    }

    long after() {
        return after;
    }

    /** The position of its last event. */
    long last() {
        return events.isEmpty() ? after : events.getLast().position();
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    boolean isFull() {
        return events.size() >= MOST;
    }

    /** Its events in bytes. */
    long size() {
        return events.stream().mapToLong(FeedEvent::size).sum();
    }

    /** Its events behind a position that are of these posts; of all posts when none is named. */
    List<FeedEvent> behind(long position, Set<PostCode> wanted) {
        var behind =
                events.stream().filter(event -> event.position() > position).toList();
        if (wanted.isEmpty() || behind.isEmpty()) {
            return behind;
        }
        var where = posts();
        return behind.stream()
                .filter(event -> wanted.contains(where.get(event.subject())))
                .toList();
    }

    private Map<UUID, PostCode> posts() {
        looking.lock();
        try {
            if (posts == null) {
                posts = Map.copyOf(whereabouts.get());
            }
            return posts;
        } finally {
            looking.unlock();
        }
    }
}
