package consular.cases.domain;

/** Where the registration under INA 203(g) stands. */
public enum RegistrationState {
    ACTIVE,
    /** A warning has gone out for the clock that runs. */
    WARNED,
    TERMINATED,
    /** Terminated, and the last day for reinstatement has passed. */
    FINAL,
    /** Nonimmigrant cases have no registration. */
    NONE
}
