package consular.cases.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LogFollowerTest {

    private static final Patience BRIEF = patience(Duration.ofSeconds(20));

    private static final String LATER = "{\"status\": 503, \"code\": \"TOO_MANY_FOLLOWERS\"}";

    private static Patience patience(Duration silence) {
        return new Patience(3, Duration.ofMillis(1), Duration.ofMillis(50), Duration.ofSeconds(20), silence);
    }

    private ScriptedService service;
    private CaseClient client;

    /** What ends a test that would go on for ever. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @BeforeEach
    void start() throws IOException {
        service = new ScriptedService();
        client = CaseClient.of(service.uri(), Credentials.basic("auditor", "local"), BRIEF);
    }

    @AfterEach
    void stop() {
        client.close();
        service.close();
    }

    @Test
    void goes_on_behind_the_last_position_and_hands_over_each_event_once() {
        service.thenStream("retry: 2000\n\n" + event(5) + event(6))
                .thenHangUp()
                .then(503, LATER, "Retry-After", "0")
                .thenStream(event(6) + event(7));

        assertThat(follow(4, 7)).containsExactly(5L, 6L, 7L);
        assertThat(service.asked().stream().map(asked -> asked.header("Last-event-id")))
                .containsExactly("4", "6", "6", "6");
    }

    @Test
    void asks_for_what_is_at_some_posts_each_time_it_goes_on() {
        service.thenStream(event(5)).thenStream(event(6));
        assertThatThrownBy(() -> client.follow(4, Map.of("post", List.of("MNL", "GUZ")), event -> {
                    if (event.position() == 6) {
                        throw new Enough();
                    }
                }))
                .isInstanceOf(Enough.class);
        assertThat(service.asked())
                .extracting(ScriptedService.Asked::path)
                .allSatisfy(path -> assertThat(path).contains("post=MNL&post=GUZ"));
        assertThat(service.asked().getLast().path()).contains("after=5");
    }

    @Test
    void waits_no_longer_than_its_patience_however_long_the_service_asks_for() {
        service.then(429, LATER, "Retry-After", "86400").thenStream(event(1));
        assertThat(follow(0, 1)).containsExactly(1L);
    }

    @Test
    void an_event_whose_end_is_missing_does_not_count() {
        service.thenStream(event(1) + event(2).stripTrailing()).thenStream(event(2));
        assertThat(follow(0, 2)).containsExactly(1L, 2L);
        assertThat(service.asked().getLast().header("Last-event-id")).isEqualTo("1");
    }

    @Test
    void keeps_how_far_the_log_was_looked_at_though_nothing_was_for_it() {
        service.thenStream(":\nid: 90\n\n").thenStream(event(91));
        assertThat(follow(0, 91)).containsExactly(91L);
        assertThat(service.asked().getLast().header("Last-event-id")).isEqualTo("90");
    }

    @Test
    void a_stream_on_which_nothing_comes_counts_as_lost() {
        service.thenStreamAndSilence(event(1));
        // as often as this machine may stand still for so long that another stream counts as lost
        for (var stream = 0; stream < 20; stream++) {
            service.thenStream(event(1) + event(2));
        }
        try (var impatient =
                CaseClient.of(service.uri(), Credentials.basic("auditor", "local"), patience(Duration.ofMillis(500)))) {
            assertThat(follow(impatient, 0, 2)).containsExactly(1L, 2L);
        }
        assertThat(service.asked()).hasSizeGreaterThan(1);
    }

    @Test
    void who_may_not_follow_is_told() {
        service.then(403, "{\"status\": 403, \"code\": \"FORBIDDEN_ROLE\"}");
        var thrown = catchThrowableOfType(ProblemException.class, () -> client.follow(0, event -> {}));
        assertThat(thrown.problem().code()).isEqualTo("FORBIDDEN_ROLE");
    }

    @Test
    void ends_when_its_thread_is_interrupted_while_nothing_comes() throws InterruptedException {
        service.thenStreamAndSilence(event(1));
        var begun = new CountDownLatch(1);
        List<Throwable> thrown = new ArrayList<>();
        var following = Thread.ofVirtual().start(() -> {
            try {
                client.follow(0, event -> begun.countDown());
            } catch (InterruptedException end) {
                thrown.add(end);
            }
        });
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        following.interrupt();
        assertThat(following.join(Duration.ofSeconds(20))).isTrue();
        assertThat(thrown).hasSize(1);
    }

    private List<Long> follow(long after, long until) {
        return follow(client, after, until);
    }

    private static List<Long> follow(CaseClient client, long after, long until) {
        List<Long> seen = new ArrayList<>();
        catchThrowableOfType(
                Enough.class,
                () -> client.follow(after, event -> {
                    assertThat(event.type()).isEqualTo("VisaRefused");
                    seen.add(event.position());
                    if (event.position() == until) {
                        throw new Enough();
                    }
                }));
        return seen;
    }

    private static String event(long position) {
        return """
            id: %1$d
            data: {"specversion": "1.0", "id": "e%1$d", "source": "urn:consular:cases", "type": "VisaRefused", "subject": "c1",
            data:  "time": "2024-03-05T02:00:00Z", "datacontenttype": "application/json",
            data:  "dataschema": "http://localhost/api/v1/schemas/VisaRefused/4", "position": %1$d, "data": {"sequence": 2}}

            """.formatted(position);
    }
}
