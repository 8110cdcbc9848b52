package consular.cases.application;

import consular.cases.domain.people.CaseId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the records of many cases in one round trip, for whoever folds a batch of them. */
public interface CaseHistories {
    /**
     * Every event of each case by sequence, as the log has it now. A case without events has no entry. Positions may be
     * left out.
     */
    Map<CaseId, List<StoredEvent>> of(Collection<CaseId> caseIds);

    /**
     * Hands the same to the consumer in portions of whole cases, by their ids, so that memory need not hold all of them, and in the transaction of
     * this thread if it has one.
     */
    default void forEachPortion(Collection<CaseId> caseIds, Consumer<Map<CaseId, List<StoredEvent>>> consumer) {
        consumer.accept(of(caseIds));
    }
}
