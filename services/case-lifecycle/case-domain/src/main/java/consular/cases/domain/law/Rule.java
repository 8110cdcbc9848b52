package consular.cases.domain.law;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A rule of the rule sheet, with the authority it rests on. The ids are stable: events, rejections
 * and letters cite them. What each says is in the {@linkplain consular.cases.domain.law.sheet.RuleSheet rule sheet}.
 */
public enum Rule {
    APPLICATION_ENDS_IN_ISSUE_OR_REFUSAL("R-IV-01", "9 FAM 504.11-2(A)a; 22 CFR 42.81(a)"),
    DISCONTINUED_UNDER_AN_ORDER("R-IV-02", "INA 243(d); 22 CFR 42.81(a), 42.84(b)(1); 84 FR 16612"),
    DECISION_BY_END_OF_WORKING_DAY("R-IV-03", "9 FAM 504.11-2(A)a"),
    DECISION_BY_NEXT_WORKING_DAY_WHERE_ISSUED_NEXT_DAY("R-IV-04", "9 FAM 504.11-2(A)a"),
    REFUSAL_RESTS_ON_A_GROUND("R-IV-05", "9 FAM 504.11-2(A)a; 22 CFR 42.81(a)"),
    NO_221G_WHERE_212A_APPLIES("R-IV-06", "9 FAM 504.11-2(A)a"),
    DEFERRED_CASES_ARE_REFUSED_FIRST("R-IV-07", "9 FAM 504.11-2(A)a(1)-(4)"),
    NO_INFORMAL_REFUSAL_AFTER_APPLICATION("R-IV-08", "9 FAM 504.11-2(A)b"),
    GROUND_IS_SET_OUT_IN_LAW("R-IV-09", "22 CFR 40.6; INA 291"),
    DECISION_NEEDS_EXECUTION_AND_FEE("R-IV-10", "9 FAM 504.11-3(B)(1)a"),
    NO_REFUSAL_BEFORE_EXECUTION("R-IV-11", "22 CFR 42.81(b)"),
    G221_WHERE_EVIDENCE_COULD_HELP("R-IV-12", "9 FAM 504.11-4(A)b; cable 99 STATE 95509"),
    SUBSTANTIVE_FINDING_IS_A_NEW_REFUSAL("R-IV-13", "9 FAM 504.11-3(B)(2)a"),
    CAUSES_OF_A_221G_REFUSAL("R-IV-14", "22 CFR 40.201(a)(1)-(7)"),
    REFUSAL_UNDER_221G_BARS_NOTHING("R-IV-15", "22 CFR 40.201(b)"),
    STATUTORY_BASE_OF_221G("R-IV-16", "INA 221(g)"),
    TWO_YEARS_ABROAD_FIRST("R-IV-17", "INA 212(e); 9 FAM 302.13-2(A)"),
    PARAGRAPHS_OF_212A("R-IV-18", "INA 212(a); 9 FAM 301.4-1b"),

    FAMILY_MAY_WAIT("R-FAM-01", "9 FAM 504.11-2(B)(1)"),
    DERIVATIVE_FOLLOWS_PRINCIPAL("R-FAM-02", "9 FAM 504.11-2(B)(2)"),
    FAMILY_WAITS_FOR_TUBERCULOSIS_TESTS("R-FAM-03", "9 FAM 504.11-2(B)(3)"),
    FAMILY_IS_RELEASED_TOGETHER("R-FAM-04", "9 FAM 504.11-4(A)a"),
    FAMILY_MAY_STOP_WAITING("R-FAM-05", "9 FAM 504.11-2(B)(1)"),
    INFORMAL_LOOK_AT_FAMILY_GUARANTEES_NOTHING("R-FAM-06", "22 CFR 42.68"),

