package consular.cases.service.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A broker in this process with the topic of the service. */
final class KafkaBroker implements AutoCloseable {
    private static final String TOPIC = "consular.cases";
    private static final List<TopicPartition> PARTITIONS =
            List.of(new TopicPartition(TOPIC, 0), new TopicPartition(TOPIC, 1));
    private static final JsonMapper JSON = JsonMapper.shared();

    private final EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, PARTITIONS.size(), TOPIC);

    KafkaBroker() {
        broker.brokerProperties(Map.of(
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "1"));
        broker.afterPropertiesSet();
    }

    String address() {
        return broker.getBrokersAsString();
    }

    /** Every event of the topic that is committed, each partition in its order. */
    List<JsonNode> committed() {
        return read("read_committed");
    }

    /** Also what was never committed: it stays on the broker's disk, and readers see it who ask for no isolation. */
    List<JsonNode> everything() {
        return read("read_uncommitted");
    }

    private List<JsonNode> read(String isolation) {
        var settings = Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, address(), ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        var found = new ArrayList<JsonNode>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(PARTITIONS);
            consumer.seekToBeginning(PARTITIONS);
            var ends = consumer.endOffsets(PARTITIONS);
            while (PARTITIONS.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
                StreamSupport.stream(consumer.poll(Duration.ofMillis(100)).spliterator(), false)
                        .map(it -> JSON.readTree(new String(it.value(), UTF_8)))
                        .forEach(found::add);
            }
        }
        return found;
    }

    @Override
    public void close() {
        broker.destroy();
    }
}
