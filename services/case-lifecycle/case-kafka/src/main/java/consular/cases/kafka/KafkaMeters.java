package consular.cases.kafka;

import consular.cases.application.LogNews;
import consular.cases.application.SharedReading;
import consular.cases.application.publishing.PublishedLog;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.ToDoubleFunction;

/** Shows how far the topic is behind the log, on every node. No number while the database does not say. */
final class KafkaMeters {
    private final Publications publications;
    private final PublishedLog log;
    private final LogNews news;
    private final InstantSource clock;
    private final SharedReading<Reading> shared;

    KafkaMeters(Publications publications, PublishedLog log, LogNews news, InstantSource clock) {
        this.publications = publications;
        this.log = log;
        this.news = news;
        this.clock = clock;
        this.shared = new SharedReading<>("how far the topic is", this::reading);
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

    private Gauge.Builder<SharedReading<Reading>> gauge(String name, ToDoubleFunction<Reading> value) {
        return Gauge.builder(name, shared, it -> it.show(value)).strongReference(true);
    }

    private Reading reading() {
        var position = publications.position();
        return new Reading(Math.max(0, news.size() - position), age(position));
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
    private record Reading(double lag, double age) {}
}
