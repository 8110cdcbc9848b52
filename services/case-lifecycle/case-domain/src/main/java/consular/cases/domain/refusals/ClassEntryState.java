package consular.cases.domain.refusals;

/** Whether a refusal, or the lookout of a quasi-refusal, has its entry in CLASS, the lookout system. */
public enum ClassEntryState {
    /**
     * The refusal does not rest on INA 212(a), or no lookout was decided on; or the person was erased before it was sent, as CLASS can do
     * nothing with an entry that names nobody.
     */
    NONE,
    QUEUED,
    /** The endpoint of CLASS has acknowledged it. */
    SENT
}
