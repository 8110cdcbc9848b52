package consular.cases.application;

import java.time.Instant;

/** A clock that stands still until it is set; only in the profile {@code simulation}. */
public interface SimulationClock {
    /** What it shows. */
    Instant now();

    /**
     * Sets it, forward or back, and acts on every deadline due by then, of every case, before it answers;
     * the read models have caught up by then too.
     */
    Result set(Instant now);

    /**
     * What setting it brought about.
     *
     * @param fired how many deadlines were acted on
     */
    record Result(Instant now, int fired) {}
}
