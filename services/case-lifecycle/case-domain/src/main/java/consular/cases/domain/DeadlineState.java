package consular.cases.domain;

/** Where a clock stands. */
public enum DeadlineState {
    RUNNING,
    /** What it asked for was done. */
    MET,
    /** It ended without having been met or missed. */
    STOPPED,
    /** The last day went by; the case says so. */
    PASSED,
    /**
     * It waits: it was past already when a late entry set it going, until the next command of a person
     * on the case; or an advisory opinion is awaited; or a medical deferral outlasts it.
     */
    SUSPENDED
}
