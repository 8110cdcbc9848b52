package consular.cases.domain.refusals;

/** Where the review of a refusal stands. */
public enum ReviewState {
    NOT_REQUIRED,
    DUE,
    OVERDUE,
    IN_DISCUSSION,
    CONCURRED,
    REFERRED,
    REVERSED,
    RESOLVED_BY_ADJUDICATOR,
    CONSULTED;

    /** Whether an outcome has been recorded, after which there is no other. */
    public boolean isClosed() {
        return switch (this) {
            case NOT_REQUIRED, DUE, OVERDUE, IN_DISCUSSION -> false;
            case CONCURRED, REFERRED, REVERSED, RESOLVED_BY_ADJUDICATOR, CONSULTED -> true;
        };
    }

    /** Whether somebody is expected to act. */
    public boolean isOpen() {
        return switch (this) {
            case DUE, OVERDUE, IN_DISCUSSION -> true;
            case NOT_REQUIRED, CONCURRED, REFERRED, REVERSED, RESOLVED_BY_ADJUDICATOR, CONSULTED -> false;
        };
    }
}
