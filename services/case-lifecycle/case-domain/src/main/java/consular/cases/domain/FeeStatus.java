package consular.cases.domain;

/** Whether the fee paid still serves (9 FAM 504.11-4(C)). */
public enum FeeStatus {
    /** Paid, and no fee window runs: nothing stands refused, or under 214(b) alone. */
    PAID,
    /** Refused; evidence within the year would avoid a new fee. */
    OPEN,
    /** Evidence came within the year. */
    COVERED,
    /** The year passed without, or the fee was refunded; a new application and fee are needed before issuance. */
    LAPSED
}
