package consular.cases.service.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged service publishes its log to a broker, goes on where it was killed, and names no applicant there. */
@Timeout(120)
class KafkaIT {
    private static final Instant TUESDAY = Instant.parse("2024-03-05T10:00:00Z");
    private static final String TOPIC = "consular.cases";
    private static final String SECRET = "zyzzyva";
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    private static Path folder;

    private static EmbeddedKafkaKraftBroker broker;

    @BeforeAll
    static void start() {
        broker = new EmbeddedKafkaKraftBroker(1, 2, TOPIC);
        broker.brokerProperties(Map.of(
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "1"));
        broker.afterPropertiesSet();
    }

    @AfterAll
    static void stop() {
        broker.destroy();
    }

    private static PackagedService service() {
        return PackagedService.start(
                "simulation,kafka",
                folder,
                Map.of(
                        "CONSULAR_KAFKA_CLIENT_SASL_JAAS_CONFIG",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required password=\"" + SECRET
                                + "\";"),
                "--consular.kafka.bootstrap-servers=" + broker.getBrokersAsString(),
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
            var told = read();
            assertThat(told)
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
        return read().stream()
                .filter(event -> event.get("subject").asString().equals(one.id()))
                .map(event -> event.get("id").asString())
                .distinct()
                .toList();
    }

    private static List<JsonNode> read() {
        var settings = Map.<String, Object>of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.getBrokersAsString());
        var found = new ArrayList<JsonNode>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = List.of(new TopicPartition(TOPIC, 0), new TopicPartition(TOPIC, 1));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
                StreamSupport.stream(consumer.poll(Duration.ofMillis(100)).spliterator(), false)
                        .map(it -> JSON.readTree(new String(it.value(), UTF_8)))
                        .forEach(found::add);
            }
        }
        return found;
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
