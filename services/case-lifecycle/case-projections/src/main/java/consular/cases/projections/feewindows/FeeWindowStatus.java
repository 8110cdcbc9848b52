package consular.cases.projections.feewindows;

/** Where the fee window of one finding stands. */
public enum FeeWindowStatus {
    /** Evidence would still avoid a new fee, and none is in. */
    OPEN,
    /**
     * Evidence is in by the last day, or the finding was closed while the fee served; or its end no longer matters, since
     * the finding was reversed or a new application and fee took its place.
     */
    COVERED,
    /** The last day has passed without. */
    LAPSED
}
