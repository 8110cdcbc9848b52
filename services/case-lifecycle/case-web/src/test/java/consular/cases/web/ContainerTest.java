package consular.cases.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** What only a real servlet container shows: bodies without a length, paths that never reach a controller. */
@SpringBootTest(
        classes = WebTestApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.threads.virtual.enabled=true", "server.tomcat.max-swallow-size=16MB"})
@ActiveProfiles("local")
class ContainerTest {
    private static final int LIMIT = 1 << 20;

    @LocalServerPort
    private int port;

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("intake:local".getBytes(UTF_8)));
    }

    private HttpResponse<String> post(BodyPublisher body) throws IOException, InterruptedException {
        return client.send(
                request("/api/v1/cases")
                        .header("Content-Type", "application/json")
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }

    private static void isProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"").doesNotContain("Exception", "<html");
    }

    @Test
    void a_body_too_large_is_413_with_or_without_a_length() throws Exception {
        var large = new byte[LIMIT + 1];
        isProblem(post(BodyPublishers.ofByteArray(large)), 413, "PAYLOAD_TOO_LARGE");
        isProblem(
                post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[4 * LIMIT]))),
                413,
                "PAYLOAD_TOO_LARGE");
    }

    @Test
    void names_in_any_script_come_back_as_they_went_in() throws Exception {
        var body = Api.registration("MNL2024000001", "MNL").replace("Maria", "Мария 张 👩‍👧");
        var answer = post(BodyPublishers.ofString(body));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("Мария 张 👩‍👧");
    }

    @Test
    void bytes_that_are_no_utf_8_are_400() throws Exception {
        var body = Api.registration("MNL2024000002", "MNL").replace("Maria", "Mar\u00eda");
        isProblem(post(BodyPublishers.ofString(body, ISO_8859_1)), 400, "MALFORMED_REQUEST");
    }

    /** These the firewall or the container refuses. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1//cases", "/api/v1/cases/a%2Fb", "/api/v1/cases;x=1", "/api/v1/posts/%00/calendar"})
    void paths_that_are_refused_outright_are_problems_too(String path) throws Exception {
        var answer = client.send(request(path).GET().build(), BodyHandlers.ofString());
        isProblem(answer, 400, "MALFORMED_REQUEST");
    }

    @Test
    void the_error_page_itself_is_not_a_resource() throws Exception {
        isProblem(client.send(request("/error").GET().build(), BodyHandlers.ofString()), 404, "NOT_FOUND");
    }

    @Test
    void without_the_profile_there_is_no_clock_to_set() throws Exception {
        isProblem(
                client.send(request("/api/v1/simulation/clock").GET().build(), BodyHandlers.ofString()),
                404,
                "NOT_FOUND");
        var document = client.send(request("/v3/api-docs").GET().build(), BodyHandlers.ofString());
        assertThat(document.body()).doesNotContain("simulation/clock");
    }

    @Test
    void a_request_that_is_no_http_is_400() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write("GET /api/v1/posts?q=<x> HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes(UTF_8));
            var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("Exception", "\tat ");
        }
    }

    /** The firewall looks at them when somebody asks for them, which is late. */
    @ParameterizedTest
    @ValueSource(strings = {"%00=1", "%20=1", "%09%0D%0A=1", "x=%00"})
    void parameters_that_nobody_can_read_are_400(String query) throws Exception {
        var answer = client.send(request("/api/v1/posts?" + query).build(), BodyHandlers.ofString());
        isProblem(answer, 400, "MALFORMED_REQUEST");
    }

    /** Spring looks at the query once more to say so, and so could not. */
    @Test
    void what_is_not_for_a_role_is_403_whatever_the_query_is_like() throws Exception {
        var query = "/api/v1/admin/read-models/status?=1";
        isProblem(client.send(request(query).build(), BodyHandlers.ofString()), 403, "FORBIDDEN_ROLE");
        var command = "/api/v1/cases/00000000-0000-4000-8000-00000000dead/commands/DiscontinueGrant?=1";
        var given = request(command)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .build();
        isProblem(client.send(given, BodyHandlers.ofString()), 403, "FORBIDDEN_ROLE");
        var parameterless = "/api/v1/posts?=1";
        isProblem(client.send(request(parameterless).build(), BodyHandlers.ofString()), 400, "MALFORMED_REQUEST");
    }
}
