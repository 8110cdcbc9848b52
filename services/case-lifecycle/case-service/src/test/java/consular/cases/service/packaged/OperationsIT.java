package consular.cases.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator does with the packaged service, and what it tells Prometheus. */
class OperationsIT {
    private static final String ADMIN = "/api/v1/admin/read-models/";
    private static final Pattern SERVED = Pattern.compile("^([a-z][a-z0-9_]*)[{ ]", Pattern.MULTILINE);

    private static final Instant TUESDAY = Instant.parse("2024-03-05T10:00:00Z");

    @TempDir
    private static Path folder;

    private static PackagedService service;

    /** With little room for the young, so that there is something to say of its collections. */
    @BeforeAll
    static void start() {
        service = PackagedService.start("simulation", folder, Map.of("JAVA_TOOL_OPTIONS", "-Xmn16m"));
        SimulationClockIT.set(service, TUESDAY);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_rebuild_makes_the_same_rows_and_is_repeated_under_its_key_without_being_done_again() {
        var refused = HttpCase.register(service, "LND").applied().refused();
        assertThat(service.awaitSeen("/api/v1/fee-windows?atLeast=" + refused.id() + ":3", "auditor")
                        .statusCode())
                .isEqualTo(200);
        var rows = service.get("/api/v1/fee-windows?limit=500", "auditor");
        var served = active();

        var key = UUID.randomUUID().toString();
        var first = service.send("POST", ADMIN + "rebuild", null, "admin", "Idempotency-Key", key);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        var report = HttpCase.json(first);
        assertThat(report.get("switched").asBoolean()).isTrue();
        assertThat(report.get("cases").asLong()).isPositive();
        assertThat(report.get("differences").valueStream()).allMatch(count -> count.asLong() == 0);
        assertThat(active()).isNotEqualTo(served);
        assertThat(service.get("/api/v1/fee-windows?limit=500", "auditor")).isEqualTo(rows);

        var again = service.send("POST", ADMIN + "rebuild", "{}", "admin", "Idempotency-Key", key);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(HttpCase.json(again)).isEqualTo(report);
        assertThat(active()).isNotEqualTo(served);
        var reused = service.send("POST", ADMIN + "rebuild", "{\"x\": 1}", "admin", "Idempotency-Key", key);
        assertThat(reused.statusCode()).isEqualTo(422);
        assertThat(HttpCase.json(reused).get("code").asString()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void what_serves_is_what_the_log_gives() {
        HttpCase.register(service, "LND").applied().refused();
        var served = active();
        var comparison = service.get(ADMIN + "comparison", "admin");
        for (var looks = 0; looks < 30 && !comparison.get("equal").asBoolean(); looks++) {
            comparison = service.get(ADMIN + "comparison", "admin");
        }
        assertThat(comparison.get("equal").asBoolean())
                .as(comparison.toString())
                .isTrue();
        assertThat(comparison.get("cases").asLong()).isPositive();
        assertThat(comparison.get("examples")).isEmpty();
        assertThat(active()).isEqualTo(served);
        assertThat(service.send("POST", ADMIN + "rebuild", null, "officer-a").statusCode())
                .isEqualTo(403);
    }

    private static String active() {
        return service.get(ADMIN + "status", "admin").get("active").asString();
    }

    @Test
    void every_metric_that_alerts_and_dashboards_look_at_is_served() throws Exception {
        HttpCase.register(service, "LND").applied();
        var fired = SimulationClockIT.set(service, TUESDAY.plus(Duration.ofDays(5)));
        SimulationClockIT.set(service, TUESDAY);
        assertThat(fired.get("fired").asInt()).isPositive();
        var watched = WatchedMetrics.in(Path.of("..", "..", "..", "ops"));
        assertThat(watched).hasSizeGreaterThan(10).contains("consular_deadlines_due", "jvm_gc_pause_seconds_sum");
        var text = service.send("GET", "/actuator/prometheus", null, null).body();
        var served = SERVED.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        watched.removeAll(served);
        watched.removeIf(name -> name.startsWith(WatchedMetrics.KAFKA));
        assertThat(watched).as("looked at and not served").isEmpty();
    }
}
