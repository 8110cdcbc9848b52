package consular.cases.application;

import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

/** Sets the clock, then lets the deadline runner and the read models come to rest. */
final class ActingSimulationClock implements SimulationClock {
    private final SettableClock clock;
    private final DeadlineRunner runner;
    private final ReadSide readSide;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    ActingSimulationClock(SettableClock clock, DeadlineRunner runner, ReadSide readSide) {
        this.clock = clock;
        this.runner = runner;
        this.readSide = readSide;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public Result set(Instant now) {
        oneAtATime.lock();
        try {
            clock.set(now);
            var fired = 0;
            int step;
            do {
                readSide.awaitCaughtUp();
                step = runner.actOnDue();
                fired += step;
            } while (step > 0);
            return new Result(now, fired);
        } finally {
            oneAtATime.unlock();
        }
    }
}
