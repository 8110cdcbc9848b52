package consular.cases.domain.notices;

import static consular.cases.domain.notices.NoticeWordingTest.facts;
import static consular.cases.domain.visas.VisaCategory.IMMIGRANT;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.law.Rule;
import consular.cases.domain.notices.WordingVerdict.Acceptable;
import consular.cases.domain.notices.WordingVerdict.NotApplicable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A letter on a 221(g) refusal offers no waiver, since there is none. Holds R-LTR-12. */
class WaiverOf221gTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "A waiver is available.",
                "A WAIVER may be available.",
                "Waivers are available.",
                "You may apply for a waiver.",
                "You can request the waiver from DHS.",
                "You are eligible for a waiver.",
                "You may apply for a waiver of the refusal.",
                "You may apply for a waiver of ineligibility. The fee is 930 dollars.",
                "You may apply for a waiver of ineligibility for a fee.",
                "If INA 212(a) does not apply, nothing is due. You may apply for a waiver.",
                "There is a fee. A waiver of it is not needed: a waiver is available.",
                "There is a waiver for this refusal.",
                "There is a waiver available to you.",
                "A waiver is possible.",
                "A waiver may be possible in your case.",
                "DHS may waive this refusal.",
                "If you wish, you may apply for a waiver.",
                "Yes, there is a waiver. No, a waiver is possible.",
                "Hay una exención.",
                "Sí, hay una exención.",
                "Puede solicitar un perdón.",
                "Una dispensa está disponible.",
                "Está disponible una exención."
            })
    void a_waiver_that_is_offered_is_out_of_place(String sentence) {
        assertThat(check(sentence, "221(g)"))
                .isEqualTo(new NotApplicable(
                        Rule.NO_WAIVER_OF_221G, List.of("the offer of a waiver, since a 221(g) refusal has none")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "There is no waiver.",
                "No waiver is available.",
                "A waiver is not available.",
                "No waivers are available.",
                "You may not apply for a waiver.",
                "You are not eligible for a waiver.",
                "No officer may waive this refusal.",
                "DHS may not waive this refusal.",
                "No hay una exención.",
                "No puede solicitar un perdón.",
                "Una dispensa no está disponible.",
                "No está disponible una exención."
            })
    void that_there_is_none_may_be_said(String sentence) {
        assertThat(check(sentence, "221(g)")).isEqualTo(new Acceptable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You may apply for a waiver of the application fee.",
                "You may qualify for a waiver of the interview.",
                "You may ask for a waiver of your visa application fees.",
                "Puede solicitar una exención de la tarifa.",
                "Puede solicitar una exención de su entrevista."
            })
    void that_of_a_fee_or_an_interview_may_be_offered(String sentence) {
        assertThat(check(sentence, "221(g)")).isEqualTo(new Acceptable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "If you are later found ineligible under INA 212(a), you may apply for a waiver.",
                "If you are later found subject to INA 212(e), you may apply for a waiver.",
                "You may apply for a waiver if you are found\nineligible under\nINA 212(a)",
                "If you are found ineligible under INA 212(a), \r\nyou may apply for a waiver.",
                "Refused under INA 221(g)\nIf INA 212(a) is found to apply, you may apply for a waiver.",
                "If you are found not eligible under INA 212(a), you may apply for a waiver.",
                "You may apply for a waiver only of a refusal under 212 (a).",
                "Si se le niega la visa según INA 212(a), puede solicitar un perdón."
            })
    void that_of_another_ground_may_be_told(String sentence) {
        assertThat(check(sentence, "221(g)")).isEqualTo(new Acceptable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Si hay una exención, se le dirá.",
                "Whether a waiver is available depends on the ground.",
                "Whether or not a waiver is available depends on the ground.",
                "If there is a waiver, you will be told.",
                "Unless a waiver is possible nothing more is needed.",
                "Whether there is a waiver depends on the ground."
            })
    void what_speaks_of_a_waiver_need_not_offer_it(String sentence) {
        assertThat(check(sentence, "221(g)")).isEqualTo(new Acceptable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You are refused under 221(g), not under INA 212(a), and you may apply for a waiver.",
                "You may apply for a waiver, since INA 212(a)(4) does not apply.",
                "You may apply for a waiver of this refusal under 221(g); INA 212(a) is not concerned.",
                "INA 212(a) is another matter;you may apply for a waiver.",
                "Besides 212(a) there is 221(g), and you may apply for a waiver.",
                "The visa isn't refused under INA 212(a) and you may apply for a waiver.",
                "INA 212(a) is another matter\nYou may apply for a waiver",
                "INA 212(a) is another matter\r\n- you may apply for a waiver",
                "INA 212(a) is another matter\n\nyou may apply for a waiver",
                "INA 212(a) is another matter\nYou may apply\nfor a waiver"
            })
    void to_name_another_ground_is_no_excuse_for_offering_that_of_this_one(String sentence) {
        assertThat(check(sentence, "221(g)")).isInstanceOf(NotApplicable.class);
    }

    @Test
    void beside_221g_the_waiver_of_another_ground_may_be_offered() {
        assertThat(check("INA 212(e) too: a waiver is available.", "221(g)", "212(e)"))
                .isEqualTo(new Acceptable());
    }

    private static WordingVerdict check(String sentence, String... grounds) {
        return NoticeWording.check(
                facts(IMMIGRANT, false, grounds),
                "Refused under INA 221(g). " + FixedSentence.ESTA.text() + " " + sentence);
    }
}
