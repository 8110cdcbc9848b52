package consular.cases.domain.notices;

import static consular.cases.domain.notices.WordingVerdict.Direction.DISCOURAGES;
import static consular.cases.domain.notices.WordingVerdict.Direction.ENCOURAGES;
import static consular.cases.domain.visas.VisaCategory.NONIMMIGRANT;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.notices.WordingVerdict.Acceptable;
import consular.cases.domain.notices.WordingVerdict.Steering;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SteeringTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We encourage you to reapply.",
                "We strongly ENCOURAGE YOU to   re-apply as soon as you can.",
                "You are encouraged to apply again.",
                "You should apply again next year.",
                "Please submit a new application.",
                "Do not hesitate to try again!",
                "We recommend that you file a new application.",
                "We recommend reapplying.",
                "You may want to consider applying again.",
                "A new application would succeed.",
                "If you are certain, we are very confident that you will be approved.",
                "Not now, but we are sure that a visa will be issued.",
                "We advise your new application.",
                "We suggest a later application.",
                "We look forward to another application.",
                "We look forward to your next application.",
                "Please submit a further application.",
                "We are confident you will be approved.",
                "We are sure that you will qualify next time.",
                "We do not doubt that you will be approved.",
                "We do not expect that you will be refused again.",
                "We expect that a new application would succeed.",
                "We are not certain. Please reapply.",
                "No dudamos que sea aprobado.",
                "Estamos seguros de que será aprobado.",
                "Esperamos su próxima solicitud.",
                "Le animamos a volver a solicitar la visa.",
                "LE RECOMENDAMOS QUE PRESENTE UNA NUEVA SOLICITUD.",
                "Se le invita a presentar otra solicitud.",
                "Por favor, vuelva a solicitarla.",
                "Usted deberia solicitar de nuevo.",
                "Una nueva solicitud tendrá éxito."
            })
    void encouragement_is_found(String sentence) {
        assertThat(check(sentence))
                .isInstanceOfSatisfying(
                        Steering.class, found -> assertThat(found.direction()).isEqualTo(ENCOURAGES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Do not reapply.",
                "Do not apply later.",
                "Don’t apply again.",
                "Don't bother to reapply.",
                "You should not submit another application.",
                "We advise you not to reapply.",
                "We advise against reapplying.",
                "This office discourages reapplying.",
                "We discourage you from applying again.",
                "There is no point in a new application.",
                "There is no reason to reapply.",
                "We strongly recommend against a further application.",
                "Future applications would be refused.",
                "We expect that you will be refused again.",
                "Do not expect that a visa will be issued.",
                "We do not expect you will be approved.",
                "We don’t expect you to be approved.",
                "We do not expect that a new application would succeed.",
                "We doubt that you will be approved.",
                "We doubt whether another application would succeed.",
                "Dudamos que sea aprobado.",
                "No esperamos que una nueva solicitud tenga éxito.",
                "No hay razón para volver a solicitarla.",
                "Desaconsejamos una nueva solicitud.",
                "It would be pointless to try again.",
                "Another application would be refused.",
                "Reapplying is a waste of time.",
                "No vuelva a solicitar la visa.",
                "Le recomendamos que no presente otra solicitud.",
                "No se recomienda volver a aplicar.",
                "Usted no debería solicitar nuevamente.",
                "Sería inútil presentar una nueva solicitud.",
                "Una nueva solicitud sera rechazada."
            })
    void discouragement_is_found(String sentence) {
        assertThat(check(sentence))
                .isInstanceOfSatisfying(
                        Steering.class, found -> assertThat(found.direction()).isEqualTo(DISCOURAGES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You may reapply at any time.",
                "A new application is decided on its own facts and needs a new fee.",
                "The officer will consider a new application on its own facts.",
                "If you do not reapply within one year, the file is closed.",
                "If you should reapply, bring this letter.",
                "This letter neither encourages nor discourages you from reapplying.",
                "You do not have to apply again.",
                "Please bring your birth certificate.",
                "We recommend that you do not travel with originals.",
                "The courage you reapply with",
                "If you are approved, you will be told.",
                "If you do not bring the certificate, you will be refused again.",
                "There is no reason to send the passport now.",
                "We cannot be certain that you will qualify.",
                "It is not certain that a visa will be issued.",
                "We are not sure that you will be approved.",
                "We can't be sure you will succeed.",
                "We aren't sure you will be approved.",
                "It isn’t certain that a visa will be issued.",
                "Nobody can be certain that a visa will be issued.",
                "We are not yet certain that you will qualify.",
                "We are not sure that a new application would succeed.",
                "We cannot be certain that you will be refused again.",
                "No estamos nada seguros de que será aprobado.",
                "Todavía no está del todo seguro de que obtendrá la visa.",
                "No estamos seguros de que una nueva solicitud tendría éxito.",
                "No estamos seguros de que será aprobado.",
                "No podemos estar seguros de que obtendrá la visa.",
                "Do not apply later than May 3.",
                "You must not apply later than May 3.",
                "We advise your new application number is 12.",
                "We suggest a later application date.",
                "A further application needs a new fee.",
                "Una solicitud posterior requiere una nueva tarifa.",
                "Puede volver a solicitar la visa.",
                "Mientras no presente una nueva solicitud, el caso sigue cerrado.",
                "Una nueva solicitud requiere una nueva tarifa."
            })
    void what_only_states_a_fact_is_left_alone(String sentence) {
        assertThat(check(sentence)).isEqualTo(new Acceptable());
    }

    @Test
    void letter_case_accents_layout_and_what_cannot_be_seen_do_not_hide_a_phrase() {
        assertThat(check("We en\u00adcour\u200bage\nyou — TO: re\u0301apply."))
                .isEqualTo(new Steering(ENCOURAGES, "encourage you to reapply"));
    }

    @Test
    void the_first_phrase_is_named_with_all_its_words() {
        assertThat(check("We recommend that you do not reapply. Please reapply."))
                .isEqualTo(new Steering(DISCOURAGES, "recommend that you do not reapply"));
    }

    private static WordingVerdict check(String sentence) {
        return NoticeWording.check(
                NoticeWordingTest.facts(NONIMMIGRANT, false, "214(b)"),
                "Refused under INA 214(b). There is no waiver. " + sentence);
    }
}
