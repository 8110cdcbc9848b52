package consular.cases.service.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One who follows the log of the packaged service, and notes what comes when. */
final class LogFollower implements AutoCloseable {
    private final HttpResponse<InputStream> answer;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final Thread reading;
    private volatile boolean greeted;
    private volatile int beats;

    private LogFollower(HttpResponse<InputStream> answer) {
        this.answer = answer;
        this.reading = Thread.ofVirtual().start(this::read);
    }

    /**
     * An event that came.
     *
     * @param data the event in JSON
     * @param at when, by {@link System#nanoTime}
     */
    record Seen(long position, String data, long at) {}

    static LogFollower of(PackagedService service, @Nullable String user, String query, String... headers) {
        var all = new ArrayList<>(List.of("Accept", "text/event-stream"));
        all.addAll(List.of(headers));
        var answer =
                service.ask("/api/v1/events" + query, user, BodyHandlers.ofInputStream(), all.toArray(String[]::new));
        assertThat(answer.statusCode()).isEqualTo(200);
        return new LogFollower(answer);
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
            var position = 0L;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("retry: ")) {
                    greeted = true;
                } else if (line.startsWith(":")) {
                    beats++;
                } else if (line.startsWith("id: ")) {
                    position = Long.parseLong(line.substring(4));
                } else if (line.startsWith("data: ")) {
                    seen.add(new Seen(position, line.substring(6), System.nanoTime()));
                }
            }
        } catch (IOException _) {
            // the end of it, like any other
        }
    }

    List<Seen> seen() {
        return seen;
    }

    List<Long> positions() {
        return seen.stream().map(Seen::position).toList();
    }

    int beats() {
        return beats;
    }

    /** Until the service has let it in. */
    void awaitGreeting() throws InterruptedException {
        while (!greeted && reading.isAlive()) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    void awaitPosition(long position) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (seen.isEmpty() || seen.getLast().position() < position) {
            assertThat(System.nanoTime()).as("still behind %d", position).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** Until the service ends the stream. */
    void awaitEnd() throws InterruptedException {
        assertThat(reading.join(Duration.ofSeconds(30))).isTrue();
    }

    @Override
    public void close() throws IOException {
        answer.body().close();
    }
}
