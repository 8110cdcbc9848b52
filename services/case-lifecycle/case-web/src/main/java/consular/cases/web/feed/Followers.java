package consular.cases.web.feed;

import consular.cases.application.LogNews;
import consular.cases.domain.posts.PostCode;
import consular.cases.web.problem.ApiException;
import consular.cases.web.problem.ProblemCode;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** All who follow the log on this instance. They are let go before the instance waits for its last requests. */
@Component
@EnableConfigurationProperties(FeedProperties.class)
public final class Followers implements SmartLifecycle {
    /** For the newest pages, which all share. */
    private static final long ROOM = 8L << 20;

    /** Of the connections to the database, which commands need too. */
    private static final int READERS = 4;

    /** For the pages of those who are behind, until they are written. */
    private static final int ROOM_BEHIND = 32 << 20;

    private static final long LONGEST_STOP_MILLIS = TimeUnit.SECONDS.toMillis(5);

    private final FeedProperties properties;
    private final LogNews news;
    private final RecentPages recent = new RecentPages(ROOM);
    private final Set<Follower> following = ConcurrentHashMap.newKeySet();
    private final Semaphore places;
    private final Headcount persons;
    private final Follower.Group group;
    private final FeedMeters meters;
    private final Tail tail;
    private volatile boolean stopping;
    private volatile @Nullable Thread thread;

    Followers(PageReader reader, LogNews news, FeedProperties properties, MeterRegistry registry) {
        this.properties = properties;
        this.news = news;
        this.places = new Semaphore(properties.followers());
        this.persons = new Headcount(properties.followersPerPerson());
        this.meters = new FeedMeters(registry, following, news);
        this.tail = new Tail(reader, news, recent, properties.pace());
        this.group = new Follower.Group(
                recent,
                reader,
                new Allowance(READERS, ROOM_BEHIND),
                properties,
                () -> stopping,
                this::leave,
                meters::ended);
        news.onErasure(recent::forget);
    }

    /** The longest that one stream lasts. */
    public Duration longest() {
        return properties.longest();
    }

    /**
     * Lets one more follow behind a position; to be closed.
     *
     * @param person who follows
     * @param posts only what concerns these; all when empty
     * @throws ApiException 503 when as many follow as may, or the person does as often as one may
     */
    public Follower admit(String person, long after, Set<PostCode> posts) {
        if (stopping) {
            throw new ApiException(ProblemCode.SERVICE_UNAVAILABLE, "this instance is stopping; follow on another");
        }
        if (!persons.enter(person)) {
            throw tooMany("you follow the log on this instance as often as one person may");
        }
        if (!places.tryAcquire()) {
            persons.leave(person);
            throw tooMany("as many follow the log on this instance as it serves");
        }
        recent.join(news.size());
        var follower = new Follower(group, person, after, posts);
        following.add(follower);
        return follower;
    }

    private ApiException tooMany(String why) {
        meters.refused();
        return new ApiException(ProblemCode.TOO_MANY_FOLLOWERS, why);
    }

    private void leave(Follower follower) {
        if (following.remove(follower)) {
            recent.leave();
            persons.leave(follower.person());
            places.release();
        }
    }

    @Override
    public void start() {
        recent.start();
        stopping = false;
        thread = Thread.ofPlatform().daemon().name("event-feed").start(tail);
    }

    @Override
    public void stop() {
        stopping = true;
        recent.stop();
        var running = thread;
        if (running != null) {
            running.interrupt();
            try {
                running.join(LONGEST_STOP_MILLIS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
