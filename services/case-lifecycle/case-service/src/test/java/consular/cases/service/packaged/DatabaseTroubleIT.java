package consular.cases.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One process, whose database is lost, slow, or has no connection left; it is never started again. */
@Timeout(240)
class DatabaseTroubleIT {
    private static final String CASES = "/api/v1/cases";
    private static final Duration BACK = Duration.ofSeconds(60);

    /** Nobody waits for longer, whatever happens: the pool's patience, the driver's, and what a slow machine adds. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(50);

    /** Of those who wait for another connection, or whose connection is tried first. */
    private static final Duration POOLS_PATIENCE = Duration.ofSeconds(15);

    /** An access that can't be recorded, and a request for a connection, wait for 5 s. */
    private static final Duration LESS_THAN_PATIENCE = Duration.ofSeconds(2);

    private static final String FAMILY = "Dimaculangan";

    @TempDir
    private static Path folder;

    private static Production production;
    private static CuttableWire wire;
    private static PackagedService service;
    private static String token;

    @BeforeAll
    static void start() throws Exception {
        production = new Production(folder);
        wire = new CuttableWire(production.database().getPort());
        var java = new ArrayList<>(PreparedJar.command());
        // how long ago a connection may have been used to be given out without being tried: long, and on a slow machine
        // too
        java.addFirst("-Dcom.zaxxer.hikari.aliveBypassWindowMs=60000");
        service = PackagedService.start(
                java, "production", folder, production.settings(Production.databaseOn(wire.port())));
        token = production.issuer().token("olga", List.of("INTAKE", "AUDITOR"), List.of("*"));
    }

    @AfterAll
    static void stop() throws Exception {
        wire.mend();
        service.close();
        wire.close();
        production.close();
    }

    /** Trouble is when most is logged. */
    @AfterEach
    void the_log_is_lines_of_json_and_names_nobody() {
        var log = service.log();
        assertThat(log)
                .doesNotContain(token, token.substring(token.lastIndexOf('.')), FAMILY, "1990-04-12", "not-a-secret");
        // the last line may be half there
        var said = log.substring(0, log.lastIndexOf('\n'))
                .lines()
                .filter(line -> !line.startsWith("WARNING:"))
                .map(JsonMapper.shared()::readTree)
                .toList();
        assertThat(said).allMatch(JsonNode::isObject);
        // each test has them, and there is no collector of traces
        assertThat(said)
                .filteredOn(line -> line.at("/log/logger").asString("").endsWith(".Problems"))
                .isNotEmpty()
                .allSatisfy(line -> {
                    assertThat(line.path("traceId").asString("")).matches("[0-9a-f]{32}");
                    assertThat(line.path("requestId").asString("")).isNotEmpty();
                });
    }

    @Test
    void a_database_that_is_lost_is_503_and_then_everything_goes_on() throws Exception {
        var registered = register("before-" + System.nanoTime());
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
        wire.cut();
        var key = "lost-" + System.nanoTime();
        var body = registration();
        isAway(register(key, body));
        isAway(get(CASES + "/" + HttpCase.json(registered).get("caseId").asString()));
        await("it is not ready", () -> health("readiness") == 503);
        assertThat(health("liveness")).isEqualTo(200);

        wire.mend();
        await("commands are taken again", () -> register(key, body).statusCode() == 201);
        await("it is ready", () -> health("readiness") == 200);
        var again = register(key, body);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
    }

    @Test
    void a_database_that_does_not_answer_is_503_before_anybody_has_waited_long() throws Exception {
        var path = CASES + "/"
                + HttpCase.json(register("slow-" + System.nanoTime()))
                        .get("caseId")
                        .asString();
        // a connection that was used a moment ago is not tried before it is given out: only the driver notices
        assertThat(get(path).statusCode()).isEqualTo(200);
        wire.pinch();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Duration>> asked = new ArrayList<>();
            for (var i = 0; i < 40; i++) {
                asked.add(threads.submit(() -> {
                    var begun = System.nanoTime();
                    isAway(get(path));
                    return Duration.ofNanos(System.nanoTime() - begun);
                }));
            }
            List<Duration> waited = new ArrayList<>();
            for (var answer : asked) {
                waited.add(get(answer));
            }
            assertThat(waited).allMatch(it -> it.compareTo(LONGEST_ANSWER) < 0);
            assertThat(waited).as("some had such a connection").anyMatch(it -> it.compareTo(POOLS_PATIENCE) > 0);
        } finally {
            wire.mend();
        }
        await("reads are answered again", () -> get(path).statusCode() == 200);
        await(
                "commands are taken again",
                () -> register("slow-" + System.nanoTime()).statusCode() == 201);
    }

    @Test
    void a_pool_that_is_empty_is_503_for_the_rest_and_who_has_a_connection_is_answered_when_it_goes_on()
            throws Exception {
        var path = CASES + "/"
                + HttpCase.json(register("full-" + System.nanoTime()))
                        .get("caseId")
                        .asString();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var lock = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + production.database().getPort() + "/postgres",
                        "postgres",
                        "not-a-secret")) {
            lock.setAutoCommit(false);
            try (var statement = lock.createStatement()) {
                statement.execute("lock table case_access in access exclusive mode");
            }
            List<Future<HttpResponse<String>>> asked = new ArrayList<>();
            for (var i = 0; i < 60; i++) {
                // half of them, so that when the first have lost patience the others still have some
                if (i == 30) {
                    Thread.sleep(LESS_THAN_PATIENCE);
                }
                asked.add(threads.submit(() -> get(path)));
            }
            await("somebody is turned away", () -> asked.stream().anyMatch(Future::isDone));
            // and some who have all of it, however long that took
            for (var i = 0; i < 30; i++) {
                asked.add(threads.submit(() -> get(path)));
            }
            Thread.sleep(500);
            lock.rollback();
            var away = 0;
            for (var answer : asked) {
                var got = get(answer);
                if (got.statusCode() != 200) {
                    isAway(got);
                    away++;
                }
            }
            assertThat(away).isBetween(1, asked.size() - 1);
        }
        await("reads are answered again", () -> get(path).statusCode() == 200);
    }

    private static <T> T get(Future<T> answer) throws InterruptedException, ExecutionException, TimeoutException {
        return answer.get(100, TimeUnit.SECONDS);
    }

    private static void isAway(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("SERVICE_UNAVAILABLE").doesNotContain("Exception", "jdbc", "postgres");
    }

    private static int health(String group) {
        return service.send("GET", "/actuator/health/" + group, null, null).statusCode();
    }

    private static String registration() {
        return Requests.registration(Requests.caseNumber(), "MNL").replace("Santos", FAMILY);
    }

    private static HttpResponse<String> register(String key) {
        return register(key, registration());
    }

    private static HttpResponse<String> register(String key, String body) {
        return service.send("POST", CASES, body, null, "Authorization", "Bearer " + token, "Idempotency-Key", key);
    }

    private static HttpResponse<String> get(String path) {
        return service.send("GET", path, null, null, "Authorization", "Bearer " + token);
    }

    private static void await(String what, BooleanSupplier holds) throws InterruptedException {
        var deadline = System.nanoTime() + BACK.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
