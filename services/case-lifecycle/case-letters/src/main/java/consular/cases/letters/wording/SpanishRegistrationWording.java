package consular.cases.letters.wording;

import consular.cases.domain.registration.TerminationKind;
import consular.cases.letters.document.Language;
import consular.cases.letters.facts.ApplicationThen;
import consular.cases.letters.facts.YearToAct;
import java.time.LocalDate;
import java.util.Optional;

final class SpanishRegistrationWording implements RegistrationWording {
    private static final Days DAYS = new Days(Language.SPANISH, "d 'de' MMMM 'de' uuuu");

    @Override
    public String day(LocalDate day) {
        return DAYS.of(day);
    }

    @Override
    public String yearBegan(YearToAct year) {
        var began = switch (year.since()) {
            case NOTICE ->
                "El " + DAYS.of(year.on()) + " se le notificó que hay una visa de inmigrante disponible para usted.";
            case MISSED_INTERVIEW ->
                "Usted no se presentó a su entrevista para una visa de inmigrante el " + DAYS.of(year.on()) + ".";
            case FOLLOW_UP ->
                "El " + DAYS.of(year.on())
                        + " se le enviaron instrucciones de seguimiento para su solicitud de visa de inmigrante.";
            case REFUSAL ->
                "El " + DAYS.of(year.on())
                        + " su solicitud de visa de inmigrante fue denegada conforme a INA\u00a0221(g).";
        };
        return began
                + anew(year)
                + stood(year.daysStood())
                + switch (year.since()) {
                    case NOTICE -> " En el expediente no consta ninguna solicitud desde entonces.";
                    case MISSED_INTERVIEW ->
                        " En el expediente no consta desde entonces ningún mensaje suyo, ningún ingreso en el Centro"
                                + " Electrónico de Solicitudes Consulares (CEAC, por sus siglas en inglés) ni ninguna"
                                + " solicitud.";
                    case FOLLOW_UP ->
                        " En el expediente no consta desde entonces ninguna respuesta a esas instrucciones, ningún"
                                + " ingreso en el Centro Electrónico de Solicitudes Consulares (CEAC, por sus siglas en"
                                + " inglés) ni ninguna solicitud.";
                    case REFUSAL ->
                        " En el expediente no consta ninguna prueba presentada a tiempo desde entonces sobre los"
                                + " motivos que siguen en pie.";
                };
    }

    private static String anew(YearToAct year) {
        var day = year.reinstatedOn();
        return day == null
                ? ""
                : " Su registro fue cancelado y, el " + DAYS.of(day)
                        + ", restablecido; el plazo de un año corre de nuevo desde ese día.";
    }

    private static String stood(long days) {
        if (days == 0) {
            return "";
        }
        return days == 1
                ? " Desde entonces hubo un día en que no había visas disponibles para usted; no cuenta para el plazo"
                        + " de un año."
                : " Desde entonces hubo " + days
                        + " días en que no había visas disponibles para usted; no cuentan para el"
                        + " plazo de un año.";
    }

    private static String notCounting(long days) {
        if (days == 0) {
            return "";
        }
        return days == 1
                ? ", sin contar el día en que no había visas disponibles,"
                : ", sin contar los días en que no había visas disponibles,";
    }

    @Override
    public String willBeTerminated(YearToAct.Since since, LocalDate lastDay) {
        return switch (since) {
            case NOTICE ->
                "Si no se presenta una solicitud a más tardar el " + DAYS.of(lastDay)
                        + ", su registro se cancela conforme a INA\u00a0203(g).";
            case MISSED_INTERVIEW ->
                "Si a más tardar el " + DAYS.of(lastDay)
                        + " usted no envía un mensaje sobre su caso, ni ingresa en CEAC, ni presenta una solicitud, su"
                        + " registro se cancela conforme a INA\u00a0203(g).";
            case FOLLOW_UP ->
                "Si a más tardar el " + DAYS.of(lastDay)
                        + " usted no responde a esas instrucciones, ni ingresa en CEAC, ni presenta una solicitud, su"
                        + " registro se cancela conforme a INA\u00a0203(g).";
            case REFUSAL ->
                "Si no se presentan pruebas para superar los motivos que siguen en pie a más tardar el "
                        + DAYS.of(lastDay) + ", su registro se cancela conforme a INA\u00a0203(g).";
        };
    }

