package consular.cases.projections;

import consular.cases.application.EventFeed;
import consular.cases.application.ReadSide;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits, by looking again and again, until the generation that serves has reached a position. */
final class CaughtUp implements ReadSide {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final Processors processors;
    private final EventFeed feed;

    CaughtUp(Processors processors, EventFeed feed) {
        this.processors = processors;
        this.feed = feed;
    }

    @Override
    public void awaitCaughtUp() {
        var target = feed.head();
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!processors.hasSeen(target)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the read models have not caught up within " + PATIENCE);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
