package consular.benchmarks.ledger;

import consular.benchmarks.notes.Notes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** One of two nodes: it appends at a pace, and reads what the other appends. */
final class MarkingNode {
    private final Notes notes;
    private final int number;
    private final int appends;
    private final AtomicLongArray returned;
    private final AtomicLongArray seen;
    private final CountDownLatch unseen;
    private final AtomicInteger next = new AtomicInteger();

    /** @param appends how many appends are timed on each node */
    MarkingNode(Notes notes, int number, int appends) {
        this.notes = notes;
        this.number = number;
        this.appends = appends;
        this.returned = new AtomicLongArray(appends);
        this.seen = new AtomicLongArray(appends);
        this.unseen = new CountDownLatch(appends);
    }

    /** Appends one event that is not timed. */
    static boolean append(Notes notes) {
        return append(notes, new Mark(0, -1, Notes.text(0)));
    }

    private static boolean append(Notes notes, Mark mark) {
        var random = ThreadLocalRandom.current();
        notes.engine()
                .appendEvents(new GenericDomainEventMessage<>(
                        "mark", new UUID(random.nextLong(), random.nextLong()).toString(), 0, mark));
        return true;
    }

    /** So many writers that keep to the pace together; each answers when all appends are given out. */
    List<Callable<Boolean>> writers(int count, double perSecond) {
        var began = System.nanoTime();
        var interval = 1e9 / perSecond;
        List<Callable<Boolean>> writers = new ArrayList<>();
        for (var writer = 0; writer < count; writer++) {
            writers.add(() -> {
                for (var mine = next.getAndIncrement(); mine < appends; mine = next.getAndIncrement()) {
                    awaitTime(began + (long) (mine * interval));
                    append(notes, new Mark(number, mine, Notes.text(mine)));
                    returned.set(mine, System.nanoTime());
                }
                return true;
            });
        }
        return writers;
    }

    private static void awaitTime(long nanos) {
        for (var left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Follows the log on this node from its end, and notes when it sees what the other has appended. */
    Thread follow(MarkingNode other) {
        var stream = notes.log().openStream(notes.log().createHeadToken());
        return Thread.ofPlatform().daemon().name("reader-" + number).start(() -> {
            try (stream) {
                while (true) {
                    if (stream.nextAvailable().getPayload() instanceof Mark mark
                            && mark.node() == other.number
                            && mark.number() >= 0) {
                        other.seen.set(mark.number(), System.nanoTime());
                        other.unseen.countDown();
                    }
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Nanoseconds from each append's return until the other node saw it; 0 where it had seen it before that. */
    long[] lags(Duration patience) throws InterruptedException {
        if (!unseen.await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new IllegalStateException(unseen.getCount() + " events of node " + number + " were never seen");
        }
        var lags = new long[appends];
        for (var at = 0; at < appends; at++) {
            lags[at] = Math.max(0, seen.get(at) - returned.get(at));
        }
        return lags;
    }
}
