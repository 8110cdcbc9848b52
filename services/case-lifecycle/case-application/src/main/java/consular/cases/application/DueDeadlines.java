package consular.cases.application;

import consular.cases.domain.people.CaseId;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * The deadlines that the read side knows to have passed. It may know a little less than the log, so whoever acts on a
 * case lets the case itself decide what is due.
 */
public interface DueDeadlines {
    /**
     * Hands cases with a deadline due by {@code now} to {@code act}, earliest deadline first and each once. No
     * transaction is open and no row is locked while it acts, so it may submit a command.
     *
     * <p>Of several callers, on whichever node, only one gets a case. A case is not handed out again at the same version
     * for half a minute: by then either the read side has seen what came of it, or the attempt failed and is due again.
     * When {@code act} throws, that is logged, the rest go on and the case waits as one that failed.
     *
     * @param limit how many cases to hand out at most
     * @return how many were handed out; as many as the limit may mean that more are due
     */
    int takeDue(Instant now, int limit, Consumer<CaseId> act);

    /** How many cases have a deadline due by {@code now}, those included that somebody is acting upon. */
    long countDue(Instant now);
}
