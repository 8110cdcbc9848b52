package consular.cases.domain.screening;

/** What a screening comes to. It is advice: the officer decides. */
public enum Outcome {
    ELIGIBLE,
    INELIGIBLE,
    INELIGIBLE_UNLESS_POST_ACCEPTS
}
