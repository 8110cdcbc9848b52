package consular.cases.kafka;

import static consular.cases.kafka.FakeLog.caseNumber;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.application.publishing.PublishedLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every event comes to the topic, and each case in its order, whatever brokers and nodes do. */
@Timeout(60)
class PublisherTest extends PublisherTestBase {
    @Test
    void everything_is_published_once_and_each_case_in_order() throws Exception {
        append(1_000);
        started();
        awaitPosition(1_000);
        append(50);
        awaitPosition(1_050);
        assertThat(published("read_uncommitted")).isEqualTo(logged());
        assertThat(published("read_committed")).isEqualTo(logged());
        var events = Broker.read(topic, "read_committed");
        assertThat(events.stream().map(it -> it.partition()).distinct()).hasSize(Broker.PARTITIONS);
        assertThat(events)
                .allSatisfy(event -> assertThat(event.headers()).singleElement().satisfies(header -> {
                    assertThat(header.key()).isEqualTo("content-type");
                    assertThat(new String(header.value(), UTF_8))
                            .isEqualTo("application/cloudevents+json; charset=UTF-8");
                }));
    }

    @Test
    void what_was_acknowledged_and_not_recorded_comes_again_and_is_the_same() throws Exception {
        jdbc.sql("""
            create or replace function die() returns trigger language plpgsql as $$
            begin
                raise exception 'dead';
            end
            $$
            """).update();
        jdbc.sql("""
            create trigger dying before update of position on kafka_publication
            for each row when (new.position > old.position) execute function die()
            """).update();
        append(30);
        var publisher = started();
        await(() -> publisher.failures() > 1);
        assertThat(publications().position()).isZero();
        jdbc.sql("drop trigger dying on kafka_publication").update();
        awaitPosition(30);
        var found = published("read_committed");
        assertThat(found.values().stream().mapToInt(List::size).sum()).isGreaterThan(59);
        assertThat(firstPublished()).isEqualTo(logged());
    }

    @Test
    void whoever_cannot_reach_a_broker_records_nothing_and_goes_on_when_it_is_back() throws Exception {
        append(150);
        var publisher = started(log, Broker.WIRE.address());
        awaitPosition(150);
        Broker.WIRE.cut();
        try {
            append(250);
            await(() -> publisher.failures() > 1);
            assertThat(publications().position()).isEqualTo(150);
        } finally {
            Broker.WIRE.mend();
        }
        awaitPosition(400);
        assertThat(published("read_committed")).isEqualTo(logged());
        assertThat(firstPublished()).isEqualTo(logged());
    }

    @Test
    void a_topic_that_is_made_late_has_the_whole_log() throws Exception {
        topic = Broker.name();
        append(10);
        var publisher = started(new Publisher(log, log, publications(), properties(Broker.address(), 2, Map.of())));
        await(() -> publisher.failures() > 0);
        assertThat(publications().position()).isZero();
        Broker.topic(topic, Map.of());
        awaitPosition(10);
        assertThat(published("read_uncommitted")).isEqualTo(logged());
    }

    @Test
    void an_event_that_the_topic_does_not_take_is_not_passed_by() throws Exception {
        topic = Broker.topic(Map.of("max.message.bytes", "1000"));
        log.append(1);
        log.append(2, "x".repeat(2_000));
        log.append(3);
        var publisher = started();
        await(() -> publisher.failures() > 1);
        assertThat(publications().position()).isZero();
        assertThat(Broker.read(topic, "read_committed")).as("half a batch").isEmpty();
        Broker.configure(topic, "max.message.bytes", "10000");
        awaitPosition(3);
        assertThat(Broker.read(topic, "read_committed")).hasSize(3);
    }

    @Test
    void whoever_stops_while_brokers_are_away_ends_soon_and_another_goes_on_at_once() throws Exception {
        var patient = new Publications(jdbc, topic, UUID.randomUUID(), Duration.ofMinutes(10));
        var one = started(new Publisher(log, log, patient, properties(Broker.WIRE.address(), 30, Map.of())));
        append(20);
        awaitPosition(20);
        Broker.WIRE.cut();
        try {
            append(20);
            // it has begun to send them
            TimeUnit.SECONDS.sleep(1);
            var begun = System.nanoTime();
            one.stop();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(25));
            assertThat(one.failures()).isZero();
            started();
            awaitPosition(40);
        } finally {
            Broker.WIRE.mend();
        }
        assertThat(published("read_committed")).isEqualTo(logged());
    }

    @Test
    void a_client_that_cannot_be_closed_ends_nothing() throws Exception {
        topic = Broker.name();
        append(10);
        var settings = Map.of("metric.reporters", Unclosable.class.getName());
        var publisher = started(new Publisher(log, log, publications(), properties(Broker.address(), 2, settings)));
        await(() -> publisher.failures() > 1);
        Broker.topic(topic, Map.of());
        awaitPosition(10);
    }

    @Test
    void what_is_behind_a_position_that_was_set_back_comes_again() throws Exception {
        IntStream.rangeClosed(1, 10).forEach(_ -> log.append(1));
        started();
        awaitPosition(10);
        jdbc.sql("update kafka_publication set position = 7, epoch = epoch + 1 where topic = ?")
                .param(topic)
                .update();
        log.append(1);
        awaitPosition(11);
        assertThat(Broker.read(topic, caseNumber(1)))
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "8", "9", "10", "11");
    }

    @Test
    void metrics_say_how_far_the_topic_is_behind() throws Exception {
        var registry = new SimpleMeterRegistry();
        var publications = publications();
        var publisher = new Publisher(log, log, publications, properties("127.0.0.1:1"));
        var asked = new AtomicInteger();
        PublishedLog counted = (position, limit) -> {
            asked.incrementAndGet();
            return log.after(position, limit);
        };
        new KafkaMeters(publications, counted, log, () -> FakeLog.RECORDED.plusSeconds(61))
                .register(registry, publisher);
        append(5);
        assertThat(registry.get("consular.kafka.lag.events").gauge().value()).isEqualTo(5);
        assertThat(registry.get("consular.kafka.lag.age").gauge().value()).isEqualTo(60);
        assertThat(registry.get("consular.kafka.lag.age").gauge().value()).isEqualTo(60);
        // one more where the machine stood still for these seconds
        assertThat(asked).as("one reading serves both, and some seconds").hasValueLessThan(3);
        started(publisher);
        await(() -> registry.get("consular.kafka.failures").functionCounter().count() > 0);
        assertThat(registry.get("consular.kafka.publishing").gauge().value()).isZero();
        publisher.stop();
        started();
        awaitPosition(5);
        await(() -> registry.get("consular.kafka.lag.events").gauge().value() == 0);
        assertThat(registry.get("consular.kafka.lag.age").gauge().value()).isZero();
    }
}
