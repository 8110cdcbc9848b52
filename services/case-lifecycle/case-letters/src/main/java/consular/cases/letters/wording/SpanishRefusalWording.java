package consular.cases.letters.wording;

import consular.cases.domain.ineligibility.Ground;
import consular.cases.domain.refusals.FindingStatus;
import consular.cases.letters.document.Language;
import consular.cases.letters.facts.LetterFinding.Missing;
import java.time.LocalDate;
import java.util.Optional;

final class SpanishRefusalWording implements RefusalWording {
    private static final Days DAYS = new Days(Language.SPANISH, "d 'de' MMMM 'de' uuuu");

    @Override
    public String provisionHeading() {
        return "Disposición legal";
    }

    @Override
    public String refusedUnder(String visaClass, LocalDate day, int provisions) {
        return "Su solicitud de una visa de clase " + visaClass + " fue denegada el " + DAYS.of(day) + " conforme a "
                + (provisions == 1 ? "la siguiente disposición" : "las siguientes disposiciones")
                + " de la Ley de Inmigración y Nacionalidad (INA):";
    }

    @Override
    public String meaning(Ground ground) {
        return switch (ground.kind()) {
            case SECTION_221G ->
                "La sección 221(g) no permite emitir una visa cuando a la solicitud le falta un documento, información"
                        + " o un trámite que la ley exige.";
            case SECTION_212A ->
                "La sección 212(a) enumera las clases de personas a quienes la ley no permite emitir una visa.";
            case SECTION_212E ->
                "La sección 212(e) exige que ciertos visitantes de intercambio hayan residido dos años en su país, o"
                        + " que tengan una exención, antes de recibir este tipo de visa.";
            case NIV_ONLY, QUASI, UNKNOWN ->
                ground.citation().equals("214(b)")
                        ? "La sección 214(b) presume que quien solicita una visa de no inmigrante tiene la intención de"
                                + " inmigrar, hasta que demuestre que le corresponde la condición de no inmigrante."
                        : "Esta disposición no permite emitir una visa de no inmigrante a las personas que describe.";
        };
    }

    @Override
    public String factsHeading() {
        return "Fundamento de hecho";
    }

    @Override
    public String factsOfTheOfficer() {
        return "El oficial consular determinó lo siguiente (en inglés):";
    }

    @Override
    public String somethingIsMissing() {
        return "El día de la decisión faltaba en la solicitud lo que indica la sección siguiente.";
    }

    @Override
    public String lacked() {
        return "El día de la decisión faltaba en la solicitud lo siguiente:";
    }

    @Override
    public String processingIsOpen() {
        return "El día de la decisión no había concluido el trámite administrativo de la solicitud.";
    }

    @Override
    public String familyIsAwaited() {
        return "El día de la decisión su solicitud quedaba a la espera de la de un miembro de su familia.";
    }

    @Override
    public String entitlementNotShown() {
        return "Su solicitud y su entrevista no demostraron que le corresponda la condición de no inmigrante.";
    }

    @Override
    public String documentsHeading() {
        return "Documentos o pruebas que faltan";
    }

    @Override
    public String missing() {
        return "Falta lo siguiente:";
    }

    @Override
    public String item(Missing finding) {
        return SpanishReasons.nameOf(finding.reason())
                + (finding.original() ? ", original" : "")
                + (finding.fromPetitioner() ? ", del peticionario" : "");
    }

    @Override
    public String nothingRequested() {
        return "No se le pide ningún documento.";
    }

    @Override
    public String nothingRequestedAnyMore() {
        return "No se le pide ningún documento a causa de esta denegación.";
    }

    @Override
    public String evidenceIsConsidered() {
        return "No se le pide ningún documento. Puede presentar pruebas de que la disposición no se aplica a su caso, y"
                + " serán consideradas.";
    }

    @Override
    public String otherEvidenceIsConsidered() {
        return "También puede presentar otras pruebas de que la disposición no se aplica a su caso, y serán"
                + " consideradas.";
    }

    @Override
    public String evidenceOfEligibilityIsConsidered() {
        return "Puede presentar pruebas de que reúne los requisitos para la visa, y serán consideradas.";
    }

    @Override
    public String stepsHeading() {
        return "Pasos del procedimiento";
    }

    @Override
    public Optional<String> became(FindingStatus status, String provision, boolean whole) {
        var refusal = (whole ? "La denegación conforme a INA\u00a0" : "Parte de la denegación conforme a INA\u00a0")
                + provision;
        return switch (status) {
            case ACTIVE -> Optional.empty();
            case OVERCOME -> Optional.of(refusal + " ya ha sido superada.");
            case WAIVED ->
                Optional.of("Ya se ha concedido una exención (waiver) de la inelegibilidad conforme a INA\u00a0"
                        + provision + ".");
            case REVERSED -> Optional.of(refusal + " ya ha sido revocada.");
            case SUPERSEDED -> Optional.of(refusal + " ya ha sido reemplazada por una denegación posterior.");
        };
    }

    @Override
    public String noNewFeeUntil(LocalDate day) {
        return "Las pruebas presentadas a más tardar el " + DAYS.of(day)
                + " se consideran sin nueva solicitud y sin nueva tarifa.";
    }

    @Override
    public String lapsesAfter(LocalDate day) {
        return "Si no se presentan pruebas a más tardar el " + DAYS.of(day) + ", la solicitud caduca.";
    }

    @Override
    public String consideredWhenPresented() {
        return "Cuando se haya presentado lo que falta, el oficial consular continuará con la consideración de la"
                + " solicitud.";
    }

    @Override
    public String postCompletesProcessing() {
        return "Cuando concluya el trámite administrativo, el oficial consular continuará con la consideración de la"
                + " solicitud.";
    }

    @Override
    public String familyIsDecidedTogether() {
        return "El oficial consular continuará con la consideración de su solicitud cuando la del miembro de su"
                + " familia ya no lo impida.";
    }

    @Override
    public String supervisorReviews() {
        return "Un oficial consular supervisor revisa la denegación.";
    }

    @Override
    public String departmentGivesOpinion() {
        return "Se ha pedido una opinión al Departamento de Estado, y la sección consular la espera antes de"
                + " continuar.";
    }

    @Override
    public String decisionStands() {
        return "No queda pendiente ningún paso del oficial consular ni del Departamento de Estado.";
    }

    @Override
    public String reliefHeading() {
        return "Recursos";
    }

    @Override
    public String noWaiverOf221g() {
        return "La ley no prevé una exención (waiver) de una denegación conforme a INA\u00a0221(g).";
    }

    @Override
    public String waiverAvailable(Ground ground) {
        return "La ley permite una exención (waiver) de la inelegibilidad conforme a INA\u00a0" + ground
                + ". El Departamento de Seguridad Nacional decide sobre ella.";
    }

    @Override
    public String waiverNotAvailable(Ground ground) {
        return "No hay exención (waiver) disponible de la inelegibilidad conforme a INA\u00a0" + ground + ".";
    }

    @Override
    public String newApplicationStandsOnItsOwn() {
        return "La ley no prevé una exención (waiver) de una denegación conforme a INA\u00a0214(b). Una solicitud"
                + " posterior se decide según sus propios hechos y tiene su propia tarifa.";
    }
}
