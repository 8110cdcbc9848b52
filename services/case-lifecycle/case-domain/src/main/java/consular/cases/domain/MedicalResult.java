package consular.cases.domain;

/** What the tests for which an applicant was deferred have shown. */
public enum MedicalResult {
    /** Nothing that bars the applicant; it counts as evidence. */
    CLEARED,
    /** The condition is confirmed; the officer has yet to refuse on it. */
    POSITIVE
}
