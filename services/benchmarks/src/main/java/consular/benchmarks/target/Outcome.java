package consular.benchmarks.target;

import consular.cases.domain.RecordedEvent;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.refusals.FindingId;
import java.util.List;

/** What came of an order. */
public sealed interface Outcome {
    /**
     * Events were appended.
     *
     * @param events how many
     * @param findings the findings that were entered, in their order; not those by which others of the family wait, on which nobody acts
     * @param record the events themselves; empty from a service that answers over HTTP
     */
    record Accepted(CaseId caseId, long version, int events, List<FindingId> findings, List<RecordedEvent> record)
            implements Outcome {
        public Accepted {
            findings = List.copyOf(findings);
            record = List.copyOf(record);
        }
    }

    /** Nothing was appended, for the reason of that code. */
    record Rejected(String code) implements Outcome {}
}
