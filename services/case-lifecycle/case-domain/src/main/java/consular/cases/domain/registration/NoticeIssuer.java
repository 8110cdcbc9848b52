package consular.cases.domain.registration;

/** Who writes to the applicant about the registration, above all of its termination (22 CFR 42.83(c)). */
public enum NoticeIssuer {
    POST,
    NVC;

    /** The National Visa Center for failing to apply, the post after a 221(g) refusal. */
    public static NoticeIssuer of(TerminationKind kind) {
        return switch (kind) {
            case TERM_A -> NVC;
            case TERM_B -> POST;
        };
    }
}
