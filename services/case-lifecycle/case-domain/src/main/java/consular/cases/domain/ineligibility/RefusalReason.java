package consular.cases.domain.ineligibility;

import static consular.cases.domain.ineligibility.ReasonKind.ADMIN_PROCESSING;
import static consular.cases.domain.ineligibility.ReasonKind.APPLICANT_ACTION;
import static consular.cases.domain.ineligibility.ReasonKind.DOCUMENT;
import static consular.cases.domain.ineligibility.ReasonKind.OFFICER_STATES;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The closed list of reasons for a refusal under INA 221(g), by standard name and abbreviation (9 FAM 504.11-3(A)(1)f;
 * R-VOC-02). The order is that of the list, V01 to V31.
 */
public enum RefusalReason {
    /** V01. */
    ADOPTION_DOCUMENTS("Adoption Documents", "Adopt", DOCUMENT),
    /** V02. */
    BIRTH_CERTIFICATE("Birth Certificate", "BC", DOCUMENT),
    /** V03. */
    IDENTIFICATION_CARD("Identification Card", "ID card", DOCUMENT),
    /** V04. */
    ADDITIONAL_PROOF_OF_IDENTITY("Additional proof of identity", "Proof ID", DOCUMENT),
    /** V05. */
    PASSPORT("Passport", "PPT", DOCUMENT),
    /** V06. */
    MARRIAGE_CERTIFICATE("Marriage Certificate", "MC", DOCUMENT),
    /** V07. */
    DIVORCE_CERTIFICATE("Divorce Certificate", "Divorce", DOCUMENT),
    /** V08. */
    DEATH_CERTIFICATE("Death Certificate (for prior spouse)", "Death cert", DOCUMENT),
    /** V09. */
    POLICE_CERTIFICATE("Police Certificate", "PC", DOCUMENT),
    /** V10. */
    MILITARY_RECORD("Military record", "Mil", DOCUMENT),
    /** V11. */
    PROOF_OF_RELATIONSHIP("Proof of Relationship", "Proof REL", DOCUMENT),
    /** V12. */
    CERTIFIED_NOT_MARRIED("Certified Not Married", "Not Married", DOCUMENT),
    /** V13. */
    COURT_OR_LEGAL_DOCUMENTS("Court or Legal Documents", "Court doc", DOCUMENT),
    /** V14; its name begins like the prefix "petitioner", which the parser must not take from it. */
    PETITIONER_PROOF_OF_LIFE("Petitioner Proof of Life", "Proof of life", DOCUMENT),
    /** V15. */
    EMPLOYMENT_QUALIFICATIONS("Employment Qualifications", "Emp Qual", DOCUMENT),
    /** V16. */
    EMPLOYMENT_OFFER("Employment Offer", "Emp Off", DOCUMENT),
    /** V17. */
    DS_260("DS-260", null, DOCUMENT),
    /** V18. */
    AFFIDAVIT_OF_SUPPORT("Affidavit of Support", "AOS", DOCUMENT),
    /** V19. */
    INCOME_EVIDENCE("Income evidence", "Income", DOCUMENT),
    /** V20. */
    TAX_RECORDS("Tax records", "Tax", DOCUMENT),
    /** V21. */
    DOMICILE_PROOF("Domicile proof", "Domicile", DOCUMENT),
    /** V22. */
    MEDICAL_EXAM("Medical exam", "Med", APPLICANT_ACTION),
    /** V23. */
    DNA_TESTING("DNA Testing", "DNA", APPLICANT_ACTION),
    /** V24. */
    OATH("Oath", null, APPLICANT_ACTION),
    /** V25. */
    FINGERPRINTS("Fingerprints", "FP", APPLICANT_ACTION),
    /** V26. */
    AMERICAN_CITIZENSHIP("American Citizenship", "ACS", ADMIN_PROCESSING),
    /** V27. */
    FRAUD_PREVENTION_UNIT("Fraud Prevention Unit", "FPU", ADMIN_PROCESSING),
    /** V28. */
    SECURITY_ADVISORY_OPINION("Security Advisory Opinion", "SAO", ADMIN_PROCESSING),
    /** V29. */
    POST_SPECIFIC_ACTION("Post specific action", null, OFFICER_STATES),
    /** V30. */
    NO_SHOW("No Show", null, APPLICANT_ACTION),
    /** V31; needs a case note. */
    OTHER("Other", null, OFFICER_STATES);

    private final String standardName;
    private final @Nullable String abbreviation;
    private final ReasonKind kind;

    RefusalReason(String standardName, @Nullable String abbreviation, ReasonKind kind) {
        this.standardName = standardName;
        this.abbreviation = abbreviation;
        this.kind = kind;
    }

    /** The name as the list prints it. */
    public String standardName() {
        return standardName;
    }

    /** The abbreviation as the list prints it; empty where the list has none. */
    public Optional<String> abbreviation() {
        return Optional.ofNullable(abbreviation);
    }

    /** What clears the reason. */
    public ReasonKind kind() {
        return kind;
    }

    /** The stored form without prefixes: the abbreviation, or the name where the list has none. */
    public String shortForm() {
        return abbreviation().orElse(standardName);
    }

    /** Whether "Or" and "pet" may stand before it: they ask for a document, so only before one (R-VOC-07). */
    public boolean takesPrefix() {
        return kind == DOCUMENT;
    }
}
