package consular.cases.domain.refusals;

/** How far a refusal must be reviewed (9 FAM 504.11-3(A)(2)a, 504.11-3(B)(1)d). */
public enum ReviewClass {
    MANDATORY,
    DISCRETIONARY,
    CONSULTATIVE
}
