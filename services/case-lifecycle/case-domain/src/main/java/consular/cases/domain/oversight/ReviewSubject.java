package consular.cases.domain.oversight;

/** What a supervisor need not review, and a policy may select. */
public enum ReviewSubject {
    /** A refusal under 221(g) that is the officer's own decision. */
    REFUSAL_UNDER_221G,
    /** Another refusal whose review is at discretion: evidence can overcome it. */
    OTHER_REFUSAL,
    ISSUANCE
}
