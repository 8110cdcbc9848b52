package consular.cases.domain.opinions;

/** Who asked: the adjudicating officer, or a reviewer who disagreed. */
public enum OpinionOrigin {
    OFFICER,
    REVIEW
}
