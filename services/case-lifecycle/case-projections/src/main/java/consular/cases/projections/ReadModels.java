package consular.cases.projections;

import consular.cases.domain.people.CaseId;

/** The rows that are made from the log. They follow it, so they may be behind. */
public interface ReadModels {
    /**
     * Waits up to two seconds until everything up to that version of a case is reflected.
     *
     * @return false when it is not yet
     */
    boolean awaitCase(CaseId caseId, long version);

    /**
     * One page of a read model.
     *
     * @throws BadFilter when a filter's value can't be meant
     * @throws BadCursor when {@code after} is none that was given out
     */
    Page page(ReadModelName name, ReadModelQuery query);
}