    NOTICE_OF_REFUSAL("R-LTR-01", "INA 212(b)(1); 22 CFR 42.81(b)"),
    NOTICE_GOES_TO_COUNSEL_TOO("R-LTR-02", "9 FAM 504.11-3(A)(1)b"),
    DEPARTMENT_ALONE_WAIVES_NOTICE("R-LTR-03", "INA 212(b)(2); 9 FAM 504.11-3(A)(1)c"),
    NOTICE_UNLESS_INSTRUCTED("R-LTR-04", "INA 212(b)(3); 9 FAM 504.11-3(A)(1)c(1)-(3)"),
    LIMITED_CITATION("R-LTR-05", "9 FAM 504.11-3(A)(1)c(2)"),
    LETTER_OF_INELIGIBILITY("R-LTR-06", "9 FAM 504.11-3(A)(1)d(1)"),
    CLAUSES_OF_A_221G_LETTER("R-LTR-07", "9 FAM 504.11-3(A)(1)e(1)"),
    CLAUSE_FOR_PETITIONS_ONLY("R-LTR-08", "9 FAM 504.11-3(A)(1)e(1)(c)(ii)"),
    OWN_WORDING_MEETS_THE_CRITERIA("R-LTR-09", "9 FAM 504.11-3(A)(1)d(2), e(2)"),
    ORAL_AND_WRITTEN_NOTICE("R-LTR-10", "9 FAM 504.11-3(A)(1)a"),
    NONIMMIGRANT_IS_TOLD_THE_GROUND("R-LTR-11", "22 CFR 41.121(b)(1)"),
    NO_WAIVER_OF_221G("R-LTR-12", "9 FAM 504.11-4(B)"),
    WAIVER_IS_FOR_DHS("R-LTR-13", "9 FAM 504.11-4(B)"),

    ONE_FINDING_PER_REASON("R-VOC-01", "9 FAM 504.11-3(A)(1)f(1)"),
    STANDARD_NAMES_ONLY("R-VOC-02", "9 FAM 504.11-3(A)(1)f(1)"),
    NO_LOCAL_NAMES("R-VOC-03", "9 FAM 504.11-3(A)(1)f(1)"),
    PREFIX_FOR_AN_ORIGINAL("R-VOC-04", "9 FAM 504.11-3(A)(1)f(2)"),
    PREFIX_FOR_THE_PETITIONER("R-VOC-05", "9 FAM 504.11-3(A)(1)f(2)"),
    PREFIXES_STAND_TOGETHER("R-VOC-06", "9 FAM 504.11-3(A)(1)f(2)"),
    PREFIX_BEFORE_A_DOCUMENT_ONLY("R-VOC-07", "9 FAM 504.11-3(A)(1)f(2)"),
    OR_BETWEEN_REASONS_IS_NO_PREFIX("R-VOC-08", "9 FAM 504.11-3(A)(1)f"),

    REFUSAL_GOES_TO_THE_SUPERVISOR("R-SUP-01", "9 FAM 504.11-3(A)(2)a"),
    REVIEW_IS_MANDATORY("R-SUP-02", "9 FAM 504.11-3(A)(2)a(2); 22 CFR 42.81(c)"),
    REVIEW_IS_DISCRETIONARY("R-SUP-03", "9 FAM 504.11-3(A)(2)a(2)"),
    REVIEW_WITHIN_THIRTY_DAYS("R-SUP-04", "9 FAM 504.11-3(A)(2)b"),
    THIRTY_DAYS_ARE_OF_THE_MANUAL("R-SUP-05", "9 FAM 504.11-3(A)(2)b; 22 CFR 42.81(c)"),
    REVIEW_AT_ONCE_IF_NOT_STRAIGHTFORWARD("R-SUP-06", "9 FAM 504.11-3(A)(2)b"),
    TWO_WAYS_TO_DISAGREE("R-SUP-07", "9 FAM 504.11-3(A)(2)b; 22 CFR 42.81(c)"),
    DISCUSS_BEFORE_ACTING("R-SUP-08", "9 FAM 504.11-3(A)(3)b"),
    REFUSING_OFFICER_ACTS_FIRST("R-SUP-09", "9 FAM 504.11-3(A)(3)b"),
    OFFICER_ADVISED_BEFORE_APPLICANT("R-SUP-10", "9 FAM 504.11-3(A)(2)b"),
    REVIEWS_ARE_RECORDED_APART("R-SUP-11", "9 FAM 504.11-3(A)(2)a(2); 9 FAM 504.11-3(B)(1)d"),
    REVIEW_NEEDS_A_COMMISSION("R-SUP-12", "9 FAM 504.11-3(B)(1)d"),
    REVIEWER_IS_NOT_THE_ADJUDICATOR("R-SUP-13", "9 FAM 504.11-3(A)(2)a"),
    DEPARTMENT_RULINGS_BIND("R-SUP-14", "22 CFR 42.81(d)"),
    LATE_REVIEW_COUNTS("R-SUP-15", "9 FAM 504.11-3(A)(2)b"),

