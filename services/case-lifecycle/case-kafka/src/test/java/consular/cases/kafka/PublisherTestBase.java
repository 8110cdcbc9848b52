package consular.cases.kafka;

import consular.cases.application.publishing.PublishedLog;
import consular.ledger.postgres.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A log of cases, a topic of its own and publishers that end with the test. */
abstract class PublisherTestBase {
    private static final TestDatabase DATABASE = TestDatabase.create().migrate("classpath:db/migration/cases");

    final JdbcClient jdbc = DATABASE.jdbc();
    final FakeLog log = new FakeLog();
    private final List<Publisher> running = new ArrayList<>();
    String topic = Broker.topic(Map.of());

    @AfterEach
    final void stop() {
        running.forEach(Publisher::stop);
        jdbc.sql("drop trigger if exists dying on kafka_publication").update();
    }

    final KafkaProperties properties(String servers) {
        // where brokers are away or the topic is, nobody wants to wait
        return properties(servers, servers.equals(Broker.address()) ? 10 : 2, Map.of());
    }

    final KafkaProperties properties(String servers, int timeout, Map<String, String> client) {
        return new KafkaProperties(
                servers,
                topic,
                100,
                Duration.ofSeconds(timeout),
                Duration.ofMillis(100),
                Duration.ofMillis(400),
                Duration.ofSeconds(3L * timeout),
                client);
    }

    final Publications publications() {
        return new Publications(jdbc, topic, UUID.randomUUID(), Duration.ofSeconds(6));
    }

    final Publisher started(PublishedLog events, String servers) {
        return started(new Publisher(events, log, publications(), properties(servers)));
    }

    final Publisher started(Publisher publisher) {
        publisher.start();
        running.add(publisher);
        return publisher;
    }

    final Publisher started() {
        return started(log, Broker.address());
    }

    final void append(int events) {
        var random = new Random(events);
        for (var i = 0; i < events; i++) {
            log.append(1 + random.nextInt(30));
        }
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    final void awaitPosition(long position) throws InterruptedException {
        var publications = publications();
        await(() -> publications.position() == position);
    }

    /** The positions that the topic has, of each case in the order of reading. */
    final Map<UUID, List<Long>> published(String isolation) {
        var found = new HashMap<UUID, List<Long>>();
        for (var event : Broker.read(topic, isolation)) {
            found.computeIfAbsent(UUID.fromString(event.key()), _ -> new ArrayList<>())
                    .add(Long.parseLong(Broker.text(event)));
        }
        return found;
    }

    /** The positions that the log has, of each case in order. */
    final Map<UUID, List<Long>> logged() {
        var found = new HashMap<UUID, List<Long>>();
        for (var event : log.after(0, Integer.MAX_VALUE)) {
            found.computeIfAbsent(event.subject(), _ -> new ArrayList<>()).add(event.position());
        }
        return found;
    }

    final Map<UUID, List<Long>> firstPublished() {
        var found = published("read_uncommitted");
        found.replaceAll((_, positions) -> positions.stream().distinct().toList());
        return found;
    }
}
