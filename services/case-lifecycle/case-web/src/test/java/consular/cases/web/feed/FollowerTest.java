package consular.cases.web.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.application.LogNews;
import consular.cases.domain.posts.PostCode;
import consular.cases.web.problem.ApiException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Followers of a log that is a number: position n is of post MNL where n is odd, and of CDJ where it is even. */
@Timeout(90)
class FollowerTest {
    private static final Consumer<List<FeedEvent>> UNRECORDED = _ -> {};
    private static final Duration LONG = Duration.ofHours(1);

    private final AtomicLong head = new AtomicLong();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicBoolean failing = new AtomicBoolean();
    private Runnable erasure = () -> {};
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Followers followers = whoMayTakeSoLong(Duration.ofSeconds(20));

    private Followers whoMayTakeSoLong(Duration writeTimeout) {
        return new Followers(
                this::read,
                new News(),
                new FeedProperties(600, 600, Duration.ofMillis(100), Duration.ofMillis(10), writeTimeout, LONG),
                meters);
    }

    private final class News implements LogNews {
        @Override
        public long size() {
            return head.get();
        }

        @Override
        public boolean awaitMoreThan(long events, Duration atMost) throws InterruptedException {
            for (var looks = 0; head.get() <= events && looks < atMost.toMillis(); looks++) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            return head.get() > events;
        }

        @Override
        public void onErasure(Runnable forget) {
            erasure = forget;
        }
    }

    private FeedPage read(long position, int limit, int bytes) {
        reads.incrementAndGet();
        if (failing.getAndSet(false)) {
            throw new StackOverflowError("once");
        }
        var events = LongStream.rangeClosed(position + 1, Math.min(head.get(), position + limit))
                .mapToObj(at -> new FeedEvent(at, new UUID(0, at), ("{\"n\":" + at + "}").getBytes(UTF_8), false))
                .toList();
        return new FeedPage(position, events, () -> {
            var posts = new HashMap<UUID, PostCode>();
            events.forEach(event ->
                    posts.put(event.subject(), new PostCode(event.position() % 2 == 1 ? "MNL" : "CDJ")));
            return posts;
        });
    }

    @AfterEach
    void stop() {
        followers.stop();
    }

    private double ended(String reason) {
        return meters.get("consular.feed.ended").tag("reason", reason).counter().count();
    }

    private static List<Long> ids(String text) {
        return text.lines()
                .filter(line -> line.startsWith("data: "))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .toList();
    }