    OVERCOME_BY_EVIDENCE_OR_PROCESSING("R-OVC-01", "9 FAM 504.11-4(A)a; 9 FAM 306.2-2(A)a"),
    OVERCOMING_REOPENS("R-OVC-02", "9 FAM 306.2-2(A)a(1)"),
    PUBLIC_CHARGE_MAY_BE_OVERCOME("R-OVC-03", "9 FAM 504.11-4(A)b"),
    ONE_YEAR_TO_OVERCOME("R-OVC-04", "9 FAM 504.11-4(A)b; 22 CFR 42.81(e)"),
    NEW_APPLICATION_AFTER_A_YEAR("R-OVC-05", "9 FAM 504.11-4(C)c"),
    ENTITLEMENT_NEEDS_THE_REGISTRATION("R-OVC-06", "9 FAM 504.11-4(C)c; 22 CFR 42.43, 42.83"),
    EVERY_OPPORTUNITY_TO_SHOW_ELIGIBILITY("R-OVC-07", "9 FAM 306.2-1; 22 CFR 40.6"),
    WAIVED_IS_NOT_OVERCOME("R-OVC-08", "9 FAM 504.11-4(B)"),
    TIMELY_EVIDENCE_IS_RECONSIDERED(
            "R-OVC-09", "Rivas v. Napolitano (9th Cir.), as law firms report it" + Secondary.SOURCE),
    EACH_FINDING_IS_CLOSED_ON_ITS_OWN("R-OVC-10", "9 FAM 504.11-4(A)"),

    NO_NEW_FEE_WITHIN_A_YEAR("R-FEE-01", "9 FAM 504.11-4(C)a; 22 CFR 42.81(e)"),
    FEE_EXCEPTION_NEEDS_A_CITATION("R-FEE-02", "9 FAM 504.11-4(C)b"),
    NEW_FEE_AFTER_A_YEAR("R-FEE-03", "9 FAM 504.11-4(C)c"),
    FEE_COVERS_PROCESSING_AND_ISSUANCE("R-FEE-04", "9 FAM 504.6-3"),
    REFUND_ONLY_FOR_GOVERNMENT_ACTION("R-FEE-05", "22 CFR 42.71(b)(1)"),
    NO_NEW_FEE_AFTER_A_SANCTION("R-FEE-06", "22 CFR 41.123, 42.84"),
    APPLY_ANEW_AFTER_214B("R-FEE-07", Secondary.POSTS),
    AMOUNTS_OF_FEES_CHANGE("R-FEE-08", Secondary.REPLY),

