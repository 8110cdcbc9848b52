package consular.cases.service.packaged;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the packaged service, as in production, logs of requests and tells a collector of traces, which may be away. */
@Timeout(180)
class TracingIT {
    private static final String CASES = "/api/v1/cases";
    private static final String POSTS = "/api/v1/posts";
    private static final String SPAN = "00f067aa0ba902b7";
    private static final String OFFICER = "olga-ordonez";

    /** The name of the thread that sends to a collector. */
    static final String SENDER = "BatchSpanProcessor";

    private static final String SENT_ALONG = "sent-along-by-a-stranger";

    @TempDir
    private static Path folder;

    private static Production production;
    private static CuttableWire toDatabase;
    private static TraceCollector collector;
    private static CuttableWire toCollector;
    private static PackagedService service;
    private static String token;

    @BeforeAll
    static void start() throws Exception {
        production = new Production(folder);
        toDatabase = new CuttableWire(production.database().getPort());
        collector = new TraceCollector();
        toCollector = new CuttableWire(collector.port());
        var settings = new HashMap<>(Production.databaseOn(toDatabase.port()));
        settings.put(
                "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT",
                "http://127.0.0.1:" + toCollector.port() + "/v1/traces");
        settings.put("MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_SCHEDULE_DELAY", "100ms");
        service = production.start(
                settings,
                // a line for every request
                "--logging.level.org.springframework.web.servlet.DispatcherServlet=DEBUG");
        token = production.issuer().token(OFFICER, List.of("INTAKE", "AUDITOR", "ADJUDICATOR"), List.of("*"));
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
        toCollector.close();
        collector.close();
        toDatabase.close();
        production.close();
    }

    @Test
    void what_is_logged_of_a_request_has_the_trace_that_it_came_with_and_the_id_that_its_answer_has() throws Exception {
        var trace = newTrace();
        toDatabase.cut();
        try {
            var answer = ask("POST", CASES, registration(Requests.caseNumber()), "traceparent", traceparent(trace));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            var said = line(trace, "the database is away");
            assertThat(said.get("requestId").asString()).isEqualTo(requestId(answer));
            assertThat(said.get("spanId").asString()).matches("[0-9a-f]{16}").isNotEqualTo(SPAN);
        } finally {
            toDatabase.mend();
        }
        await("reads are answered again", () -> ask("GET", CASES, null).statusCode() == 200);
    }

    /** They are told to whoever asks, without signing in. */
    @Test
    void the_metrics_name_no_trace() throws Exception {
        assertThat(ask("GET", CASES, null, "traceparent", traceparent(newTrace()))
                        .statusCode())
                .isEqualTo(200);
        var metrics = ask("GET", "/actuator/prometheus", null, "Accept", "application/openmetrics-text;version=1.0.0");
        assertThat(metrics.body()).contains("http_server_requests_seconds").doesNotContain("trace_id", "span_id");
    }

