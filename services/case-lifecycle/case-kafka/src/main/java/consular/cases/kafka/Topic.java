package consular.cases.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import consular.cases.application.publishing.PublishedEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A topic, and the right to publish there: brokers take nothing any more from whoever opened it before, be it on its way already.
 * Methods throw Kafka's exceptions, and after that it is of no use but to be closed.
 */
final class Topic implements AutoCloseable {
    private static final List<Header> STRUCTURED =
            List.of(new RecordHeader("content-type", "application/cloudevents+json; charset=UTF-8".getBytes(UTF_8)));

    /** An event may be as long as a body, and what the record says of it beside. */
    private static final int LONGEST_RECORD = 2 << 20;

    private final String name;
    private final Producer<String, byte[]> producer;

    private Topic(String name, Producer<String, byte[]> producer) {
        this.name = name;
        this.producer = producer;
    }

    /** Refuses settings that the client does not understand, without asking any broker. */
    static void check(KafkaProperties properties) {
        var linger = new ProducerConfig(settings(properties)).getLong(ProducerConfig.LINGER_MS_CONFIG);
        if (linger > properties.timeout().toMillis() / 2) {
            throw new ConfigException(
                    ProducerConfig.LINGER_MS_CONFIG, linger, "may be half of consular.kafka.timeout at the most");
        }
    }

    static Topic open(KafkaProperties properties) {
        var topic = new Topic(properties.topic(), new KafkaProducer<>(settings(properties)));
        try {
            topic.producer.initTransactions();
            return topic;
        } catch (RuntimeException | Error failure) {
            try {
                topic.close();
            } catch (RuntimeException | Error further) {
                failure.addSuppressed(further);
            }
            throw failure;
        }
    }

    static Map<String, Object> settings(KafkaProperties properties) {
        var timeout = Math.toIntExact(properties.timeout().toMillis());
        var settings = new HashMap<String, Object>();
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LONGEST_RECORD);
        settings.putAll(properties.client());
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, properties.bootstrapServers());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, properties.topic() + ".publisher");
        // a batch takes one timeout to be delivered and one to be committed; readers of what is committed wait for no
        // longer than this
        settings.put(
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, Math.toIntExact(KafkaProperties.ROUND * (long) timeout));
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) timeout);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeout);
        // less than the delivery by the time that records wait for company
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout / 2);
        return settings;
    }

    /** Publishes events in order, and returns when every one of them is acknowledged by all replicas in sync. */
    void publish(List<PublishedEvent> events) {
        producer.beginTransaction();
        for (var event : events) {
            var sent = producer.send(
                    new ProducerRecord<>(name, null, event.subject().toString(), event.body(), STRUCTURED));
            // the commit would say so too, but each of the rest may wait as long as this one did
            if (sent.state() == Future.State.FAILED) {
                throw new KafkaException("an event could not be sent", sent.exceptionNow());
            }
        }
        producer.commitTransaction();
    }

    /** At once; what was begun and not acknowledged is given up. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
