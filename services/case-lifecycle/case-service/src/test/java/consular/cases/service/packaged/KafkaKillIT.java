package consular.cases.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Processes that are killed in the midst of publishing, one after the other, while officers go on working. {@code -Dkafka.kills} says how
 * many.
 */
@Timeout(1800)
class KafkaKillIT {
    private static final int OFFICERS = 4;
    private static final int KILLS = Integer.getInteger("kafka.kills", 1);

    /** So few that fifty events are more than one batch, and a publisher is killed between two, or within one. */
    private static final int BATCH = 20;

    private static final Duration LEASE = Duration.ofSeconds(6);

    /** The lease, a look each second, and on a busy machine an attempt that fails and the pause behind it. */
    private static final Duration BAR = LEASE.plusSeconds(54);

    @TempDir
    private Path folder;

    private final List<PackagedService> alive = new CopyOnWriteArrayList<>();
    private KafkaBroker broker;
    private Production production;
    private JdbcClient jdbc;
    private int started;

    @BeforeEach
    void start() throws Exception {
        broker = new KafkaBroker();
        production = new Production(folder);
        jdbc = JdbcClient.create(production.database().getPostgresDatabase());
        alive.add(startProcess());
        alive.add(startProcess());
    }

    private PackagedService startProcess() throws IOException {
        var settings = production.settings(Map.of());
        settings.put("CONSULAR_KAFKA_BOOTSTRAP_SERVERS", broker.address());
        settings.put("CONSULAR_KAFKA_TIMEOUT", "2s");
        settings.put("CONSULAR_KAFKA_LEASE", LEASE.toString());
        settings.put("CONSULAR_KAFKA_BATCH", Integer.toString(BATCH));
        var home = Files.createDirectory(folder.resolve("process-" + started++));
        return PackagedService.start("production,kafka", home, settings);
    }

    @AfterEach
    void stop() throws Exception {
        alive.forEach(PackagedService::close);
        production.close();
        broker.close();
    }

    @Test
    void whoever_reads_what_is_committed_has_every_event_and_each_case_in_order(TestReporter reporter)
            throws Exception {
        var work = new OfficersAtWork(production.issuer(), alive);
        work.start(OFFICERS);
        try {
            for (var kill = 0; kill < KILLS; kill++) {
                if (alive.size() == 1) {
                    alive.add(startProcess());
                }
                awaitMoreThan(position() + 50);
                var publisher = publisher();
                publisher.kill();
                alive.remove(publisher);
                var begin = System.nanoTime();
                awaitMoreThan(position());
                var took = Duration.ofNanos(System.nanoTime() - begin);
                reporter.publishEntry("published again after ms", Long.toString(took.toMillis()));
                assertThat(took).isLessThan(BAR);
            }
        } finally {
            work.stop();
        }
        assertThat(work.failures()).isEmpty();
        var log = byCase(log());
        await("all is published", () -> position() >= logged());
        var told = byCase(broker.committed());
        assertThat(told.keySet()).containsAll(log.keySet());
        log.forEach((subject, ids) ->
                assertThat(told.get(subject).stream().distinct()).as(subject).startsWith(ids.toArray(String[]::new)));
        var repeated = told.values().stream()
                .mapToLong(ids -> ids.size() - ids.stream().distinct().count())
                .sum();
        reporter.publishEntry("events that came twice", Long.toString(repeated));
        assertThat(repeated).as("a batch for each kill at the most").isLessThanOrEqualTo((long) KILLS * BATCH);
    }

    private static Map<String, List<String>> byCase(List<JsonNode> events) {
        var found = new LinkedHashMap<String, List<String>>();
        for (var event : events) {
            found.computeIfAbsent(event.get("subject").asString(), _ -> new ArrayList<>())
                    .add(event.get("id").asString());
        }
        return found;
    }

    /** As the pages have it. */
    private List<JsonNode> log() throws Exception {
        var found = new ArrayList<JsonNode>();
        for (var page = page(0);
                !page.isEmpty();
                page = page(found.getLast().get("position").asLong())) {
            found.addAll(page);
        }
        return found;
    }

    private List<JsonNode> page(long after) throws Exception {
        var answer = alive.getFirst()
                .send("GET", "/api/v1/events?limit=500&after=" + after, null, null, bearer("ada", "AUDITOR"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return HttpCase.json(answer).get("items").valueStream().toList();
    }

    private PackagedService publisher() throws Exception {
        var bearer = bearer("root", "ADMIN");
        while (true) {
            for (var process : alive) {
                var metrics = process.send("GET", "/actuator/prometheus", null, null, bearer);
                if (metrics.body().contains("\nconsular_kafka_publishing 1.0")) {
                    return process;
                }
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private String[] bearer(String name, String role) throws Exception {
        return new String[] {"Authorization", "Bearer " + production.issuer().token(name, List.of(role), List.of("*"))};
    }

    private long position() {
        return count("select coalesce(max(position), 0) from kafka_publication");
    }

    private long logged() {
        return count("select coalesce(max(first_index + length), 0) from log_batch");
    }

    private void awaitMoreThan(long position) throws InterruptedException {
        await("more than " + position + " events are published", () -> position() > position);
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static void await(String what, BooleanSupplier holds) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
