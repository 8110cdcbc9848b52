package consular.cases.domain;

/** What the visa must say of an ineligibility that once stood in the way (9 FAM 504.11-4(D)). */
public enum VisaAnnotation {
    OVERCOME,
    WAIVER
}
