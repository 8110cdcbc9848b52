package consular.cases.domain.notices;

/** Who asks about a case. */
public enum Requester {
    /** A congressional office: a third party. */
    CONGRESSIONAL,
    APPLICANT,
    /** The attorney of record, or one who says so. */
    COUNSEL
}
