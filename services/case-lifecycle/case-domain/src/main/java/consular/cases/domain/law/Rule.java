package consular.cases.domain.law;

/**
 * A rule of the rule sheet, with the authority it rests on. The ids are stable: events, rejections
 * and letters cite them.
 */
public enum Rule {
    APPLICATION_ENDS_IN_ISSUE_OR_REFUSAL("R-IV-01", "9 FAM 504.11-2(A)a; 22 CFR 42.81(a)"),
    DECISION_BY_END_OF_WORKING_DAY("R-IV-03", "9 FAM 504.11-2(A)a"),
    DECISION_BY_NEXT_WORKING_DAY_WHERE_ISSUED_NEXT_DAY("R-IV-04", "9 FAM 504.11-2(A)a"),
    REFUSAL_RESTS_ON_A_GROUND("R-IV-05", "9 FAM 504.11-2(A)a; 22 CFR 42.81(a)"),
    NO_221G_WHERE_212A_APPLIES("R-IV-06", "9 FAM 504.11-2(A)a"),
    GROUND_IS_SET_OUT_IN_LAW("R-IV-09", "22 CFR 40.6; INA 291"),
    DECISION_NEEDS_EXECUTION_AND_FEE("R-IV-10", "9 FAM 504.11-3(B)(1)a"),
    NO_REFUSAL_BEFORE_EXECUTION("R-IV-11", "22 CFR 42.81(b)"),
    SUBSTANTIVE_FINDING_IS_A_NEW_REFUSAL("R-IV-13", "9 FAM 504.11-3(B)(2)a"),
    STATUTORY_BASE_OF_221G("R-IV-16", "INA 221(g)"),
    DERIVATIVE_FOLLOWS_PRINCIPAL("R-FAM-02", "9 FAM 504.11-2(B)(2)"),
    NOTICE_OF_REFUSAL("R-LTR-01", "INA 212(b)(1); 22 CFR 42.81(b)"),
    CLAUSES_OF_A_221G_LETTER("R-LTR-07", "9 FAM 504.11-3(A)(1)e(1)"),
    CLAUSE_FOR_PETITIONS_ONLY("R-LTR-08", "9 FAM 504.11-3(A)(1)e(1)(c)(ii)"),
    NO_WAIVER_OF_221G("R-LTR-12", "9 FAM 504.11-4(B)"),
    WAIVER_IS_FOR_DHS("R-LTR-13", "9 FAM 504.11-4(B)"),
    ONE_FINDING_PER_REASON("R-VOC-01", "9 FAM 504.11-3(A)(1)f(1)"),
    STANDARD_NAMES_ONLY("R-VOC-02", "9 FAM 504.11-3(A)(1)f(1)"),
    PREFIX_BEFORE_A_DOCUMENT_ONLY("R-VOC-07", "9 FAM 504.11-3(A)(1)f(2)"),
    REFUSAL_GOES_TO_THE_SUPERVISOR("R-SUP-01", "9 FAM 504.11-3(A)(2)a"),
    REVIEW_IS_MANDATORY("R-SUP-02", "9 FAM 504.11-3(A)(2)a(2); 22 CFR 42.81(c)"),
    REVIEW_IS_DISCRETIONARY("R-SUP-03", "9 FAM 504.11-3(A)(2)a(2)"),
    REVIEW_WITHIN_THIRTY_DAYS("R-SUP-04", "9 FAM 504.11-3(A)(2)b"),
    REVIEW_AT_ONCE_IF_NOT_STRAIGHTFORWARD("R-SUP-06", "9 FAM 504.11-3(A)(2)b"),
    TWO_WAYS_TO_DISAGREE("R-SUP-07", "9 FAM 504.11-3(A)(2)b; 22 CFR 42.81(c)"),
    DISCUSS_BEFORE_ACTING("R-SUP-08", "9 FAM 504.11-3(A)(3)b"),
    REFUSING_OFFICER_ACTS_FIRST("R-SUP-09", "9 FAM 504.11-3(A)(3)b"),
    OFFICER_ADVISED_BEFORE_APPLICANT("R-SUP-10", "9 FAM 504.11-3(A)(2)b"),
    REVIEW_NEEDS_A_COMMISSION("R-SUP-12", "9 FAM 504.11-3(B)(1)d"),
    REVIEWER_IS_NOT_THE_ADJUDICATOR("R-SUP-13", "9 FAM 504.11-3(A)(2)a"),
    DEPARTMENT_RULINGS_BIND("R-SUP-14", "22 CFR 42.81(d)"),
    OVERCOME_BY_EVIDENCE_OR_PROCESSING("R-OVC-01", "9 FAM 504.11-4(A)a; 9 FAM 306.2-2(A)a"),
    OVERCOMING_REOPENS("R-OVC-02", "9 FAM 306.2-2(A)a(1)"),
    ONE_YEAR_TO_OVERCOME("R-OVC-04", "9 FAM 504.11-4(A)b; 22 CFR 42.81(e)"),
    NEW_APPLICATION_AFTER_A_YEAR("R-OVC-05", "9 FAM 504.11-4(C)c"),
    ENTITLEMENT_NEEDS_THE_REGISTRATION("R-OVC-06", "9 FAM 504.11-4(C)c; 22 CFR 42.83"),
    WAIVED_IS_NOT_OVERCOME("R-OVC-08", "9 FAM 504.11-4(B)"),
    EACH_FINDING_IS_CLOSED_ON_ITS_OWN("R-OVC-10", "9 FAM 504.11-4(A)"),
    NO_NEW_FEE_WITHIN_A_YEAR("R-FEE-01", "9 FAM 504.11-4(C)a; 22 CFR 42.81(e)"),
    FEE_EXCEPTION_NEEDS_A_CITATION("R-FEE-02", "9 FAM 504.11-4(C)b"),
    NEW_FEE_AFTER_A_YEAR("R-FEE-03", "9 FAM 504.11-4(C)c"),
    FEE_COVERS_PROCESSING_AND_ISSUANCE("R-FEE-04", "9 FAM 504.6-3"),
    TERMINATION_FOR_FAILING_TO_APPLY("R-TRM-01", "INA 203(g); 22 CFR 42.83(a)"),
    YEAR_RUNS_FROM_TRANSMISSION("R-TRM-02", "22 CFR 42.83(a)"),
    TERMINATION_AFTER_221G("R-TRM-03", "22 CFR 42.83(b)"),
    RETROGRESSION_STOPS_THE_YEAR("R-TRM-06", "9 FAM 504.13-2(A)(1)"),
    NOTICE_OF_TERMINATION("R-TRM-07", "22 CFR 42.83(c)"),
    REINSTATEMENT_BY_REGULATION("R-TRM-08", "22 CFR 42.83(c)"),
    REINSTATEMENT_BY_STATUTE("R-TRM-09", "INA 203(g)"),
    REINSTATEMENT_NEEDS_CAUSE_BEYOND_CONTROL("R-TRM-10", "INA 203(g); 22 CFR 42.83(c)"),
    REINSTATED("R-TRM-11", "22 CFR 42.83(d)"),
    PETITION_IS_REVOKED("R-TRM-12", "8 CFR 205.1(a)(1)"),
    WARNING_BEFORE_TERMINATION("R-TRM-13", "9 FAM 504.13-2"),
    NO_CLOCK_FOR_ADMINISTRATIVE_PROCESSING("R-TRM-14", "22 CFR 42.83(b)"),
    OPINION_NEEDS_A_221G_REFUSAL("R-AO-01", "9 FAM 504.11-3(B)(2)a"),
    FOLLOW_UP_OF_AN_OPINION("R-AO-02", "9 FAM 504.11-3(B)(2)a"),
    NO_RESOLUTION_BEFORE_THE_OPINION("R-AO-03", "9 FAM 504.11-3(B)(2)a"),
    ADVERSE_OPINION_IS_A_NEW_REFUSAL("R-AO-04", "9 FAM 504.11-3(B)(2)a"),
    REFERRAL_OPENS_AN_OPINION("R-AO-07", "9 FAM 504.11-3(A)(2)b"),
    QUASI_REFUSAL_IS_NO_GROUND("R-QR-03", "9 FAM 403.10-2(A)a"),
    REFUSAL_GOES_TO_CLASS("R-CLS-01", "9 FAM 504.11-3(A)(4)b"),
    ANNOTATE_WHAT_WAS_OVERCOME("R-ANN-01", "9 FAM 504.11-4(D)a"),
    ANNOTATE_WHAT_WAS_WAIVED("R-ANN-02", "9 FAM 504.11-4(D)b"),
    CATEGORY_OF_THE_REFUSAL_FILE("R-FIL-02", "9 FAM 504.11-3(A)(5)(2)"),
    GROUNDS_FOR_NONIMMIGRANTS("R-NIV-02", "9 FAM 403.10-2(A)a; 22 CFR 41.121(a)"),
    APPLYING_ENDS_REVALIDATION("R-REV-03", "22 CFR 41.112(d); 67 FR 10322");

    private final String id;
    private final String citation;

    Rule(String id, String citation) {
        this.id = id;
        this.citation = citation;
    }

    /** The stable id, such as {@code R-IV-03}. */
    public String id() {
        return id;
    }

    /** Where the rule is written, such as {@code 9 FAM 504.11-2(A)a}. */
    public String citation() {
        return citation;
    }

    /**
     * The rule with that id.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Rule withId(String id) {
        for (var rule : values()) {
            if (rule.id.equals(id)) {
                return rule;
            }
        }
        throw new IllegalArgumentException("there is no rule " + id);
    }
}
