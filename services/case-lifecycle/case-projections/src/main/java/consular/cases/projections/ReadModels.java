package consular.cases.projections;

import consular.cases.domain.people.CaseId;

/** Reads the read models. They trail the log by a moment; {@link #awaitCase} bridges it. */
public interface ReadModels {
    /**
     * Waits until every read model has seen a case at a version, for two seconds at most and without holding a database
     * connection meanwhile.
     *
     * @param version the number of events of the case that must have been seen
     * @return whether they have; false after the two seconds, also when there is no such case
     * @throws CaseHeldBack at once when they cannot, because an event of the case is a dead letter
     */
    boolean awaitCase(CaseId caseId, long version);

    /**
     * One page of a read model. Its items are the records of the model's package: {@code FeeWindow},
     * {@code RegistrationTermination}, {@code RefusalReview}, {@code DecisionDue}, {@code RequestedOpinion},
     * {@code NoticeDue}, {@code RefusalInClass}, {@code Report28}, {@code ReviewStatistics}.
     *
     * @throws BadFilter when a filter is unknown to this read model or has no meaning
     * @throws BadCursor when {@code after} was not made by a page of this read model
     */
    Page page(ReadModelName name, ReadModelQuery query);
}
