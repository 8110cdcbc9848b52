package consular.cases.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseClientTest {

    private static final Patience BRIEF = new Patience(
            4, Duration.ofMillis(1), Duration.ofSeconds(2), Duration.ofSeconds(20), Duration.ofSeconds(20));

    private static final String ACCEPTED = """
        {"caseId": "c1", "version": 3, "position": 12, "aMemberOfTomorrow": 1, "events": [
           {"eventId": "e1", "type": "VisaRefused", "sequence": 2, "effectiveAt": "2024-03-05T10:00:00+08:00",
            "recordedAt": "2024-03-05T02:00:01Z", "payload": {"refusalId": "R1"}}]}\
        """;

    private static final String AWAY = """
        {"status": 503, "code": "UNAVAILABLE", "detail": "the database is away"}\
        """;

    private ScriptedService service;
    private CaseClient client;

    @BeforeEach
    void start() throws IOException {
        service = new ScriptedService();
        client = CaseClient.of(service.uri(), Credentials.basic("officer-a", "local"), BRIEF);
    }

    @AfterEach
    void stop() {
        client.close();
        service.close();
    }

    @Test
    void a_command_is_sent_again_under_its_key_until_it_is_answered() {
        service.then(503, AWAY, "Retry-After", "0")
                .thenHangUp()
                .then(409, "{\"status\": 409, \"code\": \"CONCURRENT_MODIFICATION\"}")
                .then(200, ACCEPTED);

        var answer = client.give(Command.on("c1", "Refuse214b", Map.of("applicantId", "a1")));

        assertThat(answer.made("refusalId")).contains("R1");
        assertThat(answer.asSeen()).isEqualTo("c1:3");
        assertThat(answer.events().getFirst().effectiveAt()).isEqualTo("2024-03-05T02:00:00Z");
        assertThat(service.asked()).hasSize(4).allSatisfy(asked -> {
            assertThat(asked.path()).isEqualTo("/api/v1/cases/c1/commands/Refuse214b");
            assertThat(asked.body()).isEqualTo("{\"applicantId\":\"a1\"}");
            assertThat(asked.header("Authorization")).isEqualTo("Basic b2ZmaWNlci1hOmxvY2Fs");
        });
        assertThat(service.asked().stream()
                        .map(asked -> asked.header("Idempotency-key"))
                        .distinct())
                .hasSize(1)
                .doesNotContain("");
    }

    @Test
    void a_rejection_is_told_at_once_with_what_it_rests_on() {
        service.then(422, """
            {"type": "about:blank", "title": "Rejected", "status": 422, "code": "FINDINGS_ACTIVE", "detail": "one stands",
             "rule": "R-IV-07", "citation": "9 FAM 504.11-2(A)a"}\
            """);

        var thrown = catchThrowableOfType(
                ProblemException.class, () -> client.give(Command.on("c1", "IssueVisa", Map.of("applicantId", "a1"))));

        assertThat(thrown.problem())
                .isEqualTo(new Problem(
                        422, "FINDINGS_ACTIVE", "Rejected", "one stands", "R-IV-07", "9 FAM 504.11-2(A)a", List.of()));
        assertThat(service.asked()).hasSize(1);
    }

    @Test
    void faults_of_a_body_are_named_by_their_pointers() {
        service.then(400, """
            {"status": 400, "code": "MALFORMED_REQUEST", "errors": [{"pointer": "/post", "detail": "is missing"}]}\
            """);
        var thrown = catchThrowableOfType(ProblemException.class, () -> client.give(Command.register(Map.of("a", 1))));
        assertThat(thrown.problem().errors()).containsExactly(new Problem.Fault("/post", "is missing"));
    }

    @Test
    void what_a_gateway_says_is_a_problem_too() {
        service.then(404, "<html>no such place</html>");
        var thrown = catchThrowableOfType(ProblemException.class, () -> client.caseOf("c1"));
        assertThat(thrown.problem().status()).isEqualTo(404);
    }

    @Test
    void a_service_that_asks_for_more_time_than_there_is_is_not_waited_for() {
        service.then(503, AWAY, "Retry-After", "3600");
        assertThatThrownBy(() -> client.caseOf("c1")).isInstanceOf(ProblemException.class);
        assertThat(service.asked()).hasSize(1);
    }

    @Test
    void a_service_that_stays_away_is_given_up_after_so_many_attempts() {
        service.thenHangUp().thenHangUp().thenHangUp().thenHangUp().then(200, ACCEPTED);
        assertThatThrownBy(() -> client.give(Command.register(Map.of("post", "MNL"))))
                .isInstanceOf(ServiceUnreachableException.class);
    }

    @Test
    void a_command_may_ask_for_a_version_and_be_tried_out() {
        service.then(200, ACCEPTED);
        client.tryOut(Command.on("c1", "IssueVisa", Map.of()).ifVersion(7).withKey("monday/1"));
        var asked = service.asked().getFirst();
        assertThat(asked.path()).isEqualTo("/api/v1/cases/c1/commands/IssueVisa?dryRun=true");
        assertThat(asked.header("If-match")).isEqualTo("\"7\"");
        assertThat(asked.header("Idempotency-key")).isEqualTo("monday/1");
    }

    @Test
    void many_commands_go_in_requests_of_five_hundred_and_each_has_its_outcome() {
        service.then(200, outcomes(500)).then(200, """
            {"outcomes": [{"status": 409, "headers": {}, "body": {"status": 409, "code": "CONCURRENT_MODIFICATION"}}]}\
            """);
        var commands = IntStream.rangeClosed(1, 501)
                .mapToObj(number -> Command.onNumber("N" + number, "IssueVisa", Map.of("applicantId", "a1"))
                        .ifVersion(number))
                .toList();

        var outcomes = client.giveAll(commands);

        assertThat(outcomes).hasSize(501);
        assertThat(outcomes.getFirst().answer()).map(CommandAnswer::version).contains(3L);
        assertThat(outcomes.getFirst().isWorthAnotherTry()).isFalse();
        assertThat(outcomes.getLast().problem()).map(Problem::code).contains("CONCURRENT_MODIFICATION");
        assertThat(outcomes.getLast().isWorthAnotherTry()).isTrue();
        var last = Json.tree(service.asked().getLast().body().getBytes(UTF_8)).at("/items/0");
        assertThat(last.path("caseNumber").asString()).isEqualTo("N501");
        assertThat(last.path("expectedVersion").asInt()).isEqualTo(501);
        assertThat(last.path("idempotencyKey").asString())
                .isEqualTo(commands.getLast().key());
        assertThat(last.has("caseId")).isFalse();
    }

    private static String outcomes(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "{\"status\": 200, \"headers\": {\"ETag\": \"3\"}, \"body\": " + ACCEPTED + "}")
                .collect(Collectors.joining(", ", "{\"outcomes\": [", "]}"));
    }

    @Test
    void only_commands_given_together_name_their_case_by_its_number() {
        assertThatThrownBy(() -> client.give(Command.onNumber("N1", "IssueVisa", Map.of())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void a_list_is_read_page_by_page_as_far_as_it_is_wanted() {
        service.then(200, "{\"items\": [{\"caseId\": \"c1\"}, {\"caseId\": \"c2\"}], \"next\": \"p 2\"}");

        assertThat(client.list("/reviews", Map.of("post", "MNL")).limit(2)).hasSize(2);
        assertThat(service.asked()).hasSize(1);
    }

    @Test
    void the_next_page_is_asked_for_by_its_cursor() {
        service.then(200, "{\"items\": [{\"caseId\": \"c1\"}], \"next\": \"p 2\"}")
                .then(200, "{\"items\": [{\"caseId\": \"c2\"}], \"next\": null}");
        assertThat(client.list("/reviews", Map.of())).hasSize(2);
        assertThat(service.asked().getLast().path()).isEqualTo("/api/v1/reviews?after=p+2");
    }

    @Test
    void what_is_posted_is_sent_again_under_its_key() {
        service.thenHangUp().then(503, AWAY, "Retry-After", "0").then(200, "{\"state\": \"PAUSED\"}");
        var answer = client.post("/subscriptions/7/pause", Map.of(), null, "monday/1");
        assertThat(answer.path("state").asString()).isEqualTo("PAUSED");
        assertThat(service.asked()).hasSize(3).allSatisfy(asked -> {
            assertThat(asked.header("Idempotency-key")).isEqualTo("monday/1");
            assertThat(asked.body()).isEmpty();
        });
    }

    @Test
    void what_is_posted_on_a_version_says_which_in_every_attempt() {
        var link = "/quasi-refusals/7/commands/LinkApplication";
        service.then(503, AWAY, "Retry-After", "0").then(200, "{}").then(200, "{}");
        client.post(link, Map.of(), Map.of(), "monday/1", 4);
        assertThat(service.asked())
                .hasSize(2)
                .allSatisfy(asked -> assertThat(asked.header("If-match")).isEqualTo("\"4\""));
        client.post(link, Map.of(), Map.of(), "monday/2");
        assertThat(service.asked().getLast().headers()).doesNotContainKey("If-match");
    }

    @Test
    void a_file_that_is_sent_again_is_sent_whole(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("cases.csv"), "a,b\n1,2\n");
        service.then(503, AWAY, "Retry-After", "0").then(200, "{}");
        client.upload("/imports", Map.of("dryRun", true), file, "text/csv", "monday/1");
        assertThat(service.asked()).hasSize(2).allSatisfy(asked -> {
            assertThat(asked.path()).isEqualTo("/api/v1/imports?dryRun=true");
            assertThat(asked.header("Content-type")).isEqualTo("text/csv");
            assertThat(asked.body()).isEqualTo("a,b\n1,2\n");
        });
    }

    @Test
    void a_search_has_its_names_in_the_body_of_every_page() {
        service.then(200, "{\"items\": [{\"caseId\": \"c1\"}], \"next\": \"p2\"}")
                .then(200, "{\"items\": [{\"caseId\": \"c2\"}], \"next\": null}");
        assertThat(client.search(Map.of("post", "MNL"), "Santos")).hasSize(2);
        assertThat(service.asked()).allSatisfy(asked -> {
            assertThat(asked.body()).contains("Santos");
            assertThat(asked.path()).doesNotContain("Santos");
        });
        assertThat(service.asked().getLast().path()).contains("after=p2");
    }

    @Test
    void a_token_is_asked_for_anew_with_each_request() {
        var tokens = new AtomicInteger();
        try (var bearer =
                CaseClient.of(service.uri(), Credentials.bearer(() -> "t" + tokens.incrementAndGet()), BRIEF)) {
            service.then(503, AWAY).then(200, "{}");
            bearer.caseOf("c1");
        }
        assertThat(service.asked().stream().map(asked -> asked.header("Authorization")))
                .containsExactly("Bearer t1", "Bearer t2");
    }

    @Test
    void a_letter_comes_in_the_form_that_is_asked_for() {
        service.then(200, "%PDF");
        assertThat(client.bytes("/cases/c1/letters/R1", Map.of(), "application/pdf"))
                .asString()
                .isEqualTo("%PDF");
        assertThat(service.asked().getFirst().header("Accept")).isEqualTo("application/pdf");
    }
}
