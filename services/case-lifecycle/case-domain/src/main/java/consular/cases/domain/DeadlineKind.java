package consular.cases.domain;

/** The clocks of a case. When two fire on the same day they fire in this order. */
public enum DeadlineKind {
    DECISION,
    REVIEW,
    NOTICE,
    DOCUMENT_RETURN,
    FEE_WINDOW,
    AO_FOLLOW_UP,
    MEDICAL_DEFERRAL,
    TERM_WARNING,
    TERM_A,
    TERM_B,
    REINSTATEMENT,
    NIV_LAPSE
}
