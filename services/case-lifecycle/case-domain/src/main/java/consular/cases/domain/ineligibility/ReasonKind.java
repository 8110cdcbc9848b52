package consular.cases.domain.ineligibility;

/** What clears a 221(g) reason, and so which of the legal clocks run on it. */
public enum ReasonKind {
    /** A document is missing; only this kind takes the prefixes "Or" and "pet" (R-VOC-07). */
    DOCUMENT,
    /** The applicant must do something: be examined, appear, take the oath. */
    APPLICANT_ACTION,
    /** The government must do something; the applicant has nothing to present. */
    ADMIN_PROCESSING,
    /** The words of the reason leave it open; the officer must state which of the others it is. */
    OFFICER_STATES
}
