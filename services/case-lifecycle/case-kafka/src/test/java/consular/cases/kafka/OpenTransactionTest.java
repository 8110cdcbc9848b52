package consular.cases.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A publisher that hangs within a transaction, and nobody who opens the topic in its place. */
@Timeout(120)
class OpenTransactionTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    /** What brokers give a transaction if they are not told. */
    private static final Duration UNTOLD = Duration.ofSeconds(60);

    private static final byte[] SOMETHING = "{}".getBytes(UTF_8);

    private final String topic = Broker.topic(Map.of());
    private final Map<String, Object> settings = patient(Topic.settings(new KafkaProperties(
            Broker.address(),
            topic,
            100,
            TIMEOUT,
            Duration.ofMillis(100),
            Duration.ofMillis(400),
            TIMEOUT.multipliedBy(60),
            Map.of())));

    @Test
    void readers_of_what_is_committed_wait_no_longer_than_a_round_may_take() throws Exception {
        try (var hanging = new KafkaProducer<String, byte[]>(settings);
                var other = new KafkaProducer<String, byte[]>(without(ProducerConfig.TRANSACTIONAL_ID_CONFIG))) {
            hanging.initTransactions();
            hanging.beginTransaction();
            var begun = System.nanoTime();
            hanging.send(event("hanging")).get();
            other.send(event("other")).get();
            assertThat(committed()).isEmpty();
            while (committed().isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isBetween(TIMEOUT.multipliedBy(2), UNTOLD.minusSeconds(5));
            assertThat(committed()).containsExactly("other");
            assertThatExceptionOfType(KafkaException.class)
                    .as("it comes too late")
                    .isThrownBy(hanging::commitTransaction);
            hanging.close(Duration.ZERO);
        }
        assertThat(committed()).containsExactly("other");
    }

    /** Brokers give a transaction its time all the same; a client on a busy machine waits longer for each answer. */
    private static Map<String, Object> patient(Map<String, Object> settings) {
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 30_000L);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 15_000);
        return settings;
    }

    private Map<String, Object> without(String setting) {
        var left = new HashMap<>(settings);
        left.remove(setting);
        left.remove(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG);
        return left;
    }

    private ProducerRecord<String, byte[]> event(String key) {
        return new ProducerRecord<>(topic, 0, key, SOMETHING);
    }

    private List<String> committed() {
        return Broker.read(topic, "read_committed").stream()
                .map(ConsumerRecord::key)
                .toList();
    }
}