    DOCUMENTS_OF_THE_REFUSAL_STAY("R-DOC-01", "22 CFR 42.81(b)"),
    DOCUMENTS_KEPT_FOR_A_YEAR_WITH_CONSENT("R-DOC-02", "22 CFR 42.81(b)"),
    DOCUMENTS_STAY_WHILE_AN_OPINION_IS_AWAITED("R-DOC-03", "9 FAM 504.11-3(B)(2)a"),
    REQUEST_IS_FILED_WITH_THE_DOCUMENTS("R-DOC-04", "9 FAM 504.11-3(B)(2)a"),

    TERMINATION_FOR_FAILING_TO_APPLY("R-TRM-01", "INA 203(g); 22 CFR 42.83(a)"),
    YEAR_RUNS_FROM_TRANSMISSION("R-TRM-02", "22 CFR 42.83(a)"),
    TERMINATION_AFTER_221G("R-TRM-03", "22 CFR 42.83(b)"),
    ONLY_221G_STARTS_THE_YEAR("R-TRM-04", "22 CFR 42.83(b)"),
    YEAR_TO_ACT("R-TRM-05", "9 FAM 504.13-2(A)(1); 22 CFR 42.83(a), (c)"),
    RETROGRESSION_STOPS_THE_YEAR("R-TRM-06", "9 FAM 504.13-2(A)(1)"),
    NOTICE_OF_TERMINATION("R-TRM-07", "22 CFR 42.83(c)"),
    REINSTATEMENT_BY_REGULATION("R-TRM-08", "22 CFR 42.83(c)"),
    REINSTATEMENT_BY_STATUTE("R-TRM-09", "INA 203(g)"),
    REINSTATEMENT_NEEDS_CAUSE_BEYOND_CONTROL("R-TRM-10", "INA 203(g); 22 CFR 42.83(c)"),
    REINSTATED("R-TRM-11", "22 CFR 42.83(d)"),
    PETITION_IS_REVOKED("R-TRM-12", "8 CFR 205.1(a)(1)"),
    WARNING_BEFORE_TERMINATION("R-TRM-13", "CLINIC, on the termination of approved petitions" + Secondary.SOURCE),
    NO_CLOCK_FOR_ADMINISTRATIVE_PROCESSING("R-TRM-14", Secondary.POSTS),
    TERMINATION_IS_UNDER_203G("R-TRM-15", "INA 203(g)"),
    YEAR_RUNS_FROM_THE_REFUSAL("R-TRM-16", "22 CFR 42.83(b)"),
    PETITION_SUSPENDED_OR_RETURNED("R-TRM-17", "22 CFR 42.43"),
    SECOND_YEAR_IS_NEVER_CHAINED("R-TRM-18", "22 CFR 42.83(c)"),

    OPINION_NEEDS_A_221G_REFUSAL("R-AO-01", "9 FAM 504.11-3(B)(2)a"),
    FOLLOW_UP_OF_AN_OPINION("R-AO-02", "9 FAM 504.11-3(B)(2)a"),
    NO_RESOLUTION_BEFORE_THE_OPINION("R-AO-03", "9 FAM 504.11-3(B)(2)a"),
    ADVERSE_OPINION_IS_A_NEW_REFUSAL("R-AO-04", "9 FAM 504.11-3(B)(2)a"),
    MEDICAL_DEFERRAL_NEEDS_A_REFUSAL("R-AO-05", "9 FAM 504.11-3(B)(2)a"),
    OTHER_DEFERRALS_NEED_A_REFUSAL("R-AO-06", "9 FAM 504.11-3(B)(2)a"),
    REFERRAL_OPENS_AN_OPINION("R-AO-07", "9 FAM 504.11-3(A)(2)b"),
    CLASSIFIED_FACTS_GO_TO_THE_DEPARTMENT("R-AO-08", "9 FAM 504.11-3(B)(2)b; 9 FAM 701.5-2(B)"),
    PROCESS_OF_AN_OPINION("R-AO-09", "9 FAM 304.3"),
    INQUIRIES_AFTER_180_DAYS("R-AO-10", Secondary.POSTS),

