package consular.cases.application;

import consular.cases.domain.people.CaseId;
import java.time.Instant;
import java.util.function.Consumer;

/** The cases with deadlines that have passed, for the runner that acts on them. */
public interface DueDeadlines {
    /**
     * Hands at most {@code limit} cases with a deadline due by {@code now} to {@code act}, each to one
     * node only at a time. A case stays due until the read model has seen what the act brought about; it
     * is not handed out again for the same version of the case.
     *
     * @return how many were handed out
     */
    int takeDue(Instant now, int limit, Consumer<CaseId> act);

    /** How many cases have a deadline due by {@code now}. */
    long countDue(Instant now);

    /** Waits until the read model has seen every event that is in the log at the time of the call. */
    void awaitCaughtUp();
}
