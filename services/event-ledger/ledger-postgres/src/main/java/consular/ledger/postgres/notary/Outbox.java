package consular.ledger.postgres.notary;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checkpoints on their way to one place, in the order in which they were signed, on a thread that lives while there are some.
 * A place that is slow or away holds up neither the log nor other places; when too many wait, the oldest is passed over, for
 * a later one vouches for all before it.
 */
final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    static final int ROOM = 64;

    private final CheckpointSink sink;
    private final ArrayDeque<Signed> waiting = new ArrayDeque<>();
    private boolean busy;

    Outbox(CheckpointSink sink) {
        this.sink = sink;
    }

    synchronized void add(long size, String note) {
        if (waiting.size() == ROOM) {
            waiting.removeFirst();
        }
        waiting.addLast(new Signed(size, note));
        if (!busy) {
            busy = true;
            Thread.ofVirtual().name("ledger-checkpoints").start(this::publish);
        }
    }

    private void publish() {
        for (var next = next(); next != null; next = next()) {
            try {
                sink.publish(next.size, next.note);
            } catch (RuntimeException failure) {
                LOG.error("The checkpoint of {} events could not be published", next.size, failure);
            }
        }
    }

    private synchronized @Nullable Signed next() {
        var next = waiting.pollFirst();
        busy = next != null;
        return next;
    }

    private record Signed(long size, String note) {}
}
