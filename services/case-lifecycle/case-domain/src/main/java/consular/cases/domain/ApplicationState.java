package consular.cases.domain;

/** Where an applicant's application stands. After execution there is no pending state. */
public enum ApplicationState {
    REGISTERED,
    UNDECIDED,
    REFUSED,
    REOPENED,
    ISSUED;

    /** Whether a decision is due. */
    public boolean awaitsDecision() {
        return switch (this) {
            case UNDECIDED, REOPENED -> true;
            case REGISTERED, REFUSED, ISSUED -> false;
        };
    }
}
