package consular.cases.application;

import java.time.Instant;

/** A clock that stands still until it is set; only under the profile {@code simulation}. */
public interface SimulationClock {
    /** What the clock shows. */
    Instant now();

    /**
     * Sets the clock, forward or back, and returns only after every deadline due by then has been acted on and the
     * read models have caught up.
     */
    Result set(Instant now);

    /**
     * What came of setting it.
     *
     * @param fired how many deadlines were acted on
     */
    record Result(Instant now, int fired) {}
}
