package consular.cases.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where and how the log is published.
 *
 * @param bootstrapServers where brokers are found: {@code host:port}, with commas between them
 * @param topic to which everything goes; another topic begins with the whole log
 * @param batch how many events are sent at once at the most
 * @param timeout how long brokers may take for them
 * @param firstPause between the first failure and the next attempt; it doubles from one to the next
 * @param longestPause between two attempts
 * @param lease after how long another node publishes in place of one that is gone
 * @param client further settings of the Kafka client by its own names: encryption, who signs in, compression
 */
@ConfigurationProperties("consular.kafka")
public record KafkaProperties(
        @Nullable String bootstrapServers,
        @DefaultValue("consular.cases") String topic,
        @DefaultValue("500") int batch,
        @DefaultValue("15s") Duration timeout,
        @DefaultValue("1s") Duration firstPause,
        @DefaultValue("1m") Duration longestPause,
        @DefaultValue("60s") Duration lease,
        @DefaultValue Map<String, String> client) {
    /** The setting that has no default. */
    public static final String BOOTSTRAP_SERVERS = "consular.kafka.bootstrap-servers";

    /** The timeouts that a round may take at the most; brokers give up a transaction, and other nodes a lease, no sooner. */
    static final int ROUND = 3;

    /** What the promises to readers hang on. */
    private static final Set<String> OURS = Set.of(
            "bootstrap.servers",
            "acks",
            "enable.idempotence",
            "transactional.id",
            "transaction.timeout.ms",
            "transaction.two.phase.commit.enable",
            "interceptor.classes",
            "key.serializer",
            "value.serializer",
            "partitioner.class",
            "partitioner.ignore.keys",
            "max.block.ms",
            "delivery.timeout.ms",
            "request.timeout.ms");

    public KafkaProperties {
        if (bootstrapServers == null || bootstrapServers.isBlank()) {
            throw new IllegalArgumentException("the profile kafka needs " + BOOTSTRAP_SERVERS);
        }
        requirePositive("batch", batch);
        requirePositive("timeout", timeout.toMillis());
        requirePositive("first-pause", firstPause.toMillis());
        requirePositive("longest-pause", longestPause.toMillis());
        if (lease.compareTo(timeout.multipliedBy(ROUND)) < 0) {
            throw new IllegalArgumentException("consular.kafka.lease must be at least three times the timeout");
        }
        client = Map.copyOf(client);
        var taken = new TreeSet<>(client.keySet());
        taken.retainAll(OURS);
        if (!taken.isEmpty()) {
            throw new IllegalArgumentException("the service itself sets what consular.kafka.client may not: " + taken);
        }
    }

    private static void requirePositive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException("consular.kafka." + name + " must be more than nothing");
        }
    }

    /** Without the settings of the client, of which some are secret. */
    @Override
    public String toString() {
        return "KafkaProperties[%s to %s]".formatted(topic, bootstrapServers);
    }
}
