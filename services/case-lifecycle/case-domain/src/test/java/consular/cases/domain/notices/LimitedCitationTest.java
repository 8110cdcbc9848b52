package consular.cases.domain.notices;

import static consular.cases.domain.visas.VisaCategory.IMMIGRANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import consular.cases.domain.ineligibility.Ground;
import consular.cases.domain.law.Rule;
import consular.cases.domain.notices.WordingVerdict.Acceptable;
import consular.cases.domain.notices.WordingVerdict.NotApplicable;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A limited citation gives the ground as 212(a) and no more, however the rest may be written. Holds R-LTR-05. */
class LimitedCitationTest {
    private static final NoticeFacts LIMITED =
            new NoticeFacts(IMMIGRANT, true, List.of(new Ground("212(a)(3)(B)")), true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "that is 212(a)(3)(B)",
                "to be precise 212(a) (3)(B)",
                "see section 212(A)(3)(B)",
                "that is 8 U.S.C. 1182(a)(3)(B)",
                "that is 8 USC § 1182 (A) ( 3 ) (b)",
                "paragraph (3)(B)",
                "PARAGRAPHS (2) and (3)",
                "subparagraph (3)",
                "el párrafo (3)(B)",
                "el pa\u0301rrafo (3)(B)",
                "el subpárrafo (3)(B)",
                "212(a)\u200b(3)(B)",
                "section 212(a) [3]",
                "section 212(a), clause (3)",
                "section 212(a), paragraph 3",
                "section 212(a)-(3)",
                "section 212(a)3",
                "la sección 212(a), inciso 3",
                "numeral [3]",
                "paragraph 3 of section 212(a)",
                "the 3rd paragraph of 212(a)",
                "el párrafo 3 de la sección 212(a)",
                "section 212[a][3]",
                "8 U.S.C. § 1182[a][3]",
                "section 212a3",
                "section 212 subsection (a)(3)",
                "section 212 (a) section (3)",
                "section 212(a), number 3",
                "section 212(a)/3",
                "section 212(a) § 3",
                "section 212(a)<3>",
                "section 212(a)【3】",
                "paragraph 3(B) of section 212(a)",
                "paragraphs 2 and 3 of section 212(a)",
                "el apartado (3)",
                "el párrafo 3, sección 212(a)"
            })
    void the_subsection_is_found(String words) {
        assertThat(check(words))
                .isEqualTo(new NotApplicable(
                        Rule.LIMITED_CITATION,
                        List.of("the subsection of INA 212(a), since the Department limited the citation")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "which is 8 U.S.C. 1182(a)",
                "or section 212(a) (8 U.S.C. 1182(a))",
                "or section 212(a), 3 copies of which are enclosed",
                "or section 212(a) since 3 May 2024",
                "as in room 212 a year ago",
                "see 22 CFR 40.6 and page 3 of the leaflet",
                "section 212(a). Section 291 of the Act places the burden of proof on you",
                "section 212(a); section 221(g) applies as well",
                "la sección 212(a). Número 20240001 es su caso",
                "section 212(a)/22 CFR 40.6 and 212(a) (22 CFR 40.6)",
                "paragraph 2 of our letter on section 212(a)",
                "as your file 20212(a)(3) says",
                "as paragraph 3 of this letter says",
                "of which three (3) copies are enclosed",
                "come to room 212. I shall see you",
                "under section 212(a) and not under section 101(h)",
                "see Form DS-260 and I-797",
                "(i) 212(a)"
            })
    void what_tells_no_subsection_is_left_alone(String words) {
        assertThat(check(words)).isEqualTo(new Acceptable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a waiver under 212(h) is available",
                "no waiver is available",
                "no hay exención",
                "you may seek relief under INA 212(h)",
                "relief under section 212(d)(3)",
                "relief under section 212 (I)",
                "see INA 212[g]",
                "see section 212, subsection (k)",
                "see 212h",
                "see 8 U.S.C. 1182(i)",
                "file Form I-601",
                "file I601A",
                "file Form I\u2013212",
                "a pardon may be sought",
                "the ground is waivable",
                "the ground is Unwaivable",
                "waiving it is possible",
                "se puede perdonar"
            })
    void what_is_said_of_a_waiver_is_found(String words) {
        assertThat(check(words))
                .isEqualTo(new NotApplicable(
                        Rule.LIMITED_CITATION,
                        List.of("what is said of a waiver, since the Department limited the citation")));
    }

    /** An officer may send a megabyte, and blanks that folding makes are blanks like others. */
    @Test
    void a_text_as_long_as_may_be_is_judged_at_once() {
        for (var filling : List.of(" ", "\u00a8", " \u200b", ",", "(", "§ ", "paragraph 3, ", "212(a) ")) {
            var words = "section 212(a)" + filling.repeat(1_000_000 / filling.length());
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> check(words));
        }
    }

    private static WordingVerdict check(String words) {
        return NoticeWording.check(LIMITED, "You are ineligible under INA 212(a), that is: " + words + ".");
    }
}
