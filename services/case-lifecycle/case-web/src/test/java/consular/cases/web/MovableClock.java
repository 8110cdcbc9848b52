package consular.cases.web;

import consular.cases.application.SimulationClock;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands where it was put. */
public final class MovableClock extends Clock implements SimulationClock {
    /** Noon of a working day in Manila. */
    public static final Instant START = Instant.parse("2024-03-05T04:00:00Z");

    private Instant now = START;

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Result set(Instant next) {
        now = next;
        return new Result(next, 0);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
