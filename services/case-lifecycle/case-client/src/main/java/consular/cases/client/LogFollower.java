package consular.cases.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Follows the log over as many connections as it takes. */
final class LogFollower {

    private final Connection connection;
    private final Map<String, ?> filters;
    private final Consumer<LoggedEvent> consumer;
    private long position;
    private int failures;

    LogFollower(Connection connection, long after, Map<String, ?> filters, Consumer<LoggedEvent> consumer) {
        this.connection = connection;
        this.filters = Map.copyOf(filters);
        this.position = after;
        this.consumer = consumer;
    }

    void run() throws InterruptedException {
        while (true) {
            var asked = Duration.ZERO;
            try {
                var answer = connection.open(request());
                if (answer.statusCode() == 200) {
                    read(answer.body());
                } else {
                    asked = pauseAfter(answer);
                }
            } catch (IOException lost) {
                // like a stream that ends: it goes on where it was
            }
            if (Thread.interrupted()) {
                throw new InterruptedException("told to follow no longer");
            }
            failures++;
            var longest = connection.patience().longestPause();
            var bounded = asked.compareTo(longest) > 0 ? longest : asked;
            Thread.sleep(bounded.plus(connection.patience().pause(failures)));
        }
    }

    private HttpRequest.Builder request() {
        var query = new HashMap<String, Object>(filters);
        query.put("after", position);
        return connection
                .request("/events", query)
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", Long.toString(position));
    }

    private static Duration pauseAfter(HttpResponse<InputStream> answer) throws IOException {
        try (var body = answer.body()) {
            var refusal = Refusal.of(answer, body.readAllBytes());
            if (!refusal.isPassing()) {
                throw refusal.forGood();
            }
            return refusal.asked();
        }
    }

    private void read(InputStream body) throws IOException {
        try (var watch = new SilenceWatch(body, connection.patience().silence());
                var stream = new EventStream(body, watch::heard)) {
            for (var message = stream.next(); message.isPresent(); message = stream.next()) {
                take(message.get());
            }
        }
    }

    /** An event that was there already is not handed over again, whatever the service or a cache on the way does. */
    private void take(EventStream.Message message) {
        failures = 0;
        if (message.data() != null) {
            var event = Json.read(message.data(), LoggedEvent.class);
            if (event.position() > position) {
                consumer.accept(event);
                position = event.position();
            }
        }
        if (message.id() != null) {
            position = Math.max(position, Long.parseLong(message.id()));
        }
    }
}
