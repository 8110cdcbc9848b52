package consular.cases.domain.notices;

/** Who asks about a case. */
public enum Requester {
    /** A congressional office: a third party, who is told no more than {@link InquiryFacts} says. */
    CONGRESSIONAL,
    APPLICANT,
    /** The attorney of record. */
    COUNSEL
}
