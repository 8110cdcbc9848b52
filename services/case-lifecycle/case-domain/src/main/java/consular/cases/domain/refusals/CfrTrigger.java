package consular.cases.domain.refusals;

/** What gives cause for a refusal under 221(g), by the list of 22 CFR 40.201(a). */
public enum CfrTrigger {
    /** (a)(1): information that was asked for is not furnished. */
    A1,
    /** (a)(2): the application has a false or incorrect statement, short of 212(a)(6)(C). */
    A2,
    /** (a)(3): supporting documents are missing. */
    A3,
    /** (a)(4): the applicant refuses to be fingerprinted. */
    A4,
    /** (a)(5): the fee is not paid. */
    A5,
    /** (a)(6): the application for an immigrant visa is not sworn to. */
    A6,
    /** (a)(7): the application fails the law otherwise, for which the applicant is responsible. */
    A7
}
