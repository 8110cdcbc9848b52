package consular.cases.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Messages of a stream of server-sent events, as the HTML standard has them, so far as the service uses them. */
final class EventStream implements AutoCloseable {

    private final BufferedReader lines;
    private final Runnable onSign;

    /** @param onSign is told of every line, be it a comment */
    EventStream(InputStream source, Runnable onSign) {
        this.lines = new BufferedReader(new InputStreamReader(source, UTF_8));
        this.onSign = onSign;
    }

    /**
     * What came between two empty lines.
     *
     * @param id the position up to which the log was looked at
     * @param data null where it is only said how far the log was looked at
     */
    record Message(@Nullable String id, @Nullable String data) {}

    /** The next message; empty at the end. What stands behind the last empty line was cut off and does not count. */
    Optional<Message> next() throws IOException {
        String id = null;
        StringBuilder data = null;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            onSign.run();
            if (line.isEmpty()) {
                if (id != null || data != null) {
                    return Optional.of(new Message(id, data == null ? null : data.toString()));
                }
            } else if (line.startsWith("id:")) {
                id = value(line, 3);
            } else if (line.startsWith("data:")) {
                data = data == null ? new StringBuilder() : data.append('\n');
                data.append(value(line, 5));
            }
        }
        return Optional.empty();
    }

    private static String value(String line, int from) {
        return line.startsWith(" ", from) ? line.substring(from + 1) : line.substring(from);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
