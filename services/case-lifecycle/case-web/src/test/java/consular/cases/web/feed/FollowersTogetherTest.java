package consular.cases.web.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import consular.cases.application.LogNews;
import consular.cases.web.problem.ApiException;
import consular.cases.web.problem.ProblemCode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How often one person may follow, and that nothing is shown after the end; the log has a hundred events. */
@Timeout(60)
class FollowersTogetherTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Followers followers = new Followers(
            FollowersTogetherTest::read,
            new Standing(),
            new FeedProperties(
                    5, 2, Duration.ofSeconds(10), Duration.ofMillis(1), Duration.ofSeconds(30), Duration.ofHours(1)),
            meters);

    private static FeedPage read(long position, int limit, int bytes) {
        var events = LongStream.rangeClosed(position + 1, 100)
                .mapToObj(at -> new FeedEvent(at, new UUID(0, at), "{}".getBytes(UTF_8), false))
                .toList();
        return new FeedPage(position, events, Map::of);
    }

    private static final class Standing implements LogNews {
        @Override
        public long size() {
            return 100;
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

    private Follower admit(String person) {
        return followers.admit(person, 0, Set.of());
    }

    private void isRefused(String person) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> admit(person))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(ProblemCode.TOO_MANY_FOLLOWERS));
    }

    @Test
    void one_person_follows_so_often_and_leaves_room_to_others() {
        List<Follower> here = new ArrayList<>(List.of(admit("ana"), admit("ana")));
        isRefused("ana");
        here.add(admit("ben"));
        here.getFirst().close();
        here.getFirst().close();
        here.add(admit("ana"));
        isRefused("ana");
        assertThat(meters.get("consular.feed.refused").counter().count()).isEqualTo(2);
        here.addAll(List.of(admit("ben"), admit("cleo")));
        // all places are taken, which is not held against who finds none
        isRefused("cleo");
        isRefused("cleo");
        here.removeLast().close();
        admit("cleo").close();
    }

    @Test
    void a_page_is_broken_off_when_the_time_is_over() {
        var slow = new Slow();
        try (var follower = admit("ana")) {
            follower.follow(slow, Duration.ofSeconds(5), _ -> {});
        }
        assertThat(slow.events).isBetween(1, 99);
        assertThat(meters.get("consular.feed.ended")
                        .tag("reason", "time")
                        .counter()
                        .count())
                .isOne();
    }

    /** Takes 100 ms for each event. */
    private static final class Slow extends OutputStream {
        private int events;

        @Override
        public void write(int next) {
            throw new UnsupportedOperationException("nothing is written byte by byte");
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            if (new String(bytes, from, length, UTF_8).startsWith("id: ")) {
                events++;
                try {
                    TimeUnit.MILLISECONDS.sleep(100);
                } catch (InterruptedException interrupted) {
                    throw new IllegalStateException(interrupted);
                }
            }
        }
    }
}
