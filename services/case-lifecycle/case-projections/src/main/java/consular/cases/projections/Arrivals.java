package consular.cases.projections;

import consular.cases.domain.people.CaseId;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Lets a reader wait for a case until it has been seen. A batch committed on this node wakes those who wait for its
 * cases and nobody else; for batches of other nodes they look again, ever less often.
 */
final class Arrivals {
    private static final Duration FIRST_LOOK = Duration.ofMillis(10);
    private static final Duration RAREST_LOOK = Duration.ofMillis(250);

    private final ConcurrentMap<CaseId, CompletableFuture<Void>> awaited = new ConcurrentHashMap<>();

    /** Tells that rows of these cases have been committed. */
    void arrived(Collection<CaseId> caseIds) {
        for (var caseId : caseIds) {
            var arrival = awaited.remove(caseId);
            if (arrival != null) {
                arrival.complete(null);
            }
        }
    }

    /** Whether {@code isSeen} comes true before the time is over. No lock or connection is held between two looks. */
    boolean await(CaseId caseId, Duration atMost, BooleanSupplier isSeen) {
        if (isSeen.getAsBoolean()) {
            return true;
        }
        var end = System.nanoTime() + atMost.toNanos();
        var pause = FIRST_LOOK;
        while (true) {
            // Asked for before looking again, so that an arrival between the two is not lost.
            var arrival = awaited.computeIfAbsent(caseId, _ -> new CompletableFuture<>());
            try {
                if (isSeen.getAsBoolean()) {
                    return true;
                }
                var left = end - System.nanoTime();
                if (left <= 0 || isInterrupted(arrival, Math.min(left, pause.toNanos()))) {
                    return false;
                }
            } finally {
                // Others may share it: they look and ask for a new one.
                if (awaited.remove(caseId, arrival)) {
                    arrival.complete(null);
                }
            }
            pause = min(pause.multipliedBy(2), RAREST_LOOK);
        }
    }

    private static boolean isInterrupted(CompletableFuture<Void> arrival, long nanos) {
        try {
            arrival.get(nanos, TimeUnit.NANOSECONDS);
            return false;
        } catch (TimeoutException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
