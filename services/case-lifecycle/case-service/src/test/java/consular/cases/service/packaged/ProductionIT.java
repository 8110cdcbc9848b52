package consular.cases.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The profile production, on a PostgreSQL server of its own and tokens of a local issuer, started from the jar alone. */
class ProductionIT {
    private static final String CASES = "/api/v1/cases";

    @TempDir
    private static Path folder;

    private static Production production;
    private static PackagedService service;

    @BeforeAll
    static void start() throws Exception {
        production = new Production(folder);
        service = PackagedService.start(PreparedJar.plain(), "production", folder, production.settings(Map.of()));
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
        production.close();
    }

    @Test
    void a_stream_does_not_outlast_the_token_of_who_follows() throws Exception {
        var begun = System.nanoTime();
        var passing = production
                .issuer()
                .sign(production
                        .issuer()
                        .claims("aud", List.of("AUDITOR"), List.of("*"))
                        .expirationTime(Date.from(Instant.now().plusSeconds(7)))
                        .build());
        try (var follower = LogFollower.of(service, null, "", "Authorization", "Bearer " + passing)) {
            follower.awaitGreeting();
            follower.awaitEnd();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(50));
    }

    @Test
    void roles_and_posts_come_from_the_claims() throws Exception {
        var intake = production.issuer().token("ana", List.of("INTAKE"), List.of("MNL"));
        var registered = post(CASES, Requests.registration(Requests.caseNumber(), "MNL"), intake);
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
        var caseId =
                JsonMapper.shared().readTree(registered.body()).get("caseId").asString();

        var elsewhere = post(CASES, Requests.registration(Requests.caseNumber(), "GUZ"), intake);
        assertThat(elsewhere.statusCode()).isEqualTo(403);
        assertThat(elsewhere.body()).contains("FORBIDDEN_POST");

        var note = post(CASES + "/" + caseId + "/commands/AddCaseNote", "{\"text\": \"x\"}", intake);
        assertThat(note.statusCode()).isEqualTo(403);
        assertThat(note.body()).contains("FORBIDDEN_ROLE");

        var stranger = production.issuer().token("zoe", List.of("AUDITOR"), List.of("GUZ"));
        assertThat(get(CASES + "/" + caseId, stranger).statusCode()).isEqualTo(403);
        var auditor = production.issuer().token("zoe", List.of("AUDITOR"), List.of("*"));
        assertThat(get(CASES + "/" + caseId, auditor).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "basic", "expired", "another audience", "another issuer", "forged", "unsigned"})
    void nobody_else_gets_in(String credentials) throws Exception {
        var claims = production.issuer().claims("ana", List.of("AUDITOR"), List.of("*"));
        var authorization = switch (credentials) {
            case "none" -> null;
            case "basic" -> "Basic YXVkaXRvcjpsb2NhbA==";
            case "expired" ->
                "Bearer "
                        + production
                                .issuer()
                                .sign(claims.expirationTime(
                                                Date.from(Instant.now().minus(Duration.ofMinutes(10))))
                                        .build());
            case "another audience" ->
                "Bearer " + production.issuer().sign(claims.audience("payroll").build());
            case "another issuer" ->
                "Bearer "
                        + production
                                .issuer()
                                .sign(claims.issuer("https://elsewhere.example").build());
            case "forged" -> "Bearer " + production.issuer().forge(claims.build());
            case "unsigned" -> "Bearer " + LocalIssuer.unsigned(claims.build());
            default -> throw new IllegalArgumentException(credentials);
        };
        var answer = authorization == null
                ? service.send("GET", CASES + "/x", null, null)
                : service.send("GET", CASES + "/x", null, null, "Authorization", authorization);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void checkpoints_leave_the_house() throws Exception {
        var intake = production.issuer().token("ana", List.of("INTAKE"), List.of("MNL"));
        post(CASES, Requests.registration(Requests.caseNumber(), "MNL"), intake);
        var latest = folder.resolve("checkpoints").resolve("latest");
        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!Files.exists(latest) && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(latest).content().startsWith("production.example/log\n");
    }

    @Test
    void the_simulation_clock_is_not_there() throws Exception {
        var admin = production.issuer().token("root", List.of("ADMIN"), List.of("*"));
        assertThat(get("/api/v1/simulation/clock", admin).statusCode()).isEqualTo(404);
    }

    @Test
    void without_a_collector_of_traces_nothing_runs_for_one_and_nothing_is_said_of_it() throws Exception {
        assertThat(get("/api/v1/posts", production.issuer().token("ana", List.of("INTAKE"), List.of("MNL")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(service.threads()).contains("ledger-sequencer").doesNotContain(TracingIT.SENDER);
        assertThat(service.log()).doesNotContainIgnoringCase("opentelemetry").doesNotContainIgnoringCase("otlp");
    }

    private static HttpResponse<String> post(String path, String body, String token) {
        return service.send("POST", path, body, null, "Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> get(String path, String token) {
        return service.send("GET", path, null, null, "Authorization", "Bearer " + token);
    }
}
