package consular.cases.domain.registration;

/** How an applicant answers the follow-up instruction package, or takes the case up after a missed interview (9 FAM 504.13-2(A)(1)). */
public enum FollowUpAnswer {
    /** In whatever words and by whatever way, such as by asking for another appointment. */
    REPLY,
    /** By logging in to the Consular Electronic Application Center. */
    CEAC_LOG_IN
}
