package consular.cases.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.application.CommandFailure;
import consular.cases.web.Api;
import consular.cases.web.WebTestBase;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpMethod;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.mock.http.MockHttpInputMessage;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Whatever goes wrong is a problem document that gives nothing away. */
class ProblemTest extends WebTestBase {
    @Test
    void what_nobody_signed_in_asks_is_401_whatever_it_is() {
        var stranger = api.as("");
        for (var path : new String[] {CASES, CASES + "/x", "/api/v1/nothing", "/api/v1/posts", "/actuator/env", "/x"}) {
            var problem = stranger.get(path).isProblem(401, "UNAUTHENTICATED");
            assertThat(problem.header("WWW-Authenticate")).startsWith("Basic realm=");
        }
        api.as("nobody").get("/api/v1/posts").isProblem(401, "UNAUTHENTICATED");
        stranger.get("/api/v1/posts", "Authorization", "Basic b2ZmaWNlci1hOndyb25n")
                .isProblem(401, "UNAUTHENTICATED");
        stranger.get("/api/v1/posts", "Authorization", "Basic !!!").isProblem(401, "UNAUTHENTICATED");
        stranger.get("/api/v1/posts", "Authorization", "Bearer abc").isProblem(401, "UNAUTHENTICATED");
    }

    @Test
    void what_is_not_there_is_404() {
        for (var path : new String[] {"/api/v1", "/api/v1/nothing", "/api/v2/posts", "/", "/api/v1/posts/LND"}) {
            api.get(path).isProblem(404, "NOT_FOUND");
        }
        api.post("/api/v1/nothing", "{}").isProblem(404, "NOT_FOUND");
    }

    @Test
    void a_wrong_method_is_405_and_says_which_are_right() {
        var problem = api.send(HttpMethod.DELETE, "/api/v1/posts", null).isProblem(405, "METHOD_NOT_ALLOWED");
        assertThat(problem.header("Allow")).contains("GET");
        api.send(HttpMethod.PUT, CASES, null).isProblem(405, "METHOD_NOT_ALLOWED");
        api.get(NOBODYS + "/commands/AddCaseNote").isProblem(405, "METHOD_NOT_ALLOWED");
        api.post(NOBODYS, "{}").isProblem(405, "METHOD_NOT_ALLOWED");
    }

    @Test
    void a_form_that_is_not_to_be_had_is_406() {
        api.get("/api/v1/posts", "Accept", "text/html").isProblem(406, "NOT_ACCEPTABLE");
        api.get("/api/v1/posts", "Accept", "application/json;q=0.5, text/html").isStatus(200);
        api.get("/api/v1/posts", "Accept", "*/*").isStatus(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "nonsense", "application/json;charset=bogus"})
    void what_is_answered_406_was_not_done(String accept) {
        api.post(CASES, Api.registration("MNL2024000001", "MNL"), "Accept", accept)
                .isProblem(406, "NOT_ACCEPTABLE");
        assertThat(api.get("/api/v1/events").json().get("items")).isEmpty();
    }

