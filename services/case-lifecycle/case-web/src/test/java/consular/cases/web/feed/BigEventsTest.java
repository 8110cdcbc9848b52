package consular.cases.web.feed;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.application.LogNews;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many who are behind, and take nothing of a log in which every event is as long as a page may be. */
@Timeout(60)
class BigEventsTest {
    private static final byte[] LONG = new byte[FeedPage.MOST_BYTES];

    private final AtomicInteger reads = new AtomicInteger();
    private final CountDownLatch taken = new CountDownLatch(1);

    private FeedPage read(long position, int limit, int bytes) {
        assertThat(bytes).isEqualTo(FeedPage.MOST_BYTES);
        reads.incrementAndGet();
        var event = new FeedEvent(position + 1, new UUID(0, position), LONG, false);
        return new FeedPage(position, List.of(event), Map::of);
    }

    @Test
    void together_they_hold_no_more_than_their_room() throws Exception {
        var followers = new Followers(
                this::read,
                new Standing(),
                new FeedProperties(
                        200,
                        200,
                        Duration.ofMillis(100),
                        Duration.ofMillis(10),
                        Duration.ofMillis(50),
                        Duration.ofHours(1)),
                new SimpleMeterRegistry());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 100; i++) {
                threads.submit(() -> {
                    try (var follower = followers.admit("ana", 0, Set.of())) {
                        follower.follow(new Stuck(), Duration.ofHours(1), _ -> {});
                    }
                });
            }
            while (reads.get() < 30) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            TimeUnit.MILLISECONDS.sleep(500);
            assertThat(reads.get()).isLessThanOrEqualTo(32);
            taken.countDown();
            while (reads.get() < 100) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            followers.stop();
        }
    }

    /** A log of a thousand events. */
    private static final class Standing implements LogNews {
        @Override
        public long size() {
            return 1_000;
        }

        @Override
        public boolean awaitMoreThan(long events, Duration atMost) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(atMost.toNanos());
            return false;
        }

        @Override
        public void onErasure(Runnable forget) {
            // nobody is erased
        }
    }

    /** Takes the beginning, and an event only when it is let go. */
    private final class Stuck extends OutputStream {
        @Override
        public void write(int next) {
            throw new UnsupportedOperationException("nothing is written byte by byte");
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            try {
                if (length >= LONG.length) {
                    taken.await();
                    TimeUnit.MILLISECONDS.sleep(60);
                }
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
