package consular.cases.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The packaged service publishes its log to a broker, goes on where it was killed, and names no applicant there. */
@Timeout(120)
class KafkaIT {
    private static final Instant TUESDAY = Instant.parse("2024-03-05T10:00:00Z");
    private static final String SECRET = "zyzzyva";

    @TempDir
    private static Path folder;

    private static KafkaBroker broker;

    @BeforeAll
    static void start() {
        broker = new KafkaBroker();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static PackagedService service() {
        return PackagedService.start(
                "simulation,kafka",
                folder,
                Map.of(
                        "CONSULAR_KAFKA_CLIENT_SASL_JAAS_CONFIG",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required password=\"" + SECRET
                                + "\";"),
                "--consular.kafka.bootstrap-servers=" + broker.address(),
                "--consular.kafka.timeout=2s",
                "--consular.kafka.lease=6s",
                "--logging.level.org.apache.kafka=INFO");
    }

    @Test
    void the_log_is_published_over_a_kill_and_an_erasure_and_names_nobody() throws Exception {
        var service = service();
        try {
            SimulationClockIT.set(service, TUESDAY);
            var one = HttpCase.register(service, "LND").applied().refused();
            await(one);
            service.kill();
            service = service();
            one = new HttpCase(service, one.id());
            var erased = one.give("admin", "ErasePersonalData", """
                {"applicantId": "a1", "level": "KEY", "authority": "DAA-0059-2020-0003"}\
                """);
            assertThat(erased.statusCode()).as(erased.body()).isEqualTo(200);
            await(one);
            var told = broker.committed();
            assertThat(broker.everything())
                    .hasSizeGreaterThanOrEqualTo(told.size())
                    .map(JsonNode::toString)
                    .allSatisfy(event -> assertThat(event).doesNotContain("Santos"));
            var applicant = told.getFirst().at("/data/payload/applicants/0");
            assertThat(applicant.get("familyName").asString()).isEqualTo("withheld");
            assertThat(applicant.get("dateOfBirth").isNull()).isTrue();
            var first = service.get("/api/v1/events?limit=1", "auditor")
                    .get("items")
                    .get(0);
            assertThat(told.getFirst().propertyNames()).isEqualTo(first.propertyNames());
            assertThat(told.getFirst().get("id")).isEqualTo(first.get("id"));
            assertServed(service);
            assertThat(service.log()).contains("sasl.jaas.config = [hidden]").doesNotContain(SECRET);
        } finally {
            service.close();
        }
    }

    /** Until the topic has every event of a case, in order. */
    private static void await(HttpCase one) throws InterruptedException {
        var expected = one.events()
                .valueStream()
                .map(it -> it.get("eventId").asString())
                .toList();
        while (!ids(one).equals(expected)) {
            Thread.sleep(Duration.ofMillis(50));
        }
    }

    private static List<String> ids(HttpCase one) {
        return broker.committed().stream()
                .filter(event -> event.get("subject").asString().equals(one.id()))
                .map(event -> event.get("id").asString())
                .distinct()
                .toList();
    }

    /** What alerts look at that is there under this profile only. */
    private static void assertServed(PackagedService service) throws Exception {
        var text = service.send("GET", "/actuator/prometheus", null, null).body();
        assertThat(WatchedMetrics.in(Path.of("..", "..", "..", "ops")).stream()
                        .filter(it -> it.startsWith(WatchedMetrics.KAFKA)))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(text).contains("\n" + name + " "));
    }
}
