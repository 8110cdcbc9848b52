package consular.cases.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long a client goes on when the service is away, busy, or lost a race on a case. Whatever is sent again is sent under the
 * same key, so it takes effect once.
 *
 * @param attempts how often a request is sent at most; 1 is never again
 * @param firstPause about how long before the second time; each further pause is twice as long, drawn at random below that
 * @param longestPause no pause is longer, and a service that asks for a longer one ({@code Retry-After}) is not waited for
 * @param answer how long one answer may take
 * @param silence how long a stream of events may be silent before it counts as lost; the service speaks every 15 s
 */
public record Patience(int attempts, Duration firstPause, Duration longestPause, Duration answer, Duration silence) {

    /** Six times within about ten seconds, 30 s for an answer, a minute of silence. */
    public static final Patience USUAL = new Patience(
            6, Duration.ofMillis(200), Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(1));

    /** @throws IllegalArgumentException if it is less than one attempt, or a pause is negative */
    public Patience {
        if (attempts < 1 || firstPause.isNegative() || longestPause.isNegative()) {
            throw new IllegalArgumentException("at least one attempt, and pauses that are not negative");
        }
    }

    /** Clients that were turned away together do not come back together. */
    Duration pause(int sent) {
        var most = Math.min(longestPause.toMillis(), firstPause.toMillis() << Math.min(sent - 1, 20));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most + 1));
    }
}
