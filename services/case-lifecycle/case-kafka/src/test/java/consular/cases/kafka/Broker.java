package consular.cases.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A broker in this process, which starts once and makes a topic for each test. */
final class Broker {
    static final int PARTITIONS = 3;

    /** The way by which clients come that name its address, and stay. */
    static final Wire WIRE = new Wire();

    private static final EmbeddedKafkaKraftBroker KAFKA = start();

    private Broker() {}

    private static EmbeddedKafkaKraftBroker start() {
        var broker = new EmbeddedKafkaKraftBroker(1, PARTITIONS);
        broker.brokerProperties(Map.of(
                "auto.create.topics.enable",
                "false",
                "listeners",
                "EXTERNAL://localhost:0,WIRED://127.0.0.1:" + WIRE.exit() + ",CONTROLLER://localhost:0",
                "advertised.listeners",
                "EXTERNAL://localhost:0,WIRED://" + WIRE.address(),
                "listener.security.protocol.map",
                "EXTERNAL:PLAINTEXT,WIRED:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "transaction.state.log.replication.factor",
                "1",
                "transaction.state.log.min.isr",
                "1",
                "transaction.state.log.num.partitions",
                "1",
                // how often it looks for transactions whose time is over
                "transaction.abort.timed.out.transaction.cleanup.interval.ms",
                "200"));
        broker.afterPropertiesSet();
        Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
        return broker;
    }

    static String address() {
        return KAFKA.getBrokersAsString();
    }

    /** A name that no other test has. */
    static String name() {
        return "test." + UUID.randomUUID();
    }

    static String topic(Map<String, String> configuration) {
        return topic(name(), configuration);
    }

    static String topic(String name, Map<String, String> configuration) {
        KAFKA.addTopics(new NewTopic(name, PARTITIONS, (short) 1).configs(configuration));
        return name;
    }

    /** Sets a property of a topic. */
    static void configure(String topic, String property, String value) {
        KAFKA.doWithAdmin(admin -> admin.incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.TOPIC, topic),
                        List.of(new AlterConfigOp(new ConfigEntry(property, value), AlterConfigOp.OpType.SET))))
                .all()
                .toCompletionStage()
                .toCompletableFuture()
                .join());
    }

    /** Everything in a topic, each partition in its order. */
    static List<ConsumerRecord<String, byte[]>> read(String topic, String isolation) {
        var settings = Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, address(), ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(it -> new TopicPartition(topic, it.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
        }
        return found;
    }

    /** What the events of a topic say that belong to a case, in the order of reading. */
    static List<String> read(String topic, UUID subject) {
        return read(topic, "read_uncommitted").stream()
                .filter(it -> it.key().equals(subject.toString()))
                .map(Broker::text)
                .toList();
    }

    static String text(ConsumerRecord<String, byte[]> event) {
        return new String(event.value(), UTF_8);
    }
}
