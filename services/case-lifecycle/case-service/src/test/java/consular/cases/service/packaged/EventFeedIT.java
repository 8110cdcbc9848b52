package consular.cases.service.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log of the packaged service, followed while commands are given. */
@Timeout(120)
class EventFeedIT {
    private static final Logger LOG = LoggerFactory.getLogger(EventFeedIT.class);
    private static final Instant TUESDAY = Instant.parse("2024-03-05T10:00:00Z");

    @TempDir
    private static Path folder;

    private static PackagedService service;

    @BeforeAll
    static void start() {
        service = PackagedService.start(
                "simulation",
                folder,
                "--consular.feed.heartbeat=1s",
                // so that one who does not read is soon cut off, and nobody else where the machine stands still
                "--consular.feed.write-timeout=5s",
                "--server.tomcat.connection-timeout=5s",
                "--consular.admission.patience=30s");
        SimulationClockIT.set(service, TUESDAY);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpCase noted(HttpCase one, String text) {
        assertThat(one.give("officer-a", "AddCaseNote", "{\"text\": \"" + text + "\"}")
                        .statusCode())
                .isEqualTo(200);
        return one;
    }

    private static long head() {
        for (var attempt = 0; attempt < 10; attempt++) {
            var end = HttpCase.json(
                    HttpCase.register(service, "LND").give("officer-a", "AddCaseNote", "{\"text\": \"x\"}"));
            // none where its place was not known in time
            if (!end.get("position").isNull()) {
                return end.get("position").asLong();
            }
        }
        throw new AssertionError("the log gives no event its place");
    }

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    private static double metric(String name) {
        var text = service.send("GET", "/actuator/prometheus", null, null).body();
        return Pattern.compile("^" + Pattern.quote(name) + " (.*)$", Pattern.MULTILINE)
                .matcher(text)
                .results()
                .mapToDouble(match -> Double.parseDouble(match.group(1)))
                .sum();
    }

    @Test
    void a_stream_has_the_events_of_the_pages_and_silence_is_broken() throws Exception {
        var begin = head();
        try (var follower = LogFollower.of(service, "auditor", "?after=" + begin)) {
            HttpCase.register(service, "MNL").applied().refused();
            var end = head();
            follower.awaitPosition(end);
            assertThat(follower.positions()).isEqualTo(range(begin + 1, end));
            var page = service.get("/api/v1/events?limit=500&after=" + begin, "auditor")
                    .get("items");
            assertThat(follower.seen().stream().map(seen -> seen.data()).toList())
                    .isEqualTo(page.valueStream().map(Object::toString).toList());
            var beats = follower.beats();
            while (follower.beats() < beats + 2) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    @Test
    void whoever_is_cut_off_again_and_again_misses_nothing_and_gets_nothing_twice() throws Exception {
        var begin = head();
        var seen = new ArrayList<Long>();
        var last = begin;
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = writers.submit(() -> {
                for (var i = 0; i < 60; i++) {
                    HttpCase.register(service, "MNL");
                }
                return head();
            });
            while (!writing.isDone() || last < writing.get()) {
                try (var follower =
                        LogFollower.of(service, "auditor", "?after=" + begin, "Last-Event-ID", String.valueOf(last))) {
                    // the last event may have been seen before it is known that it is the last
                    while (follower.seen().isEmpty() && !(writing.isDone() && last >= writing.get())) {
                        TimeUnit.MILLISECONDS.sleep(5);
                    }
                    var positions = follower.positions();
                    seen.addAll(positions);
                    last = seen.isEmpty() ? begin : seen.getLast();
                }
            }
            assertThat(seen).isEqualTo(range(begin + 1, writing.get()));
        }
    }

    @Test
    void one_who_does_not_read_is_cut_off_and_holds_nobody_up() throws Exception {
        var begin = head();
        var slow = metric("consular_feed_ended_total{reason=\"slow\"}");
        try (var idle = service.connect();
                var follower = LogFollower.of(service, "auditor", "?after=" + begin)) {
            idle.getOutputStream()
                    .write(("GET /api/v1/events?after=" + begin + " HTTP/1.1\r\nHost: localhost\r\n"
                                    + "Accept: text/event-stream\r\nAuthorization: Basic "
                                    + Base64.getEncoder().encodeToString("auditor:local".getBytes(UTF_8)) + "\r\n\r\n")
                            .getBytes(UTF_8));
            assertThat(idle.getInputStream().read()).isEqualTo('H');
            for (var file = 0; file < 4; file++) {
                var one = HttpCase.register(service, "MNL");
                for (var i = 0; i < 150; i++) {
                    noted(one, "x".repeat(20_000));
                }
            }
            var end = head();
            follower.awaitPosition(end);
            assertThat(follower.positions()).isEqualTo(range(begin + 1, end));
            while (metric("consular_feed_ended_total{reason=\"slow\"}") < slow + 1) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    @Test
    void five_hundred_each_see_every_event_once_and_in_order() throws Exception {
        var begin = head();
        var followers = new ConcurrentLinkedQueue<LogFollower>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var opening = IntStream.range(0, 500)
                    .mapToObj(_ -> threads.submit(() -> {
                        var follower = LogFollower.of(service, "auditor", "?after=" + begin);
                        followers.add(follower);
                        follower.awaitGreeting();
                        return follower;
                    }))
                    .toList();
            for (var one : opening) {
                one.get();
            }
            assertThat(metric("consular_feed_followers")).isGreaterThanOrEqualTo(500);
            var began = System.nanoTime();
            var cases = IntStream.range(0, 4)
                    .mapToObj(_ -> threads.submit(() -> {
                        for (var i = 0; i < 20; i++) {
                            noted(HttpCase.register(service, "LND").applied().refused(), "called the applicant");
                        }
                        return true;
                    }))
                    .toList();
            for (var done : cases) {
                assertThat(done.get()).isTrue();
            }
            var end = head();
            var answered = System.nanoTime();
            for (var follower : followers) {
                follower.awaitPosition(end);
            }
            var expected = range(begin + 1, end);
            assertThat(expected).hasSizeGreaterThanOrEqualTo(320);
            assertThat(followers)
                    .hasSize(500)
                    .allSatisfy(follower -> assertThat(follower.positions()).isEqualTo(expected));
            report(followers, expected.size(), began, answered);
        } finally {
            for (var follower : followers) {
                follower.close();
            }
        }
    }

    /** How long after the first follower the others had each event, and after the last answer the last of them. */
    private static void report(Iterable<LogFollower> followers, int events, long began, long answered) {
        var first = new long[events];
        Arrays.fill(first, Long.MAX_VALUE);
        var last = Long.MIN_VALUE;
        for (var follower : followers) {
            for (var i = 0; i < events; i++) {
                first[i] = Math.min(first[i], follower.seen().get(i).at());
            }
            last = Math.max(last, follower.seen().getLast().at());
        }
        var spread = new ArrayList<Long>();
        for (var follower : followers) {
            for (var i = 0; i < events; i++) {
                spread.add(follower.seen().get(i).at() - first[i]);
            }
        }
        spread.sort(null);
        LOG.info(
                "{} events to 500 followers while commands took {} ms; all had all {} ms after the last answer; an"
                        + " event reached a follower after the first one: median {} ms, p99 {} ms, most {} ms",
                events,
                (answered - began) / 1_000_000,
                (last - answered) / 1_000_000,
                spread.get(spread.size() / 2) / 1_000_000,
                spread.get(spread.size() * 99 / 100) / 1_000_000,
                spread.getLast() / 1_000_000);
    }

    @Test
    void streams_end_when_the_service_stops(@TempDir Path other) throws Exception {
        try (var stopping = PackagedService.start("simulation", other)) {
            var follower = LogFollower.of(stopping, "auditor", "");
            follower.awaitGreeting();
            var begun = System.nanoTime();
            stopping.close();
            follower.awaitEnd();
            assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.SECONDS.toNanos(30));
        }
    }
}
