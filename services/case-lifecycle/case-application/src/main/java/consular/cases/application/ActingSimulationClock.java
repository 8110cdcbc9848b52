package consular.cases.application;

import java.time.Instant;

/** Sets the clock, then lets the deadline runner and the read models come to rest. */
final class ActingSimulationClock implements SimulationClock {
    private final SettableClock clock;
    private final DeadlineRunner runner;
    private final ReadSide readSide;
    private final DueDeadlines deadlines;

    ActingSimulationClock(SettableClock clock, DeadlineRunner runner, ReadSide readSide, DueDeadlines deadlines) {
        this.deadlines = deadlines;
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
        return runner.whileItRests(() -> {
            clock.set(now);
            var fired = 0;
            int step;
            do {
                readSide.awaitCaughtUp();
                step = runner.actOnDue();
                fired += step;
            } while (step > 0);
            var left = deadlines.countDue(now);
            if (left > 0) {
                throw new IllegalStateException(left + " cases have deadlines that could not be acted on");
            }
            return new Result(now, fired);
        });
    }
}
