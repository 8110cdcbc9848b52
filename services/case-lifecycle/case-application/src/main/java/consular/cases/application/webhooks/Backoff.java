package consular.cases.application.webhooks;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after a failure: twice as long from one to the next, up to a limit, and by chance up to half of it less, so
 * that what failed together is not tried again together.
 */
record Backoff(Duration first, Duration longest, RandomGenerator random) {
    private static final int MOST_DOUBLINGS = 30;

    /** @param failures in a row, 1 after the first */
    Duration after(int failures) {
        var doubled = first.toMillis() << Math.clamp(failures - 1L, 0, MOST_DOUBLINGS);
        var whole = doubled <= 0 ? longest.toMillis() : Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(whole - random.nextLong(whole / 2 + 1));
    }
}