    APPARENT_INELIGIBILITY_IS_EXPLAINED("R-QR-01", "9 FAM 504.11-3(B)(1)b"),
    QUASI_REFUSAL_IS_NOT_REPORTED("R-QR-02", "9 FAM 504.11-3(B)(1)c"),
    QUASI_REFUSAL_IS_NO_GROUND("R-QR-03", "9 FAM 403.10-2(A)a"),
    HARD_ENTRY_NEEDS_A_FORMAL_REFUSAL("R-QR-04", "9 FAM 403.10-2(A)b"),
    NONIMMIGRANT_IS_TOLD_OF_THE_PROVISION("R-QR-05", "22 CFR 41.121(b)(2)"),

    REFUSAL_GOES_TO_CLASS("R-CLS-01", "9 FAM 504.11-3(A)(4)b"),
    DELETION_KEEPS_THE_ANNOTATION("R-CLS-02", "9 FAM 504.11-4(D)a"),

    ANNOTATE_WHAT_WAS_OVERCOME("R-ANN-01", "9 FAM 504.11-4(D)a"),
    ANNOTATE_WHAT_WAS_WAIVED("R-ANN-02", "9 FAM 504.11-4(D)b"),
    NO_ANNOTATION_FOR_221G("R-ANN-03", "9 FAM 504.11-4(D)a"),

    REFUSAL_FILE("R-FIL-01", "9 FAM 504.11-3(A)(5)"),
    CATEGORY_OF_THE_REFUSAL_FILE("R-FIL-02", "9 FAM 504.11-3(A)(5)(2)"),
    ONE_FILE_ONE_CATEGORY("R-FIL-03", "9 FAM 504.11-3(A)(5)(2)"),

    REPORT_28("R-RPT-01", "9 FAM 504.11-3(A)(4)e; 9 FAM 504.3-2"),
    FINDINGS_ARE_COUNTED_NOT_PERSONS(
            "R-RPT-02", "Press and CLINIC on the tables of the Visa Office" + Secondary.SOURCE),
    ADJUSTED_REFUSAL_RATE(
            "R-RPT-03", "Private pages on the adjusted refusal rate of the Department" + Secondary.SOURCE),

    NIV_ENDS_IN_ISSUE_OR_REFUSAL("R-NIV-01", "9 FAM 403.10-2(A)a; 22 CFR 41.121(a)"),
    GROUNDS_FOR_NONIMMIGRANTS("R-NIV-02", "9 FAM 403.10-2(A)a; 22 CFR 41.121(a)"),
    PRESUMED_AN_IMMIGRANT("R-NIV-03", "INA 214(b)"),
    REPLY_SAYS_WHAT_HAPPENED("R-NIV-04", Secondary.REPLY),
    NIV_REFUSAL_IS_REVIEWED("R-NIV-05", "22 CFR 41.121(c); 71 FR 37494"),
    NONIMMIGRANT_REVIEW_WITHOUT_DELAY("R-NIV-06", "22 CFR 41.121(c)"),
    REVIEWER_IS_IN_THE_CHAIN("R-NIV-07", "9 FAM 403.12-2a"),
    SHARE_OF_NONIMMIGRANT_CASES_REVIEWED("R-NIV-08", "9 FAM 403.12-1c"),
    NONIMMIGRANT_REVIEWER_MAY_READJUDICATE("R-NIV-09", "22 CFR 41.121(c)"),
    NIV_DOCUMENTS_WITHIN_A_YEAR("R-NIV-10", Secondary.POSTS),
    OVERSTAYER_APPLIES_AT_HOME("R-NIV-11", "INA 222(g); 22 CFR 41.101(b)"),
    VISA_RECORDS_ARE_CONFIDENTIAL("R-NIV-12", "INA 222(f); 8 USC 1202(f)"),
    ORIGINALS_STAY_WITH_THE_REFUSAL("R-NIV-13", "22 CFR 41.121(b)(1)"),

