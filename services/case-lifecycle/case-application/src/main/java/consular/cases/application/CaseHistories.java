package consular.cases.application;

import consular.cases.domain.people.CaseId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads the records of many cases in one round trip, for whoever folds a batch of them. */
public interface CaseHistories {
    /**
     * Every event of each case by sequence, as the log has it now. A case without events has no entry. Positions may be
     * left out.
     */
    Map<CaseId, List<StoredEvent>> of(Collection<CaseId> caseIds);
}
