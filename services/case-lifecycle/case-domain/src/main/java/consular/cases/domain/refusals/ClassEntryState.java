package consular.cases.domain.refusals;

/** Whether a refusal, or the lookout of a quasi-refusal, has its entry in CLASS, the lookout system. */
public enum ClassEntryState {
    /**
     * The refusal does not rest on INA 212(a), or no lookout was decided on; or the person was erased before CLASS acknowledged it, as an
     * entry that names nobody is of no use there.
     */
    NONE,
    QUEUED,
    /** The endpoint of CLASS has acknowledged it. */
    SENT
}
