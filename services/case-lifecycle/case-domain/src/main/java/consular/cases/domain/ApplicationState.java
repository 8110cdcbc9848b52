package consular.cases.domain;

/** Where an applicant's application stands. After execution there is no pending state. */
public enum ApplicationState {
    REGISTERED,
    UNDECIDED,
    REFUSED,
    REOPENED,
    ISSUED,
    /** An order under INA 243(d) stands in the way of granting (22 CFR 42.84); lifted, it is open again. */
    DISCONTINUED,
    /** A nonimmigrant's, refused under 221(g), for which nothing was filed in a year. */
    LAPSED,
    WITHDRAWN;

    /** Whether a decision is due. */
    public boolean awaitsDecision() {
        return switch (this) {
            case UNDECIDED, REOPENED -> true;
            case REGISTERED, REFUSED, ISSUED, DISCONTINUED, LAPSED, WITHDRAWN -> false;
        };
    }
}