    @Override
    public String terminated(YearToAct year, LocalDate terminatedOn) {
        var from = switch (year.since()) {
            case NOTICE -> "de esa notificación";
            case MISSED_INTERVIEW -> "de esa entrevista";
            case FOLLOW_UP -> "de esas instrucciones";
            case REFUSAL -> "de esa denegación";
        };
        return "Su registro para una visa de inmigrante fue cancelado conforme a INA\u00a0203(g) el "
                + DAYS.of(terminatedOn) + ", porque dentro de un año a partir "
                + (year.reinstatedOn() == null ? from : "del restablecimiento")
                + notCounting(year.daysStood())
                + switch (year.since()) {
                    case NOTICE -> " no se presentó una solicitud.";
                    case MISSED_INTERVIEW -> " no hubo mensaje suyo, ni ingreso en CEAC, ni solicitud.";
                    case FOLLOW_UP -> " no hubo respuesta a esas instrucciones, ni ingreso en CEAC, ni solicitud.";
                    case REFUSAL -> " no se presentaron pruebas sobre los motivos que siguen en pie.";
                };
    }

    @Override
    public String petitionRevoked() {
        return "Junto con el registro, la petición en que se basaba queda revocada por ley.";
    }

    @Override
    public String reinstatementHeading() {
        return "Derecho al restablecimiento";
    }

    @Override
    public String mayBeReinstated(LocalDate lastDay) {
        return "Usted tiene derecho a que se restablezca el registro si, a más tardar el " + DAYS.of(lastDay)
                + ", demuestra a satisfacción de un oficial consular que la falta de actuación a tiempo se debió a"
                + " circunstancias ajenas a su voluntad.";
    }

    @Override
    public String couldBeReinstated(LocalDate lastDay) {
        return "El último día en que el registro pudo haberse restablecido fue el " + DAYS.of(lastDay)
                + ". Ya había pasado cuando el registro fue cancelado.";
    }

    @Override
    public String twoLastDays(LocalDate byRegulation, LocalDate byStatute) {
        return "El último día es el " + DAYS.of(byRegulation) + " según 22 CFR 42.83(c) y el " + DAYS.of(byStatute)
                + " según INA\u00a0203(g); cuenta el posterior de los dos.";
    }

    @Override
    public String reinstated(LocalDate terminatedOn, LocalDate reinstatedOn) {
        return "Su registro para una visa de inmigrante, cancelado el " + DAYS.of(terminatedOn)
                + ", fue restablecido el " + DAYS.of(reinstatedOn) + " conforme a INA\u00a0203(g).";
    }

    @Override
    public String petitionReinstated() {
        return "Junto con el registro queda restablecida la petición en que se basa.";
    }

    @Override
    public String yearBeginsAnew(TerminationKind kind, LocalDate lastDay) {
        return "El año comienza de nuevo. Su último día es el " + DAYS.of(lastDay) + "; si para entonces "
                + switch (kind) {
                    case TERM_A -> "no se ha presentado una solicitud";
                    case TERM_B -> "no se han presentado pruebas para superar los motivos que siguen en pie";
                }
                + ", el registro se cancela otra vez.";
    }

    @Override
    public String reversed(LocalDate refusedOn, LocalDate reversedOn, boolean toldOfRefusal) {
        return "La denegación de su solicitud de visa del " + DAYS.of(refusedOn) + " fue revocada el "
                + DAYS.of(reversedOn) + "."
                + (toldOfRefusal ? " Este aviso reemplaza el aviso anterior de esa denegación." : "");
    }

    @Override
    public Optional<String> application(ApplicationThen then) {
        return switch (then) {
            case OPEN ->
                Optional.of("Su solicitud está abierta otra vez. La sección consular le informará de su decisión.");
            case AWAITS_REINSTATEMENT ->
                Optional.of("Su solicitud está abierta otra vez, pero su registro para una visa de inmigrante sigue"
                        + " cancelado. No se puede emitir ninguna visa a menos que se restablezca el registro.");
            case REGISTRATION_ENDED ->
                Optional.of(
                        "Su registro para una visa de inmigrante fue cancelado, y el último día para restablecerlo ya"
                                + " ha pasado. No se puede emitir ninguna visa basada en él.");
            case REFUSED_WITHOUT_REGISTRATION ->
                Optional.of("Su registro para una visa de inmigrante fue cancelado. A menos que se restablezca, no se"
                        + " consideran pruebas ni se puede emitir ninguna visa.");
            case REFUSED ->
                Optional.of("Sigue en pie otra denegación de su solicitud, de la cual se le notifica por separado.");
            case ISSUED -> Optional.of("Desde entonces se le ha emitido una visa.");
            case LAPSED -> Optional.of("Su solicitud ha caducado.");
            case WITHDRAWN -> Optional.of("Su solicitud ha sido retirada.");
            case UNTOLD -> Optional.empty();
        };
    }
}
