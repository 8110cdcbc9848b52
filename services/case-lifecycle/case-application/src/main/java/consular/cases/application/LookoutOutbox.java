package consular.cases.application;

import consular.cases.domain.quasirefusals.QuasiRefusalId;
import java.time.LocalDate;
import java.util.function.Consumer;

/** The quasi-refusals with a lookout that CLASS has not acknowledged. It follows the log. */
public interface LookoutOutbox {
    /** Adds a lookout; adding it again changes nothing. */
    void add(QuasiRefusalId quasiRefusalId, LocalDate enteredOn);

    /** Takes a lookout out, if it is there. */
    void remove(QuasiRefusalId quasiRefusalId);

    /**
     * Hands quasi-refusals to {@code send}, the longest waiting first and each once. As with {@link ClassOutbox#takeUnsent},
     * of several callers only one gets it, no transaction is open meanwhile, a failure is logged, and what is not taken
     * out is handed out again after half a minute.
     *
     * @param limit how many to hand out at most
     * @return how many were handed out; as many as the limit may mean that more wait
     */
    int takeUnsent(int limit, Consumer<QuasiRefusalId> send);

    /** How many wait, those included that somebody is sending. */
    long countUnsent();
}
