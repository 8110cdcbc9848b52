package consular.cases.application;

import consular.cases.domain.people.CaseId;
import java.util.List;

/** Reads the record of a case from the log, so what it answers is never stale. */
public interface CaseHistory {
    /** Every event of a case by sequence; empty when there is no such case. Positions are given. */
    List<StoredEvent> of(CaseId caseId);
}
