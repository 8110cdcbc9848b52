package consular.cases.domain.inquiries;

/** Where an application stands, as far as a reply tells. */
public enum Standing {
    /** Neither granted nor ended. */
    OPEN,
    ISSUED,
    /** The grant is discontinued while an order under INA 243(d) stands. */
    DISCONTINUED,
    LAPSED,
    WITHDRAWN
}
