package consular.cases.kafka;

import consular.cases.application.LogNews;
import consular.cases.application.publishing.PublishedLog;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows how far the topic is behind the log, on every node. No number while the database does not say. */
final class KafkaMeters {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaMeters.class);

    /** For how long a reading of the database serves the gauges: they are read together. */
    private static final Duration FRESH = Duration.ofSeconds(3);

    private final Publications publications;
    private final PublishedLog log;
    private final LogNews news;
    private final InstantSource clock;
    private @Nullable Reading last;

    KafkaMeters(Publications publications, PublishedLog log, LogNews news, InstantSource clock) {
        this.publications = publications;
        this.log = log;
        this.news = news;
        this.clock = clock;
    }

    void register(MeterRegistry registry, Publisher publisher) {
        gauge("consular.kafka.lag.events", Reading::lag)
                .description("How many events the topic does not have yet")
                .register(registry);
        gauge("consular.kafka.lag.age", Reading::age)
                .baseUnit("seconds")
                .description("How long ago the oldest event was recorded that the topic does not have yet")
                .register(registry);
        Gauge.builder("consular.kafka.publishing", publisher, it -> it.isPublishing() ? 1 : 0)
                .description("Whether it is this node that publishes")
                .register(registry);
        FunctionCounter.builder("consular.kafka.failures", publisher, Publisher::failures)
                .description("How often this node could not publish")
                .register(registry);
    }

    private Gauge.Builder<KafkaMeters> gauge(String name, ToDoubleFunction<Reading> value) {
        return Gauge.builder(name, this, it -> it.read(value)).strongReference(true);
    }

    private double read(ToDoubleFunction<Reading> value) {
        try {
            return value.applyAsDouble(reading());
        } catch (RuntimeException unavailable) {
            LOG.debug("it can't be seen now how far the topic is", unavailable);
            return Double.NaN;
        }
    }

    private synchronized Reading reading() {
        var now = System.nanoTime();
        var reading = last;
        if (reading == null || now - reading.nanos() > FRESH.toNanos()) {
            var position = publications.position();
            reading = new Reading(now, Math.max(0, news.size() - position), age(position));
            last = reading;
        }
        return reading;
    }

    private double age(long position) {
        return log.after(position, 1).stream()
                .mapToDouble(event ->
                        Duration.between(event.recordedAt(), clock.instant()).toMillis() / 1_000.0)
                .map(seconds -> Math.max(0, seconds))
                .findFirst()
                .orElse(0);
    }

    /** How far the topic was behind at a moment. */
    private record Reading(long nanos, double lag, double age) {}
}