    @Test
    void so_has_what_is_logged_of_each_command_of_a_batch() throws Exception {
        var trace = newTrace();
        toDatabase.cut();
        try {
            var answer = ask(
                    "POST",
                    "/api/v1/commands:batch",
                    """
                    {"items": [{"command": "RegisterCase", "idempotencyKey": "%s", "body": %s}]}\
                    """.formatted(trace, registration(Requests.caseNumber())),
                    "traceparent",
                    traceparent(trace));
            assertThat(answer.body()).contains("SERVICE_UNAVAILABLE");
            assertThat(line(trace, "the database is away").get("requestId").asString())
                    .isEqualTo(requestId(answer));
        } finally {
            toDatabase.mend();
        }
        await("reads are answered again", () -> ask("GET", CASES, null).statusCode() == 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-{\"forged\": true}-00f067aa0ba902b7-01",
                "long"
            })
    void whatever_is_no_trace_does_no_harm_and_the_request_has_one_of_its_own(String given) {
        var answer = ask("GET", POSTS, null, "traceparent", given.equals("long") ? "0".repeat(12_000) : given);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var said = lines().filter(line -> line.path("requestId").asString("").equals(requestId(answer)))
                .toList();
        assertThat(said)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.path("traceId").asString(""))
                        .matches("[0-9a-f]{32}")
                        .isNotEqualTo("0".repeat(32))
                        .isNotEqualToIgnoringCase("4bf92f3577b34da6a3ce929d0e0e4736"));
    }

    @Test
    void a_line_cannot_be_written_by_who_asks() throws IOException {
        try (var socket = service.connect()) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write(("GET " + POSTS + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\ntraceparent: "
                                    + traceparent(newTrace()) + "\n {\"message\": \"forged\"}\r\nbaggage: " + SENT_ALONG
                                    + "=1\r\n\r\n")
                            .getBytes(ISO_8859_1));
            assertThat(new String(socket.getInputStream().readAllBytes(), ISO_8859_1))
                    .matches("(?s)HTTP/1.1 4.*");
        }
        assertThat(lines()).allSatisfy(line -> assertThat(line.isObject()).isTrue());
        assertThat(service.log()).doesNotContain("forged", SENT_ALONG);
    }

    @Test
    void the_collector_is_told_how_requests_went_and_nothing_of_whom_they_were_about() throws Exception {
        var number = Requests.caseNumber();
        var traces = List.of(newTrace(), newTrace(), newTrace(), newTrace(), newTrace(), newTrace());
        var registered = traced(traces.get(0), "POST", CASES, registration(number));
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
        var caseId = HttpCase.json(registered).get("caseId").asString();
        traced(traces.get(1), "GET", CASES + "/" + caseId, null);
        traced(traces.get(2), "GET", CASES + "?number=" + number + "&officer=querido", null);
        traced(traces.get(3), "POST", CASES + "/" + caseId + "/commands/Refuse221g", "{\"applicantId\": \"Santos\"}");
        traced(traces.get(4), "GET", "/api/v1/nothing/Santos", null);
        traced(traces.get(5), "SANTOS", POSTS, null);
        ask("GET", "/actuator/health/liveness", null);
        ask("GET", POSTS, null, "Authorization", "Bearer x.Santos.y");
        for (var trace : traces) {
            await("the collector has " + trace, () -> collector.knows(trace));
        }

        var told = collector.everything();
        assertThat(told)
                .contains("POST /v1/traces", "case-service")
                .contains("POST /api/v1/cases", "GET /api/v1/cases/{caseId}", requestId(registered))
                .contains("http.route", "http.request.method", "http.response.status_code")
                .doesNotContain("/actuator", "UNKNOWN");
        var secrets = List.of(caseId, number, OFFICER, "querido", "1990-04-12", "WAC2190012345", SENT_ALONG);
        assertThat(told)
                .doesNotContainIgnoringCase("santos")
                .doesNotContainIgnoringCase("maria")
                .doesNotContainIgnoringCase("bearer")
                .doesNotContain(secrets)
                .doesNotContain(token, token.substring(token.lastIndexOf('.')), "not-a-secret");
        assertThat(service.log()).doesNotContain(SENT_ALONG);
    }

    @Test
    void a_collector_that_is_away_holds_up_nobody_and_is_told_of_what_comes_when_it_is_back() throws Exception {
        // so that its absence in ProductionIT says something
        assertThat(service.threads()).contains(SENDER);
        for (Runnable trouble : List.<Runnable>of(toCollector::cut, toCollector::pinch)) {
            var trace = newTrace();
            trouble.run();
            var waited = new ArrayList<Duration>();
            for (var i = 0; i < 50; i++) {
                var begun = System.nanoTime();
                assertThat(ask("GET", POSTS, null).statusCode()).isEqualTo(200);
                waited.add(Duration.ofNanos(System.nanoTime() - begun));
            }
            waited.sort(null);
            // a collector that is waited for shows in each, and a machine that stands still in one
            assertThat(waited.get(waited.size() / 2)).isLessThan(Duration.ofSeconds(5));
            toCollector.mend();
            await("the collector is told again", () -> {
                traced(trace, "GET", POSTS, null);
                return collector.knows(trace);
            });
        }
    }

    private static HttpResponse<String> ask(String method, String path, @Nullable String body, String... headers) {
        var all = Stream.concat(Stream.of(headers), Stream.of("Authorization", "Bearer " + token));
        return service.send(
                method,
                path,
                body,
                null,
                (List.of(headers).contains("Authorization") ? Stream.of(headers) : all).toArray(String[]::new));
    }

    /** With what else a client may send along, none of which is for anybody else. */
    private static HttpResponse<String> traced(String trace, String method, String path, @Nullable String body) {
        return ask(
                method,
                path,
                body,
                "traceparent",
                traceparent(trace),
                "tracestate",
                "vendor=" + SENT_ALONG,
                "baggage",
                "userId=" + SENT_ALONG,
                "User-Agent",
                SENT_ALONG);
    }

    private static String newTrace() {
        var id = new byte[16];
        ThreadLocalRandom.current().nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    private static String traceparent(String trace) {
        return "00-" + trace + "-" + SPAN + "-01";
    }

    private static String registration(String number) {
        return Requests.registration(number, "MNL");
    }

    private static String requestId(HttpResponse<String> answer) {
        return answer.headers().firstValue("X-Request-Id").orElseThrow();
    }

    /** Those that are whole. */
    private static Stream<JsonNode> lines() {
        var log = service.log();
        return log.substring(0, log.lastIndexOf('\n'))
                .lines()
                .filter(line -> !line.startsWith("WARNING:"))
                .map(JsonMapper.shared()::readTree);
    }

    private static JsonNode line(String trace, String message) {
        return lines().filter(line -> line.path("traceId").asString("").equals(trace))
                .filter(line -> line.get("message").asString().startsWith(message))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line of " + trace + " says that " + message));
    }

    private static void await(String what, BooleanSupplier holds) throws InterruptedException {
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }
}
