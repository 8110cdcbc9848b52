package consular.cases.web.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.cases.application.accesses.Access;
import consular.cases.web.AccessesInMemory;
import consular.cases.web.Api;
import consular.cases.web.CasesInMemory;
import consular.cases.web.WebTestApplication;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** The whole log as server-sent events, from a real servlet container. */
@SpringBootTest(
        classes = WebTestApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.threads.virtual.enabled=true",
            "consular.feed.heartbeat=200ms",
            "consular.feed.pace=20ms",
            "consular.feed.followers=3"
        })
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@ActiveProfiles("local")
@Timeout(60)
class EventStreamTest {
    @LocalServerPort
    private int port;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private CasesInMemory cases;

    @Autowired
    private AccessesInMemory accesses;

    @Autowired
    private MeterRegistry meters;

    private Api api;

    @BeforeEach
    void start() {
        awaitFollowers(0);
        cases.clear();
        accesses.clear();
        api = new Api(mvc, "intake");
    }

    private void awaitFollowers(int howMany) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (meters.get("consular.feed.followers").gauge().value() != howMany) {
            assertThat(System.nanoTime())
                    .as("there are never %d followers", howMany)
                    .isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private Followed follow(String query, String... headers) throws Exception {
        return Followed.as("auditor", port, query, headers);
    }

    private void register(int from, int to, String post) {
        for (var i = from; i <= to; i++) {
            api.register("CASE%06d".formatted(i), post);
        }
    }

    private JsonNode pageBehind(long after) {
        return api.as("auditor")
                .get("/api/v1/events?limit=500&after=" + after)
                .json()
                .get("items");
    }

    @Test
    void events_come_in_order_as_the_pages_have_them_and_go_on_as_the_log_grows() throws Exception {
        register(1, 3, "MNL");
        try (var stream = follow("")) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.header("Content-Type")).isEqualTo("text/event-stream;charset=UTF-8");
            assertThat(stream.header("Cache-Control")).contains("no-store");
            assertThat(stream.header("X-Request-Id")).isNotEmpty();
            assertThat(stream.line()).startsWith("retry: ");
            var old = stream.next(3);
            register(4, 250, "MNL");
            var young = stream.next(247);
            assertThat(old).extracting(Followed.Message::id).containsExactly("1", "2", "3");
            var pages = pageBehind(0);
            for (var i = 0; i < 3; i++) {
                assertThat(old.get(i).data()).isEqualTo(pages.get(i));
            }
            for (var i = 0; i < young.size(); i++) {
                assertThat(young.get(i).data()).isEqualTo(pages.get(3 + i));
                assertThat(young.get(i).id()).isEqualTo(String.valueOf(4 + i));
            }
        }
    }

    @Test
    void whoever_comes_again_goes_on_behind_what_was_seen_last() throws Exception {
        register(1, 5, "MNL");
        try (var stream = follow("?after=3")) {
            assertThat(stream.next().position()).isEqualTo(4);
        }
        try (var stream = follow("?after=1", "Last-Event-ID", "4")) {
            assertThat(stream.next().position()).isEqualTo(5);
            register(6, 6, "MNL");
            assertThat(stream.next().position()).isEqualTo(6);
        }
    }

    @Test
    void a_position_that_the_log_has_not_reached_is_waited_for() throws Exception {
        register(1, 1, "MNL");
        try (var stream = follow("?after=2")) {
            stream.line();
            register(2, 4, "MNL");
            assertThat(stream.next(2)).extracting(Followed.Message::position).containsExactly(3L, 4L);
        }
    }

    @Test
    void silence_is_broken_by_comments() throws Exception {
        try (var stream = follow("")) {
            for (var beats = 0; beats < 3; ) {
                beats += stream.line().startsWith(":") ? 1 : 0;
            }
            register(1, 1, "MNL");
            assertThat(stream.next().position()).isEqualTo(1);
        }
    }

    @Test
    void a_post_sees_its_own_and_learns_how_far_it_is() throws Exception {
        register(1, 2, "CDJ");
        register(3, 4, "MNL");
        try (var stream = Followed.as("officer-cdj", port, "");
                var asked = follow("?post=MNL")) {
            assertThat(stream.next(2)).extracting(Followed.Message::position).containsExactly(1L, 2L);
            assertThat(asked.next(2)).extracting(Followed.Message::position).containsExactly(3L, 4L);
            var line = "";
            while (!line.startsWith("id: ")) {
                line = stream.line();
            }
            assertThat(line).isEqualTo("id: 4");
            register(5, 5, "MNL");
            register(6, 6, "CDJ");
            assertThat(stream.next().position()).isEqualTo(6);
            assertThat(asked.next().position()).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "auditor, ?after=-1, 400, MALFORMED_REQUEST",
        "auditor, ?limit=5, 400, MALFORMED_REQUEST",
        "auditor, ?type=VisaRefused, 400, MALFORMED_REQUEST",
        "officer-cdj, ?post=MNL, 403, FORBIDDEN_POST",
        "dashboard, '', 403, FORBIDDEN_ROLE",
        "nobody, '', 401, UNAUTHENTICATED"
    })
    void what_pages_refuse_streams_refuse(String user, String query, int status, String code) throws Exception {
        try (var stream = Followed.as(user, port, query)) {
            assertThat(stream.status()).isEqualTo(status);
            assertThat(stream.header("Content-Type")).startsWith("application/problem+json");
            assertThat(stream.problem().get("code").stringValue()).isEqualTo(code);
        }
    }

    @Test
    void an_id_that_no_event_can_have_is_the_headers_fault() throws Exception {
        try (var stream = follow("", "Last-Event-ID", "x")) {
            assertThat(stream.status()).isEqualTo(400);
            assertThat(stream.problem().get("errors").get(0).get("header").stringValue())
                    .isEqualTo("Last-Event-ID");
        }
    }

    @Test
    void one_too_many_is_turned_away_until_another_leaves() throws Exception {
        try (var one = follow("");
                var two = follow("")) {
            try (var three = follow("")) {
                assertThat(three.status()).isEqualTo(200);
                try (var four = follow("")) {
                    assertThat(four.status()).isEqualTo(503);
                    assertThat(four.header("Retry-After")).isEqualTo("5");
                    assertThat(four.problem().get("code").stringValue()).isEqualTo("TOO_MANY_FOLLOWERS");
                }
            }
            awaitFollowers(2);
            try (var again = follow("")) {
                assertThat(again.status()).isEqualTo(200);
            }
            assertThat(one.status() + two.status()).isEqualTo(400);
        }
        assertThat(meters.get("consular.feed.refused").counter().count()).isPositive();
    }

    @Test
    void what_is_shown_is_recorded_before_it_is_shown() throws Exception {
        register(1, 2, "MNL");
        try (var stream = follow("?after=1")) {
            var first = stream.next();
            assertThat(recorded(stream)).anySatisfy(access -> {
                assertThat(access.user()).isEqualTo("auditor");
                assertThat(access.operation()).isEqualTo("readLog");
                assertThat(access.query()).isEqualTo("after=1");
                assertThat(access.fromPosition()).isEqualTo(2);
                assertThat(access.toPosition()).isEqualTo(2);
                assertThat(access.subjects())
                        .extracting(Object::toString)
                        .containsExactly(first.data().get("subject").stringValue());
            });
            register(3, 3, "MNL");
            stream.next();
            assertThat(recorded(stream))
                    .last()
                    .satisfies(access -> assertThat(access.fromPosition()).isEqualTo(3));
        }
    }

    @Test
    void what_cannot_be_recorded_is_not_shown() throws Exception {
        try (var stream = follow("")) {
            stream.line();
            accesses.fail();
            register(1, 1, "MNL");
            assertThatThrownBy(stream::next).isInstanceOf(IOException.class);
            try (var another = follow("")) {
                assertThat(another.status()).isEqualTo(503);
            }
        }
    }

    private List<Access> recorded(Followed stream) {
        return accesses.all().stream()
                .filter(access -> access.requestId().equals(stream.header("X-Request-Id")))
                .toList();
    }
}
