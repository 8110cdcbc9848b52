package consular.cases.domain.inquiries;

/** Where an application stands, as far as a reply tells. */
public enum Standing {
    /** Neither granted nor ended. */
    OPEN,
    ISSUED,
    LAPSED,
    WITHDRAWN
}
