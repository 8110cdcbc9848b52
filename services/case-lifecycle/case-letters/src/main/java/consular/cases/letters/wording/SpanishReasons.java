package consular.cases.letters.wording;

import consular.cases.domain.ineligibility.RefusalReason;

/** The standard 221(g) reasons for readers of Spanish; the record keeps the English names. */
final class SpanishReasons {
    private SpanishReasons() {}

    static String nameOf(RefusalReason reason) {
        return switch (reason) {
            case ADOPTION_DOCUMENTS -> "Documentos de adopción";
            case BIRTH_CERTIFICATE -> "Acta de nacimiento";
            case IDENTIFICATION_CARD -> "Documento de identidad";
            case ADDITIONAL_PROOF_OF_IDENTITY -> "Prueba adicional de identidad";
            case PASSPORT -> "Pasaporte";
            case MARRIAGE_CERTIFICATE -> "Acta de matrimonio";
            case DIVORCE_CERTIFICATE -> "Acta de divorcio";
            case DEATH_CERTIFICATE -> "Acta de defunción (del cónyuge anterior)";
            case POLICE_CERTIFICATE -> "Certificado de antecedentes policiales";
            case MILITARY_RECORD -> "Expediente militar";
            case PROOF_OF_RELATIONSHIP -> "Prueba de parentesco";
            case CERTIFIED_NOT_MARRIED -> "Certificado de no estar casado";
            case COURT_OR_LEGAL_DOCUMENTS -> "Documentos judiciales o legales";
            case PETITIONER_PROOF_OF_LIFE -> "Fe de vida del peticionario";
            case EMPLOYMENT_QUALIFICATIONS -> "Cualificaciones para el empleo";
            case EMPLOYMENT_OFFER -> "Oferta de empleo";
            case DS_260 -> "Formulario DS-260";
            case AFFIDAVIT_OF_SUPPORT -> "Declaración jurada de patrocinio económico";
            case INCOME_EVIDENCE -> "Prueba de ingresos";
            case TAX_RECORDS -> "Declaraciones de impuestos";
            case DOMICILE_PROOF -> "Prueba de domicilio";
            case MEDICAL_EXAM -> "Examen médico";
            case DNA_TESTING -> "Prueba de ADN";
            case OATH -> "Juramento";
            case FINGERPRINTS -> "Huellas dactilares";
            case AMERICAN_CITIZENSHIP -> "Ciudadanía estadounidense";
            case FRAUD_PREVENTION_UNIT -> "Unidad de prevención de fraude";
            case SECURITY_ADVISORY_OPINION -> "Opinión consultiva de seguridad";
            case POST_SPECIFIC_ACTION -> "Una acción indicada por la sección consular";
            case NO_SHOW -> "Comparecencia (no se presentó)";
            case OTHER -> "Otro requisito, indicado por el oficial consular";
        };
    }
}