    private static List<Long> oneTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    void five_hundred_see_each_event_once_in_order_and_the_log_is_read_for_all_at_once() throws Exception {
        followers.start();
        var seen = new CountDownLatch(500);
        var outs = IntStream.range(0, 500).mapToObj(_ -> new Ear(300, seen)).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var out : outs) {
                threads.submit(() -> {
                    try (var follower = followers.admit("ana", 0, Set.of())) {
                        follower.follow(out, LONG, UNRECORDED);
                    }
                });
            }
            while (meters.get("consular.feed.followers").gauge().value() < 500) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            for (var event = 0; event < 300; event++) {
                head.incrementAndGet();
                TimeUnit.MILLISECONDS.sleep(2);
            }
            assertThat(seen.await(40, TimeUnit.SECONDS)).isTrue();
            followers.stop();
        }
        assertThat(outs).allSatisfy(out -> assertThat(ids(out.toString(UTF_8))).isEqualTo(oneTo(300)));
        assertThat(reads.get()).isLessThanOrEqualTo(300);
        assertThat(ended("stopping")).isEqualTo(500);
        assertThat(meters.get("consular.feed.followers").gauge().value()).isZero();
    }

    @Test
    void whoever_begins_far_behind_reads_pages_until_the_end_is_reached() throws Exception {
        followers.start();
        head.set(1_234);
        try (var follower = followers.admit("ana", 0, Set.of())) {
            assertThat(ids(heard(follower, 1_234))).isEqualTo(oneTo(1_234));
        }
        assertThat(reads.get()).isLessThanOrEqualTo(14);
    }

    @Test
    void a_post_sees_its_own_and_is_told_of_the_place_that_was_looked_at() throws Exception {
        followers.start();
        head.set(4);
        String heard;
        try (var follower = followers.admit("ana", 0, Set.of(new PostCode("MNL")))) {
            heard = heard(follower, 4);
        }
        assertThat(ids(heard)).containsExactly(1L, 3L);
        assertThat(heard).contains(":\nid: 4\n\n").containsOnlyOnce("id: 4").endsWith(":\n\n");
    }

    /** What one is told who follows until a place was told and, after it, that there is nothing more. */
    private static String heard(Follower follower, long last) throws InterruptedException {
        var out = new ByteArrayOutputStream();
        var following = Thread.ofVirtual().start(() -> follower.follow(out, LONG, UNRECORDED));
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        for (var text = ""; !text.contains("id: " + last + "\n") || !text.endsWith(":\n\n"); ) {
            assertThat(System.nanoTime()).as(text).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(5);
            text = out.toString(UTF_8);
        }
        following.interrupt();
        following.join();
        return out.toString(UTF_8);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void what_is_not_recorded_is_not_written(CapturedOutput output) {
        followers.start();
        head.set(2);
        var out = new ByteArrayOutputStream();
        try (var follower = followers.admit("ana", 0, Set.of())) {
            follower.follow(out, LONG, _ -> {
                throw new IllegalStateException("not recorded");
            });
        }
        assertThat(ids(out.toString(UTF_8))).isEmpty();
        assertThat(ended("failed")).isEqualTo(1);
        assertThat(output.getAll())
                .contains("A stream of the log ends", "IllegalStateException")
                .doesNotContain("not recorded");
    }

    @Test
    void who_takes_too_long_is_cut_off_between_two_events() {
        followers = whoMayTakeSoLong(Duration.ofMillis(200));
        followers.start();
        head.set(50);
        var out = new Drip();
        try (var follower = followers.admit("ana", 0, Set.of())) {
            follower.follow(out, LONG, UNRECORDED);
        }
        assertThat(ended("slow")).isEqualTo(1);
        assertThat(out.taken.toString(UTF_8)).endsWith("}\n\n");
        assertThat(ids(out.taken.toString(UTF_8)))
                .hasSizeLessThan(50)
                .isEqualTo(oneTo(ids(out.taken.toString(UTF_8)).size()));
    }

    @Test
    void who_takes_nothing_at_all_is_cut_off_by_the_container_and_counted_as_slow() {
        followers.start();
        try (var follower = followers.admit("ana", 0, Set.of())) {
            follower.follow(new Broken(new IOException(new SocketTimeoutException())), LONG, UNRECORDED);
        }
        assertThat(ended("slow")).isEqualTo(1);
    }

    @Test
    void who_goes_away_makes_room() {
        followers.start();
        try (var follower = followers.admit("ana", 0, Set.of())) {
            follower.follow(new Broken(new IOException("broken pipe")), LONG, UNRECORDED);
            assertThat(meters.get("consular.feed.followers").gauge().value()).isEqualTo(1);
        }
        assertThat(ended("left")).isEqualTo(1);
        assertThat(meters.get("consular.feed.followers").gauge().value()).isZero();
    }

    @Test
    void what_was_read_before_an_erasure_is_read_anew() throws Exception {
        followers.start();
        try (var one = followers.admit("ana", 0, Set.of());
                var another = followers.admit("ana", 0, Set.of())) {
            head.set(3);
            heard(one, 3);
            var before = reads.get();
            erasure.run();
            heard(another, 3);
            assertThat(reads.get()).isEqualTo(before + 1);
        }
    }

    @Test
    void an_error_while_reading_for_all_is_survived() throws Exception {
        followers.start();
        failing.set(true);
        assertThat(followed(1)).isEqualTo(oneTo(1));
        assertThat(failing).isFalse();
    }

    @Test
    void all_can_be_let_in_again_after_a_stop() throws Exception {
        followers.start();
        followers.stop();
        followers.start();
        assertThat(followed(1)).isEqualTo(oneTo(1));
    }

    /** What one sees who follows at the end of the log while it grows, until so many were seen. */
    private List<Long> followed(long last) throws InterruptedException {
        var seen = new CountDownLatch(1);
        var out = new Ear(last, seen);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var follower = followers.admit("ana", head.get(), Set.of())) {
            threads.submit(() -> follower.follow(out, LONG, UNRECORDED));
            head.set(last);
            assertThat(seen.await(20, TimeUnit.SECONDS)).isTrue();
            followers.stop();
        }
        return ids(out.toString(UTF_8));
    }

    @Test
    void the_lag_is_that_of_who_is_furthest_behind() {
        head.set(40);
        try (var _ = followers.admit("ana", 10, Set.of());
                var _ = followers.admit("ana", 39, Set.of());
                var _ = followers.admit("ana", 50, Set.of())) {
            assertThat(meters.get("consular.feed.lag.events").gauge().value()).isEqualTo(30);
        }
    }

    @Test
    void all_are_let_go_when_the_instance_stops_and_nobody_comes_after_that() throws Exception {
        followers.start();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var follower = followers.admit("ana", 0, Set.of())) {
            var following = threads.submit(() -> follower.follow(new ByteArrayOutputStream(), LONG, UNRECORDED));
            followers.stop();
            following.get(20, TimeUnit.SECONDS);
        }
        assertThat(ended("stopping")).isEqualTo(1);
        Assertions.assertThatThrownBy(() -> followers.admit("ana", 0, Set.of())).isInstanceOf(ApiException.class);
        assertThat(followers.isRunning()).isFalse();
    }

    /** Tells when an event has come. */
    private static final class Ear extends ByteArrayOutputStream {
        private final String last;
        private final CountDownLatch seen;

        Ear(long last, CountDownLatch seen) {
            this.last = "id: " + last + "\n";
            this.seen = seen;
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            super.write(bytes, from, length);
            if (new String(bytes, from, length, UTF_8).startsWith(last)) {
                seen.countDown();
            }
        }
    }

    /** Takes an event in no less than ten milliseconds. */
    private static final class Drip extends OutputStream {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

        @Override
        public void write(int next) {
            taken.write(next);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            try {
                TimeUnit.MILLISECONDS.sleep(5);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            taken.write(bytes, from, length);
        }
    }

    private static final class Broken extends OutputStream {
        private final IOException failure;

        Broken(IOException failure) {
            this.failure = failure;
        }

        @Override
        public void write(int next) throws IOException {
            throw failure;
        }
    }
}
