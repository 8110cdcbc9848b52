package consular.ledger.postgres.append;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** An append on its way, and whoever waits for it. */
final class WaitingAppend {

    /** How long a caller whose append was sent waits beyond its time, to hear whether it is stored. */
    static final Duration GRACE = Duration.ofSeconds(15);

    private final Append append;
    private final long since = System.nanoTime();
    private final long deadline;
    private final Set<Object> exclusive = new HashSet<>();
    private final long bytes;
    private final CompletableFuture<Stored> outcome = new CompletableFuture<>();

    /** Whether it was sent before without an answer. Only its committer asks. */
    private boolean sentBefore;

    /** The deadline is in the time of {@link System#nanoTime}. */
    WaitingAppend(Append append, long deadline) {
        this.append = append;
        this.deadline = deadline;
        this.bytes = bytes(append);
        exclusive.addAll(append.streams());
        append.values().forEach(value -> exclusive.add(new Value(value.kind(), value.value())));
        append.newKeys().forEach(made -> exclusive.add(new Known(made.person())));
        var key = append.key();
        if (key != null) {
            exclusive.add(new Key(key.caller(), key.key()));
        }
    }

    Append append() {
        return append;
    }

    /** What no other append may touch while this one is written: its streams, its key, its values. */
    Set<Object> exclusive() {
        return exclusive;
    }

    /** How long what it brings is, as it is sent: its caller has counted it, so nobody does behind the queue's lock. */
    long bytes() {
        return bytes;
    }

    private static long bytes(Append append) {
        var bytes = 0L;
        for (var event : append.events()) {
            bytes += event.clear().length;
            for (var secret : event.secrets()) {
                bytes += secret.ciphertext().length;
            }
        }
        return bytes;
    }

    /** How long it has been waiting, in nanoseconds. */
    long age() {
        return System.nanoTime() - since;
    }

    boolean isLate() {
        return deadline - System.nanoTime() <= 0;
    }

    /** Whether nobody waits any more to hear what became of it. */
    boolean isGivenUp() {
        return deadline + GRACE.toNanos() - System.nanoTime() <= 0;
    }

    long nanosLeft() {
        return Math.max(0, deadline - System.nanoTime());
    }

    void sentWithoutAnswer() {
        sentBefore = true;
    }

    boolean wasSentBefore() {
        return sentBefore;
    }

    CompletableFuture<Stored> outcome() {
        return outcome;
    }

    void stored(Stored where) {
        outcome.complete(where);
    }

    void failed(RuntimeException failure) {
        outcome.completeExceptionally(failure);
    }

    private record Known(UUID person) {}

    private record Key(String caller, String key) {}

    /** Whichever stream takes it. */
    private record Value(String kind, String value) {}
}
