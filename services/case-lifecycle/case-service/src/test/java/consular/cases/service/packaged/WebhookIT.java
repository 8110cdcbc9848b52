package consular.cases.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The packaged service sends its events to a receiver of another process's making, and keeps at it. */
@Timeout(300)
class WebhookIT {
    private static final Instant TUESDAY = Instant.parse("2024-03-05T10:00:00Z");
    private static final String PATIENT = "patient";
    private static final String ALL = "/api/v1/subscriptions";

    @TempDir
    private Path folder;

    private PackagedService service;
    private Receiver receiver;

    @BeforeEach
    void start(TestInfo test) {
        receiver = Receiver.start();
        // where the service is killed no case is given up, however long it takes to start again
        service = started(test.getTags().contains(PATIENT) ? 1_000 : 3);
        SimulationClockIT.set(service, TUESDAY);
    }

    private PackagedService started(int attempts) {
        return PackagedService.start(
                "simulation",
                folder,
                "--consular.webhooks.allow-loopback=true",
                "--consular.webhooks.first-pause=200ms",
                "--consular.webhooks.longest-rest=1s",
                "--consular.webhooks.attempts=" + attempts,
                "--consular.webhooks.timeout=3s",
                "--consular.webhooks.lease=10s");
    }

    @AfterEach
    void stop() {
        service.close();
        receiver.close();
    }

    private JsonNode subscribed() {
        var answer = service.send("POST", ALL, "{\"url\": \"" + receiver.url() + "\"}", "admin");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return HttpCase.json(answer);
    }

    private static String path(JsonNode subscribed) {
        return ALL + "/" + subscribed.at("/subscription/subscriptionId").asString();
    }

    @Test
    void events_arrive_signed_as_the_feed_has_them_and_are_on_record_as_read() throws Exception {
        var subscription = subscribed();
        var one = HttpCase.register(service, "LND").applied().refused();
        var expected = typesOf(one);
        receiver.await(one, expected.size());
        assertThat(receiver.types(one)).isEqualTo(expected);
        var secret = subscription.get("secret").asString();
        assertThat(receiver.of(one)).allMatch(taken -> taken.isGenuine(secret));
        var first = receiver.of(one).getFirst();
        assertThat(first.id()).isEqualTo(first.event().get("id").asString());
        var page = service.get(
                "/api/v1/events?limit=1&after=" + (first.event().get("position").asLong() - 1), "auditor");
        assertThat(first.event()).isEqualTo(page.get("items").get(0));
        assertThat(service.get("/api/v1/audit/accesses?case=" + one.id(), "auditor")
                        .toString())
                .contains("deliverWebhook", "webhook:");
        assertThat(service.log()).doesNotContain(secret, "whsec_", "Santos");
    }

    private static List<String> typesOf(HttpCase one) {
        return one.events()
                .valueStream()
                .map(event -> event.get("type").asString())
                .toList();
    }

    @Test
    @Tag(PATIENT)
    void a_receiver_that_was_down_while_the_service_was_killed_gets_everything_in_order() throws Exception {
        receiver.behave(_ -> 503);
        var subscription = subscribed();
        var cases = IntStream.range(0, 12)
                .mapToObj(_ -> HttpCase.register(service, "LND").applied().refused())
                .toList();
        while (service.get(path(subscription), "admin").get("failingSince").isNull()) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        service.kill();
        service = started(1_000);
        receiver.behave(_ -> 204);
        for (var begun : cases) {
            var one = new HttpCase(service, begun.id());
            var expected = typesOf(one);
            receiver.await(one, expected.size());
            assertThat(receiver.types(one)).isEqualTo(expected);
        }
    }

    @Test
    void a_case_that_is_never_taken_is_dead_and_goes_on_when_it_is_retried() throws Exception {
        var subscription = subscribed();
        var bad = HttpCase.register(service, "LND");
        receiver.await(bad, 1);
        receiver.behave(event -> event.get("subject").asString().equals(bad.id()) ? 500 : 204);
        bad.applied().refused();
        var good = HttpCase.register(service, "LND").applied();
        receiver.await(good, typesOf(good).size());
        var dead = path(subscription) + "/held-cases?dead=true";
        while (service.get(dead, "admin").get("items").isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(service.send("GET", "/actuator/prometheus", null, null).body())
                .contains("consular_webhooks_dead_cases 1.0", "consular_webhooks_attempts_seconds_count");
        receiver.behave(_ -> 204);
        var retried = service.send("POST", path(subscription) + "/held-cases/" + bad.id() + "/retry", null, "admin");
        assertThat(retried.statusCode()).as(retried.body()).isEqualTo(200);
        var expected = typesOf(bad);
        receiver.await(bad, expected.size());
        assertThat(receiver.types(bad)).isEqualTo(expected);
        var taken = receiver.taken().size();
        var replayed = service.send("POST", path(subscription) + "/replay", "{\"after\": 0}", "admin");
        assertThat(replayed.statusCode()).as(replayed.body()).isEqualTo(200);
        while (receiver.taken().size() < taken + expected.size()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Test
    void what_was_erased_is_not_in_a_replay() throws Exception {
        var subscription = subscribed();
        var one = HttpCase.register(service, "LND").applied();
        receiver.await(one, typesOf(one).size());
        assertThat(receiver.of(one).getFirst().body()).contains("Santos");
        var erased = one.give("admin", "ErasePersonalData", """
            {"applicantId": "a1", "level": "KEY", "authority": "DAA-0059-2020-0003"}\
            """);
        assertThat(erased.statusCode()).as(erased.body()).isEqualTo(200);
        while (one.events().toString().contains("Santos")) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        var before = receiver.taken().size();
        service.send("POST", path(subscription) + "/replay", "{\"after\": 0}", "admin");
        while (receiver.taken().size() < before + typesOf(one).size()) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(receiver.taken().subList(before, receiver.taken().size()))
                .noneMatch(taken -> taken.body().contains("Santos"));
    }

    @Test
    void one_that_is_gone_is_sent_nothing_any_more() throws Exception {
        receiver.behave(_ -> 410);
        var subscription = subscribed();
        HttpCase.register(service, "LND");
        while (!service.get(path(subscription), "admin").get("state").asString().equals("DISABLED")) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(service.get(path(subscription), "admin").get("stateReason").asString())
                .isEqualTo("GONE");
        assertThat(service.send("DELETE", path(subscription), null, "admin").statusCode())
                .isEqualTo(204);
    }
}
