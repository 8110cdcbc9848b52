package consular.cases.web.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log as a client follows it. */
final class Followed implements AutoCloseable {
    private final HttpResponse<InputStream> answer;
    private final BufferedReader lines;

    private Followed(HttpResponse<InputStream> answer) {
        this.answer = answer;
        this.lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8));
    }

    /**
     * A message.
     *
     * @param comments how many comments came before it
     */
    record Message(String id, JsonNode data, int comments) {
        long position() {
            return data.get("position").longValue();
        }
    }

    static Followed as(String user, int port, String query, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/events" + query))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString((user + ":local").getBytes(UTF_8)))
                .header("Accept", "text/event-stream");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return new Followed(HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream()));
    }

    int status() {
        return answer.statusCode();
    }

    String header(String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    JsonNode problem() throws IOException {
        return JsonMapper.shared().readTree(answer.body().readAllBytes());
    }

    List<Message> next(int howMany) throws IOException {
        var messages = new ArrayList<Message>();
        while (messages.size() < howMany) {
            messages.add(next());
        }
        return messages;
    }

    Message next() throws IOException {
        var id = "";
        var comments = 0;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(":")) {
                comments++;
            } else if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("data: ")) {
                return new Message(id, JsonMapper.shared().readTree(line.substring(6)), comments);
            }
        }
        throw new IOException("the stream has ended");
    }

    /** The next line, whatever it is; null at the end. */
    String line() throws IOException {
        return lines.readLine();
    }

    @Override
    public void close() throws IOException {
        answer.body().close();
    }
}
