package consular.cases.service.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** Sends requests, over as many connections as there are that wait. */
final class Caller implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What has no end, or a far one. */
    private static final List<String> NOT_READ = List.of("text/event-stream", "application/zip");

    private final URI base;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Caller(URI base) {
        this.base = base;
    }

    /** An answer; of what has no end the beginning only. */
    record Answer(int status, HttpHeaders headers, byte[] body) {
        String text() {
            return new String(body, UTF_8);
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** The media type without its parameters. */
        String form() {
            return header("Content-Type").replaceFirst("\\s*;.*", "");
        }
    }

    Answer send(ApiRequest request) throws IOException {
        var http = HttpRequest.newBuilder(URI.create(base + request.path())).timeout(PATIENCE);
        if (!request.user().isEmpty()) {
            var credentials = Base64.getEncoder().encodeToString((request.user() + ":local").getBytes(UTF_8));
            http.setHeader("Authorization", "Basic " + credentials);
        }
        request.headers().forEach(http::setHeader);
        var body = request.body();
        http.method(request.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        try {
            var answer = client.send(http.build(), BodyHandlers.ofInputStream());
            return new Answer(answer.statusCode(), answer.headers(), read(answer));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private static byte[] read(HttpResponse<InputStream> answer) throws IOException {
        var form = answer.headers().firstValue("Content-Type").orElse("");
        try (var body = answer.body()) {
            return NOT_READ.stream().anyMatch(form::startsWith) ? new byte[0] : body.readAllBytes();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