    /** JSON has one charset, so that none is to be asked for. */
    @ParameterizedTest
    @ValueSource(strings = {"utf-16", "utf-16be", "iso-8859-1", "utf-8"})
    void whatever_charset_is_asked_for_JSON_is_UTF_8(String charset) {
        var answer = api.post(
                        CASES,
                        Api.registration("MNL2024000001", "MNL").replace("Maria", "Мария"),
                        "Accept",
                        "application/json;charset=" + charset)
                .isStatus(201);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.body()).contains("Мария");
    }

    @Test
    void a_body_that_is_not_json_is_415() {
        for (var type :
                new String[] {"text/plain", "application/xml", "application/x-www-form-urlencoded", "nonsense"}) {
            api.send(HttpMethod.POST, CASES, null, "Content-Type", type).isProblem(415, "UNSUPPORTED_MEDIA_TYPE");
        }
        api.send(HttpMethod.POST, CASES, null).isProblem(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    static Stream<RuntimeException> waysToLoseTheDatabase() {
        return Stream.of(
                new DataAccessResourceFailureException("secret host"),
                new CannotCreateTransactionException("secret host"),
                new IllegalStateException("axon", new SQLTransientConnectionException("secret host")),
                new IllegalStateException(new SQLException("secret host", "57P01")),
                new IllegalStateException(new SQLException("secret host", "08006")),
                new IllegalStateException(new SQLException("secret host", "53300")),
                new IllegalStateException(new SQLException("secret host", "53100")),
                new IllegalStateException(new SQLException("secret host", "58030")),
                new IllegalStateException(new SQLException("secret host", "25006")),
                new IllegalStateException(new SQLException("secret host", "55P03")),
                new IllegalStateException(new SQLException("secret host", "57014")));
    }

    @ParameterizedTest
    @MethodSource("waysToLoseTheDatabase")
    void a_database_that_is_away_is_503_for_commands_and_reads(RuntimeException failure) {
        cases.failWith(failure);
        for (var answer : Stream.of(
                        api.post(CASES, Api.registration("MNL2024000001", "MNL")),
                        api.get(NOBODYS),
                        api.get("/api/v1/events"))
                .toList()) {
            answer.isProblem(503, "SERVICE_UNAVAILABLE");
            assertThat(answer.header("Retry-After")).isEqualTo("5");
            assertThat(answer.body()).doesNotContain("secret");
        }
    }

    @Test
    void a_case_that_is_full_is_422() {
        cases.failWith(new CommandFailure.CaseFull());
        api.post(CASES, Api.registration("MNL2024000001", "MNL")).isProblem(422, "CASE_FULL");
    }

    /** Jackson quotes the value that it can't read, PostgreSQL the row. */
    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void the_log_says_where_the_service_failed_and_nothing_of_whom(CapturedOutput output) {
        cases.failWith(new IllegalStateException("of Santos", new IllegalArgumentException("of Reyes")));
        api.get(NOBODYS).isProblem(500, "INTERNAL_ERROR");
        assertThat(output.getAll())
                .contains(NOBODYS + " failed", "IllegalStateException", "IllegalArgumentException", "ProblemTest")
                .doesNotContain("Santos", "Reyes");
    }

    /** What the pool says when it waited in vain. */
    @Test
    void it_is_told_apart_whether_the_database_is_away_or_no_connection_to_it_is_free() {
        var busy = new SQLTransientConnectionException(
                "cases - Connection is not available, request timed out after 5001ms (total=24, active=24, idle=0,"
                        + " waiting=3)");
        var away = new SQLTransientConnectionException(
                "cases - Connection is not available, request timed out after 5001ms (total=0, active=0, idle=0,"
                        + " waiting=3)");
        var refused = new SQLTransientConnectionException(busy.getMessage(), new SQLException("refused", "08001"));
        assertThat(detail(busy)).startsWith("too busy: no connection to the database was free");
        assertThat(detail(away)).startsWith("the database is away");
        assertThat(detail(refused)).startsWith("the database is away");
    }

    private static String detail(SQLException failure) {
        var answer = Problems.explain(new CannotCreateTransactionException("x", failure), "/x");
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("5");
        return Objects.requireNonNull(Objects.requireNonNull(answer.getBody()).detail());
    }

    /** It fails in a filter, so it comes by way of the error page. */
    @Test
    void an_identity_provider_that_is_away_is_503() {
        for (var failure : new RuntimeException[] {
            new AuthenticationServiceException("secret host"),
            new JwtDecoderInitializationException("secret host", new IllegalArgumentException())
        }) {
            var answer = Problems.explain(failure, "/x");
            assertThat(answer.getStatusCode().value()).isEqualTo(503);
            assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("5");
            assertThat(String.valueOf(answer.getBody())).doesNotContain("secret");
        }
    }

    static Stream<RuntimeException> bugs() {
        return Stream.of(
                new IllegalStateException("Santos"),
                new DuplicateKeyException("Santos"),
                new IllegalStateException(new SQLException("Santos", "23505")),
                new NullPointerException());
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void a_bug_is_500_and_keeps_its_reasons_to_itself(RuntimeException bug) {
        cases.failWith(bug);
        var problem = api.get(NOBODYS).isProblem(500, "INTERNAL_ERROR");
        assertThat(problem.body()).doesNotContain("Santos", "Exception", "\tat ", "trace");
    }

    @Test
    void a_body_that_nobody_can_read_is_400_and_is_not_quoted() {
        var answer = Problems.explain(
                new HttpMessageNotReadableException("Santos", new MockHttpInputMessage(new byte[0])), "/x");
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(String.valueOf(answer.getBody())).doesNotContain("Santos");
    }

    @Test
    void a_race_that_is_lost_is_409() {
        cases.failWith(new CommandFailure.ConcurrentModification());
        api.post(CASES, Api.registration("MNL2024000001", "MNL")).isProblem(409, "CONCURRENT_MODIFICATION");
    }

    @Test
    void a_problem_has_the_members_of_the_contract_and_no_others() {
        var malformed = api.post(CASES, "{}").json();
        assertThat(malformed.propertyNames())
                .containsExactly("type", "title", "status", "detail", "instance", "code", "errors");
        assertThat(malformed.get("errors").get(0).propertyNames()).containsExactly("pointer", "detail");
        assertThat(malformed.get("instance").stringValue()).isEqualTo(CASES);
        var path = api.register("MNL2024000001", "MNL");
        assertThat(api.refuse(path).json().propertyNames())
                .containsExactly("type", "title", "status", "detail", "instance", "code", "rule", "citation");
    }

    @Test
    void every_answer_forbids_what_browsers_might_do_with_it() {
        for (var answer : new Api.Answer[] {api.get("/api/v1/posts"), api.as("").get(CASES), api.get("/api/v1/x")}) {
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.header("Set-Cookie")).isEqualTo("null");
        }
    }

    @Test
    void other_origins_are_not_let_in() {
        var answer = api.get("/api/v1/posts", "Origin", "https://elsewhere.example");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("null");
        api.as("")
                .send(
                        HttpMethod.OPTIONS,
                        CASES,
                        null,
                        "Origin",
                        "https://elsewhere.example",
                        "Access-Control-Request-Method",
                        "POST")
                .isProblem(401, "UNAUTHENTICATED");
    }
}
