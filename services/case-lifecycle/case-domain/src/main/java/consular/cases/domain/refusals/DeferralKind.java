package consular.cases.domain.refusals;

/** For what a decision is deferred, other than medical tests and an advisory opinion. */
public enum DeferralKind {
    /** Additional evidence. */
    EVIDENCE,
    CLEARANCE,
    NAME_CHECK,
    OTHER
}
