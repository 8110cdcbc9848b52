package consular.cases.web.feed;

import consular.cases.application.LogNews;
import consular.cases.application.PlainCause;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what is new in the log, once for all followers, and only while there are any. */
final class Tail implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final Duration LOOK_UP = Duration.ofMillis(500);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final PageReader reader;
    private final LogNews news;
    private final RecentPages recent;
    private final Duration pace;

    /** @param pace between the beginnings of two readings, but where there is more than a page to read */
    Tail(PageReader reader, LogNews news, RecentPages recent, Duration pace) {
        this.reader = reader;
        this.news = news;
        this.recent = recent;
        this.pace = pace;
    }

    /** Until it is interrupted. */
    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    turn();
                } catch (InterruptedException stopping) {
                    throw stopping;
                } catch (Throwable failure) {
                    // nobody else reads for them; and what the failure says may hold personal data
                    LOG.warn(
                            "Can't read what is new for the followers of the log ({}); trying again",
                            PlainCause.of(failure).toString());
                    Thread.sleep(PAUSE_AFTER_FAILURE);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn() throws InterruptedException {
        var end = recent.awaitFollowers();
        if (!news.awaitMoreThan(end.position(), LOOK_UP)) {
            return;
        }
        var begun = System.nanoTime();
        var page = reader.after(end.position(), FeedPage.MOST, FeedPage.MOST_BYTES);
        recent.add(page, end);
        if (!page.isFull()) {
            TimeUnit.NANOSECONDS.sleep(begun + pace.toNanos() - System.nanoTime());
        }
    }
}
