package consular.cases.application;

import consular.cases.domain.people.CaseId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads the records of many cases at once. */
public interface CaseHistories {
    /** Every event of each case by sequence, in one read; cases that do not exist are left out. */
    Map<CaseId, List<StoredEvent>> of(Collection<CaseId> caseIds);
}
