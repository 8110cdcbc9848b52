package consular.cases.domain.notices;

/** How much of a refusal the applicant is told. Only the Department allows less than everything (R-LTR-03, R-LTR-04). */
public enum NoticeExtent {
    /** The provision, and on what facts. */
    FULL,
    /** A ground of INA 212(a) is given as "212(a)" alone (9 FAM 504.11-3(A)(1)c(2); R-LTR-05). */
    LIMITED_CITATION,
    /** No notice. */
    SUPPRESSED
}
