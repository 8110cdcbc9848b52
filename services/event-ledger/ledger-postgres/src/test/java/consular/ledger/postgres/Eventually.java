package consular.ledger.postgres;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what must come to be. */
final class Eventually {

    private Eventually() {}

    static void await(String what, Callable<Boolean> condition) throws Exception {
        await(what, Duration.ofSeconds(20), condition);
    }

    static void await(String what, Duration atMost, Callable<Boolean> condition) throws Exception {
        var end = System.nanoTime() + atMost.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + atMost + ": " + what);
            }
            Thread.sleep(2);
        }
    }
}
