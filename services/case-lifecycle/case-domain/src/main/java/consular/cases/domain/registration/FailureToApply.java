package consular.cases.domain.registration;

/** In what way an applicant fails to apply within the year (9 FAM 504.13-2(A)(1)). */
public enum FailureToApply {
    /** No application within a year of the notice that a visa is available. */
    NO_APPLICATION,
    /** Neither an application nor any other action within a year of an interview that the applicant missed. */
    MISSED_INTERVIEW,
    /** Neither an answer to the follow-up instruction package nor a log-in to CEAC within a year of it. */
    NO_FOLLOW_UP
}
