package consular.ledger.postgres.notary;

import java.time.Duration;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checkpoints on their way to one place, in the order in which they were signed, on a thread that lives while there are some.
 * A place that is slow or away holds up neither the log nor other places. It is tried again, ever more rarely, until it has
 * them; when too many wait, the oldest is passed over, for a later one vouches for all before it.
 */
final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    static final int ROOM = 64;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final CheckpointSink sink;
    private final Duration firstPause;
    private final ArrayDeque<Signed> waiting = new ArrayDeque<>();
    private boolean busy;
    private long waitingSince;

    Outbox(CheckpointSink sink) {
        this(sink, FIRST_PAUSE);
    }

    Outbox(CheckpointSink sink, Duration firstPause) {
        this.sink = sink;
        this.firstPause = firstPause;
    }

    synchronized void add(long size, String note) {
        if (waiting.size() == ROOM) {
            waiting.removeFirst();
        }
        waiting.addLast(new Signed(size, note));
        if (!busy) {
            busy = true;
            waitingSince = System.nanoTime();
            Thread.ofVirtual().name("ledger-checkpoints").start(this::publish);
        }
    }

    /** For how long the place has had nothing, although something waits for it; 0 if nothing does. */
    synchronized double secondsWaiting() {
        return busy ? (System.nanoTime() - waitingSince) / 1e9 : 0;
    }

    private void publish() {
        var pause = firstPause;
        for (var next = first(); next != null; ) {
            try {
                sink.publish(next.size, next.note);
                pause = firstPause;
                next = publishedUpTo(next);
            } catch (RuntimeException | Error failure) {
                LOG.error("The checkpoint of {} events could not be published; trying again", next.size, failure);
                sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                next = first();
            }
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException _) {
            // somebody is in a hurry; the checkpoint is still to be published
        }
    }

    private synchronized @Nullable Signed first() {
        return waiting.peekFirst();
    }

    /** It may have been passed over meanwhile. */
    private synchronized @Nullable Signed publishedUpTo(Signed published) {
        waiting.remove(published);
        waitingSince = System.nanoTime();
        busy = !waiting.isEmpty();
        return waiting.peekFirst();
    }

    private record Signed(long size, String note) {}
}
