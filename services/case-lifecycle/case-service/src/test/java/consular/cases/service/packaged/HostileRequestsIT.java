package consular.cases.service.packaged;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no client of good will sends, to the packaged service behind a public address with TLS. */
@Timeout(120)
class HostileRequestsIT {
    private static final String POSTS = "/api/v1/posts";
    private static final String ELSEWHERE = "https://elsewhere.example";

    @TempDir
    private static Path folder;

    private static PackagedService service;

    @BeforeAll
    static void start() {
        service = PackagedService.start(
                "local",
                folder,
                "--consular.public-url=https://cases.example.org",
                "--consular.rate-limit.enabled=true",
                "--consular.rate-limit.person.quota=60",
                "--consular.rate-limit.person.window=1h");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static void isProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).doesNotContain("Exception", "\tat ", "<html", "Tomcat", "Spring");
    }

    /** What comes back for a request that no client would write. */
    private static String raw(String request) throws IOException {
        var credentials = Base64.getEncoder().encodeToString("auditor:local".getBytes(ISO_8859_1));
        try (var socket = service.connect()) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write((request + "Host: x\r\nAuthorization: Basic " + credentials
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    @Test
    void headers_that_are_too_long_are_a_problem() {
        isProblem(service.send("GET", POSTS, null, "auditor", "X-Long", "x".repeat(20_000)), 400);
    }

    @Test
    void a_token_with_many_posts_has_room() {
        assertThat(service.send("GET", POSTS, null, "auditor", "X-Long", "x".repeat(12_000))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void more_parameters_than_any_path_has_are_a_problem() {
        var query = IntStream.range(0, 200).mapToObj(i -> "p" + i + "=1").collect(Collectors.joining("&"));
        isProblem(service.send("GET", POSTS + "?" + query, null, "auditor"), 400);
        isProblem(service.send("GET", POSTS + "?p=1", null, "auditor"), 400);
    }

    @Test
    void a_form_in_parts_is_no_body_that_anything_here_takes() {
        var type = new String[] {"Content-Type", "multipart/form-data; boundary=x"};
        isProblem(service.send("POST", "/api/v1/cases", null, "intake", type), 415);
        assertThat(service.send("GET", POSTS, null, "auditor", "Content-Type", "multipart/form-data")
                        .statusCode())
                .isEqualTo(200);
    }

    /** What comes back for the beginning of a request of a form, from nobody, on a connection that stays open. */
    private static String form(String headers, String body) throws IOException {
        try (var socket = service.connect()) {
            // sooner than the container gives up on a request that does not come in
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("PUT " + POSTS
                                    + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                                    + headers + "\r\n\r\n" + body)
                            .getBytes(ISO_8859_1));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1)).readLine();
        }
    }

    /** Spring would decode all of it, before anybody is asked who they are or how long it may be. */
    @Test
    void a_form_is_not_read_at_all() throws IOException {
        assertThat(form("Content-Length: 5", "a=%zz")).startsWith("HTTP/1.1 401");
        var size = 1 << 20;
        var begun = Integer.toHexString(size) + "\r\n" + "a".repeat(size) + "\r\n";
        assertThat(form("Transfer-Encoding: chunked", begun))
                .as("before its end")
                .startsWith("HTTP/1.1 401");
    }

    @Test
    void a_page_has_a_longest_length() {
        isProblem(service.send("GET", "/api/v1/events?limit=501", null, "auditor"), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PROPFIND", "BREW"})
    void methods_that_nothing_here_has_are_refused(String method) throws IOException {
        var answer = raw(method + " " + POSTS + " HTTP/1.1\r\nX-Echo: me\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 (400|405|501).*").doesNotContain("X-Echo", "Exception", "<html");
    }

    @Test
    void other_origins_get_no_leave() {
        var preflight = service.send(
                "OPTIONS",
                POSTS,
                null,
                null,
                "Origin",
                ELSEWHERE,
                "Access-Control-Request-Method",
                "GET",
                "Access-Control-Request-Headers",
                "authorization");
        isProblem(preflight, 401);
        var signedIn = service.send(
                "OPTIONS", POSTS, null, "auditor", "Origin", ELSEWHERE, "Access-Control-Request-Method", "GET");
        var plain = service.send("GET", POSTS, null, "auditor", "Origin", ELSEWHERE);
        for (var answer : new HttpResponse<?>[] {preflight, signedIn, plain}) {
            assertThat(answer.headers().map().keySet())
                    .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-allow"));
        }
    }

    @Test
    void every_answer_tells_browsers_to_keep_nothing_and_to_come_back_by_tls() {
        for (var answer : new HttpResponse<?>[] {
            service.send("GET", POSTS, null, "auditor"),
            service.send("GET", POSTS, null, null),
            service.send("GET", "/nothing", null, "auditor")
        }) {
            var headers = answer.headers();
            assertThat(headers.firstValue("Strict-Transport-Security").orElse(""))
                    .startsWith("max-age=31536000");
            assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "frame-ancestors 'none'");
            assertThat(headers.firstValue("Server")).isEmpty();
        }
    }

    @Test
    void a_client_that_asks_for_too_much_is_told_when_to_go_on_and_probes_are_not() {
        var last = service.send("GET", POSTS, null, "dashboard");
        for (var i = 0; i < 60; i++) {
            last = service.send("GET", POSTS, null, "dashboard");
        }
        isProblem(last, 429);
        // one a minute comes back, and the first of them may be on its way
        assertThat(last.headers()
                        .firstValue("Retry-After")
                        .map(Integer::valueOf)
                        .orElse(0))
                .isBetween(1, 60);
        assertThat(last.headers().firstValue("RateLimit-Policy")).contains("\"person\";q=60;w=3600");
        assertThat(last.headers().firstValue("RateLimit").orElse("")).startsWith("\"person\";r=0;t=");
        assertThat(service.send("GET", "/actuator/health", null, null).statusCode())
                .isEqualTo(200);
    }
}
