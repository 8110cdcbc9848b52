package consular.cases.client;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/** Closes a stream on which nothing came for too long: a connection can be gone without anybody being told. */
final class SilenceWatch implements AutoCloseable {

    private final Closeable stream;
    private final long longest;
    private final Thread watching;
    private volatile long lastHeard = System.nanoTime();

    SilenceWatch(Closeable stream, Duration longest) {
        this.stream = stream;
        this.longest = longest.toNanos();
        this.watching = Thread.ofVirtual().name("silence-watch").start(this::watch);
    }

    void heard() {
        lastHeard = System.nanoTime();
    }

    private void watch() {
        try {
            for (var left = longest; left > 0; left = longest - (System.nanoTime() - lastHeard)) {
                Thread.sleep(Duration.ofNanos(left));
            }
            stream.close();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } catch (IOException closing) {
            // whoever reads it is told the same
        }
    }

    @Override
    public void close() {
        watching.interrupt();
    }
}
