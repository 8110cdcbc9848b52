package consular.cases.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** Fills a file with an answer of any length. The file is there once all of it is, and as it was before until then. */
final class Download {

    private static final int AT_ONCE = 1 << 16;

    private final Connection connection;
    private final Path target;

    Download(Connection connection, Path target) {
        this.connection = connection;
        this.target = target.toAbsolutePath();
    }

    /** @throws UncheckedIOException if the file can't be written, which trying again would not mend */
    void of(HttpRequest.Builder request) {
        try {
            var part = Files.createTempFile(target.getParent(), target.getFileName() + ".", ".part");
            try {
                connection.repeat(() -> {
                    fill(part, request);
                    return part;
                });
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void fill(Path part, HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = connection.open(request.copy());
        try (var body = answer.body()) {
            if (answer.statusCode() >= 300) {
                throw Refusal.of(answer, body.readAllBytes());
            }
            copy(body, part, connection.patience().silence());
        }
    }

    /** What fails in reading is to be tried again, and what fails in writing is not. */
    private static void copy(InputStream body, Path part, Duration silence) throws IOException {
        var buffer = new byte[AT_ONCE];
        try (var watch = new SilenceWatch(body, silence);
                var file = opened(part)) {
            for (var read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                watch.heard();
                write(file, buffer, read);
            }
        }
    }

    private static OutputStream opened(Path part) {
        try {
            return Files.newOutputStream(part);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void write(OutputStream file, byte[] bytes, int count) {
        try {
            file.write(bytes, 0, count);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
