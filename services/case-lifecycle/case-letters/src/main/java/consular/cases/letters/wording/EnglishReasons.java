package consular.cases.letters.wording;

import consular.cases.domain.ineligibility.RefusalReason;

/** The standard 221(g) reasons for readers of English: by their names, except those that name nothing to an applicant. */
final class EnglishReasons {
    private EnglishReasons() {}

    static String nameOf(RefusalReason reason) {
        return switch (reason) {
            case ADOPTION_DOCUMENTS,
                    BIRTH_CERTIFICATE,
                    IDENTIFICATION_CARD,
                    ADDITIONAL_PROOF_OF_IDENTITY,
                    PASSPORT,
                    MARRIAGE_CERTIFICATE,
                    DIVORCE_CERTIFICATE,
                    DEATH_CERTIFICATE,
                    POLICE_CERTIFICATE,
                    MILITARY_RECORD,
                    PROOF_OF_RELATIONSHIP,
                    CERTIFIED_NOT_MARRIED,
                    COURT_OR_LEGAL_DOCUMENTS,
                    PETITIONER_PROOF_OF_LIFE,
                    EMPLOYMENT_QUALIFICATIONS,
                    EMPLOYMENT_OFFER,
                    DS_260,
                    AFFIDAVIT_OF_SUPPORT,
                    INCOME_EVIDENCE,
                    TAX_RECORDS,
                    DOMICILE_PROOF,
                    MEDICAL_EXAM,
                    DNA_TESTING,
                    OATH,
                    FINGERPRINTS,
                    AMERICAN_CITIZENSHIP,
                    FRAUD_PREVENTION_UNIT,
                    SECURITY_ADVISORY_OPINION -> reason.standardName();
            case POST_SPECIFIC_ACTION -> "An action indicated by the consular section";
            case NO_SHOW -> "Appearance in person (you did not appear)";
            case OTHER -> "Another requirement, indicated by the consular officer";
        };
    }
}
