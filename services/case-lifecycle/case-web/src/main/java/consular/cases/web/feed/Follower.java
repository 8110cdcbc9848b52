package consular.cases.web.feed;

import consular.cases.application.PlainCause;
import consular.cases.domain.posts.PostCode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One who follows the log, in the thread of the request. It holds one page at most, and no connection to the database while it
 * writes.
 */
public final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    /** How long a client that was cut off waits before it comes again, in milliseconds: not all at the same moment. */
    private static final int SHORTEST_RETRY = 1_000;

    private static final int LONGEST_RETRY = 4_000;

    private final Group group;
    private final String person;
    private final Set<PostCode> posts;
    private volatile long position;

    /** What the client knows to have seen, and would begin behind if it came again. */
    private long told;

    private long spoken;

    Follower(Group group, String person, long after, Set<PostCode> posts) {
        this.group = group;
        this.person = person;
        this.posts = Set.copyOf(posts);
        this.position = after;
        this.told = after;
    }

    /**
     * What all followers share.
     *
     * @param allowance bounds what they take together
     * @param leave is told who goes, and why
     */
    record Group(
            RecentPages recent,
            PageReader reader,
            Allowance allowance,
            FeedProperties properties,
            BooleanSupplier stopping,
            Consumer<Follower> leave,
            Consumer<Ending> ended) {}

    String person() {
        return person;
    }

    long position() {
        return position;
    }

    /**
     * Writes events as server-sent events until either side has enough. Returns in any case.
     *
     * @param longest no longer than that
     * @param recorded is told what is about to be shown; when it throws, that is not shown
     */
    public void follow(OutputStream out, Duration longest, Consumer<List<FeedEvent>> recorded) {
        group.ended().accept(followToTheEnd(out, longest, recorded));
    }

    private Ending followToTheEnd(OutputStream out, Duration longest, Consumer<List<FeedEvent>> recorded) {
        try {
            return run(out, System.nanoTime() + longest.toNanos(), recorded);
        } catch (IOException gone) {
            return isTimeout(gone) ? Ending.SLOW : Ending.LEFT;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Ending.STOPPING;
        } catch (RuntimeException failure) {
            // as many may fail at once as follow
            LOG.warn(
                    "A stream of the log ends behind position {}: {}",
                    told,
                    PlainCause.of(failure).toString());
            return Ending.FAILED;
        }
    }

    private static boolean isTimeout(IOException gone) {
        for (@Nullable Throwable cause = gone; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }

    private Ending run(OutputStream out, long end, Consumer<List<FeedEvent>> recorded)
            throws IOException, InterruptedException {
        var retry = ThreadLocalRandom.current().nextInt(SHORTEST_RETRY, LONGEST_RETRY);
        out.write(("retry: " + retry + "\n\n").getBytes(StandardCharsets.US_ASCII));
        speak(out);
        while (!group.stopping().getAsBoolean()) {
            var left = end - System.nanoTime();
            if (left <= 0) {
                return Ending.TIME;
            }
            var silence = group.properties().heartbeat().toNanos() - (System.nanoTime() - spoken);
            if (silence <= 0) {
                beat(out);
                continue;
            }
            var patience = Duration.ofNanos(Math.min(silence, left));
            var inTime = group.recent().isPast(position)
                    ? giveOld(patience, end, out, recorded)
                    : giveNew(patience, end, out, recorded);
            if (!inTime) {
                return Ending.SLOW;
            }
        }
        return Ending.STOPPING;
    }

    /** What of a page is for this follower. */
    private record Shown(List<FeedEvent> events, long last) {
        long size() {
            return events.stream().mapToLong(FeedEvent::size).sum();
        }
    }

    private Shown shown(FeedPage page) {
        return new Shown(page.behind(position, posts), page.last());
    }

    private boolean giveNew(Duration atMost, long end, OutputStream out, Consumer<List<FeedEvent>> recorded)
            throws IOException, InterruptedException {
        var page = group.recent().await(position, atMost);
        if (page.isEmpty()) {
            return true;
        }
        var found = page.get();
        if (found.knows(posts)) {
            return give(shown(found), end, out, recorded);
        }
        var shown = group.allowance().ask(atMost, () -> shown(found));
        return shown.isEmpty() || give(shown.get(), end, out, recorded);
    }

    private boolean giveOld(Duration atMost, long end, OutputStream out, Consumer<List<FeedEvent>> recorded)
            throws IOException, InterruptedException {
        var reserved = group.allowance().reserve(atMost);
        if (reserved.isEmpty()) {
            return true;
        }
        try (var room = reserved.get()) {
            var shown = group.allowance().ask(atMost, this::read);
            if (shown.isEmpty()) {
                return true;
            }
            room.keep(shown.get().size());
            return give(shown.get(), end, out, recorded);
        }
    }

    private Shown read() {
        return shown(group.reader().after(position, FeedPage.MOST, FeedPage.MOST_BYTES));
    }

    /** Whether the page went out in time; nothing of it does after the end. */
    private boolean give(Shown shown, long end, OutputStream out, Consumer<List<FeedEvent>> recorded)
            throws IOException {
        var events = shown.events();
        if (!events.isEmpty()) {
            recorded.accept(events);
            var latest = System.nanoTime() + group.properties().writeTimeout().toNanos();
            for (var event : events) {
                if (System.nanoTime() - end >= 0) {
                    return true;
                }
                event.writeTo(out);
                told = event.position();
                if (System.nanoTime() > latest) {
                    return false;
                }
            }
            speak(out);
        }
        position = Math.max(position, shown.last());
        return true;
    }

    /** Events of other posts are not shown; but who comes again need not begin in front of them. */
    private void beat(OutputStream out) throws IOException {
        out.write((told == position ? ":\n\n" : ":\nid: " + position + "\n\n").getBytes(StandardCharsets.US_ASCII));
        told = position;
        speak(out);
    }

    private void speak(OutputStream out) throws IOException {
        out.flush();
        spoken = System.nanoTime();
    }

    @Override
    public void close() {
        group.leave().accept(this);
    }
}
