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
                "Hay una exención.",
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
                "No hay una exención.",
                "No puede solicitar un perdón.",
                "Una dispensa no está disponible.",
                "No está disponible una exención."
            })
    void that_there_is_none_may_be_said(String sentence) {
        assertThat(check(sentence, "221(g)")).isEqualTo(new Acceptable());
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
