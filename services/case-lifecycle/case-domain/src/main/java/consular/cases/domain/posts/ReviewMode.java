package consular.cases.domain.posts;

/** How refusals at a post are reviewed (9 FAM 504.11-3(B)(1)d). */
public enum ReviewMode {
    /** A supervisor confirms or disagrees. */
    STANDARD,
    /** A Regional Consular Officer is consulted; there is no formal review. */
    CONSULTATIVE
}
