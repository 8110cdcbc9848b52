package consular.cases.projections.terminations;

/** Where a registration with a 203(g) clock stands. */
public enum RegistrationState {
    ACTIVE,
    /** The warning has gone out for the clock that runs. */
    WARNED,
    TERMINATED,
    /** Terminated, and the last day for reinstatement has passed. */
    FINAL
}
