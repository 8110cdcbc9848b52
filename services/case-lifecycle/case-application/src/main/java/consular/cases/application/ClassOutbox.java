package consular.cases.application;

import consular.cases.domain.people.CaseId;
import java.util.function.Consumer;

/**
 * The cases that the read side knows to have a message for CLASS that is not acknowledged. It may know a little less than
 * the log, so whoever sends lets the case itself say what is unsent.
 */
public interface ClassOutbox {
    /**
     * Hands cases to {@code send}, the longest waiting first and each once. As with {@link DueDeadlines#takeDue}, of
     * several callers only one gets a case, no transaction is open meanwhile, a failure is logged, and a case of which
     * nothing came is handed out again after half a minute: so a message is sent at least once.
     *
     * @param limit how many cases to hand out at most
     * @return how many were handed out; as many as the limit may mean that more wait
     */
    int takeUnsent(int limit, Consumer<CaseId> send);

    /** How many cases wait, those included that somebody is sending. */
    long countUnsent();
}