    FIVE_POSTS_ON_THE_BORDER("R-TCN-01", Border.GUIDANCE + "posts"),
    RENEWAL_IN_THE_SAME_CATEGORY("R-TCN-02", Border.GUIDANCE + "eligibility"),
    CLASSES_SOUGHT_ANEW_IN_MEXICO("R-TCN-03", Border.GUIDANCE + "eligibility"),
    CLASSES_NOT_ISSUED_IN_MEXICO("R-TCN-04", Border.GUIDANCE + "ineligibility"),
    NO_CREW_VISAS_AT_NUEVO_LAREDO("R-TCN-05", Border.GUIDANCE + "posts"),
    NEVER_OUT_OF_STATUS("R-TCN-06", Border.GUIDANCE + "ineligibility"),
    VISITOR_VISAS_FOR_RESIDENTS_ONLY("R-TCN-07", Border.GUIDANCE + "ineligibility"),
    LOST_OR_STOLEN_ON_THE_WAY_HOME("R-TCN-08", Border.GUIDANCE + "exceptions"),
    CHANGE_OF_STATUS_BARS("R-TCN-09", Border.GUIDANCE + "ineligibility"),
    REENTRY_IN_THE_CATEGORY_OF_ENTRY("R-TCN-10", Border.GUIDANCE + "ineligibility"),
    NOT_AFTER_VISA_WAIVER("R-TCN-11", Border.GUIDANCE + "ineligibility"),
    VISA_FROM_THE_COUNTRY_OF_RESIDENCE("R-TCN-12", Border.GUIDANCE + "ineligibility"),
    NOT_UNDER_SPECIAL_REGISTRATION("R-TCN-13", Border.GUIDANCE + "ineligibility"),
    NATIONALITIES_NOT_ACCEPTED("R-TCN-14", Border.GUIDANCE + "ineligibility"),
    THREE_DAYS_IN_MEXICO("R-TCN-15", Border.GUIDANCE + "procedure"),
    COUNSEL_BEFORE_A_CHANGE_TO_H1("R-TCN-16", Border.GUIDANCE + "advice"),

    EXPIRED_VISA_DEEMED_EXTENDED("R-REV-01", "22 CFR 41.112(d)(1)"),
    SHORT_ABSENCE_IN_CONTIGUOUS_TERRITORY("R-REV-02", "22 CFR 41.112(d)(2); cable 02 STATE 50158"),
    APPLYING_ENDS_REVALIDATION("R-REV-03", "22 CFR 41.112(d); 67 FR 10322"),
    NO_REVALIDATION_FOR_STATE_SPONSORS("R-REV-04", "22 CFR 41.112(d); 67 FR 10322");

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

    /** Held apart, since the constants need it before any static field of the enum is there. */
    private static final class Border {
        /** The only source for the border posts: a private page, kept as what posts then practised. */
        private static final String GUIDANCE = "Visas in Mexico for third-country nationals, guidance of about 2009: ";
    }

    /** What stands where no text of law was at hand. Held apart, as the constants need it first. */
    private static final class Secondary {
        private static final String SOURCE = " (secondary source)";
        /** Older pages of embassies and of those who take their appointments. */
        private static final String POSTS = "Information pages of posts on refusals" + SOURCE;
        /** A private page with the reply to a congressional inquiry on a refusal under 214(b). */
        private static final String REPLY = "A post's reply to a congressional inquiry, as published" + SOURCE;
    }

    /** Each event of a log that is read names some of them. Held apart, since there are constants to keep only then. */
    private static final class ById {
        private static final Map<String, Rule> RULES =
                Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Rule::id, Function.identity()));
    }

    /** The rule with that id; empty when there is none. */
    public static Optional<Rule> find(String id) {
        return Optional.ofNullable(ById.RULES.get(id));
    }

    /**
     * The rule with that id.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Rule withId(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("there is no rule " + id));
    }
}
