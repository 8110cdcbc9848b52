package consular.cases.domain.notices;

import static consular.cases.domain.visas.VisaCategory.IMMIGRANT;
import static consular.cases.domain.visas.VisaCategory.NONIMMIGRANT;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.ineligibility.Ground;
import consular.cases.domain.law.Rule;
import consular.cases.domain.notices.WordingVerdict.Acceptable;
import consular.cases.domain.notices.WordingVerdict.Incomplete;
import consular.cases.domain.notices.WordingVerdict.NotApplicable;
import consular.cases.domain.notices.WordingVerdict.Steering;
import consular.cases.domain.visas.VisaCategory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a post's own letter has to hold. Holds R-LTR-06, R-LTR-07 and R-LTR-11. */
class NoticeWordingTest {
    private static final String ESTA = "Please be advised that for U.S. visa purposes, including ESTA (see the ESTA"
            + " website), this decision constitutes a denial of a visa.";
    private static final String PETITION_ENDS = "If you fail to take the action requested within one year following"
            + " visa denial under Section 221(g) of the Immigration and Nationality Act, then your petition will be"
            + " permanently terminated under INA Section 203(g).";
    private static final String REFUSED_221G = "Your application is refused under INA 221(g). ";

    private static final String MECHANISM =
            "whether law or regulation offers a waiver or another mechanism to overcome the refusal";

    private static final NoticeFacts PETITION_221G = facts(IMMIGRANT, true, "221(g)");
    private static final NoticeFacts DIVERSITY_221G = facts(IMMIGRANT, false, "221(g)");
    private static final NoticeFacts NIV_221G = facts(NONIMMIGRANT, true, "221(g)");
    private static final NoticeFacts LIMITED =
            new NoticeFacts(IMMIGRANT, true, List.of(new Ground("212(a)(3)(B)")), true);

    @Test
    void the_two_sentences_are_those_of_the_manual() {
        assertThat(FixedSentence.ESTA.text()).isEqualTo(ESTA);
        assertThat(FixedSentence.TERMINATION_OF_THE_PETITION.text()).isEqualTo(PETITION_ENDS);
    }

    @Test
    void a_221g_letter_with_its_provision_and_sentences_is_accepted() {
        accepts(PETITION_221G, REFUSED_221G + ESTA + " " + PETITION_ENDS);
        accepts(DIVERSITY_221G, REFUSED_221G + ESTA);
        accepts(NIV_221G, REFUSED_221G + ESTA);
        accepts(PETITION_221G, "Se le niega la visa según la sección 221(g). " + ESTA + "\n" + PETITION_ENDS);
    }

    @Test
    void where_lines_break_inside_a_fixed_sentence_is_layout() {
        accepts(PETITION_221G, REFUSED_221G + ESTA.replace(" ", "\r\n  ") + PETITION_ENDS.replace(" ", "\u00a0 "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"U.S.", "(see the ESTA website)", ",", ".", "denial", "a visa"})
    void any_other_difference_in_a_fixed_sentence_is_not(String altered) {
        var text = REFUSED_221G + PETITION_ENDS + " " + ESTA.replace(altered, altered + "x");
        missing(PETITION_221G, text, "the sentence LTR-ESTA, word for word");
    }

    @Test
    void a_221g_letter_lacks_whatever_it_does_not_say() {
        missing(PETITION_221G, REFUSED_221G + PETITION_ENDS, "the sentence LTR-ESTA, word for word");
        missing(PETITION_221G, REFUSED_221G + ESTA, "the sentence LTR-203G, word for word");
        missing(
                PETITION_221G,
                "No.",
                "the provision, INA 221(g)",
                "the sentence LTR-ESTA, word for word",
                "the sentence LTR-203G, word for word");
    }

    @Test
    void the_fixed_sentences_do_not_name_the_provision_of_this_refusal() {
        missing(PETITION_221G, ESTA + PETITION_ENDS, "the provision, INA 221(g)");
    }

    @Test
    void the_end_of_a_petition_has_no_place_where_no_petition_ends() {
        misplaced(DIVERSITY_221G, REFUSED_221G + ESTA + PETITION_ENDS, "the sentence LTR-203G");
        misplaced(NIV_221G, REFUSED_221G + ESTA + PETITION_ENDS, "the sentence LTR-203G");
        misplaced(
                facts(IMMIGRANT, true, "212(a)(4)"),
                "INA 212(a)(4). No waiver. " + ESTA + PETITION_ENDS,
                "the sentence LTR-ESTA",
                "the sentence LTR-203G");
        misplaced(
                DIVERSITY_221G,
                REFUSED_221G + ESTA + " Your petition ends under INA 203 (g).",
                "INA 203(g), which ends petitions refused under 221(g) and nothing else");
    }

    @Test
    void the_number_203e_is_out_of_date() {
        misplaced(
                PETITION_221G,
                REFUSED_221G + ESTA + PETITION_ENDS + " See section 203(e).",
                "INA 203(e), the number that section 203(g) had before October 1991");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You are ineligible under INA 212(a)(6)(C)(i). A waiver is available.",
                "INA 212 (a) (6) (C) (i): there is no waiver.",
                "Usted es inelegible según la sección 212(a)(6)(C)(i). No hay exención.",
                "212(a)(6)(C)(i), not 212(a)(6)(C)(ii). No puede pedir un PERDÓN."
            })
    void a_212a_letter_names_its_provision_and_speaks_of_a_waiver(String text) {
        accepts(facts(IMMIGRANT, true, "212(a)(6)(C)(i)"), text);
        accepts(facts(NONIMMIGRANT, false, "212(a)(6)(C)(i)"), text);
    }

    @Test
    void a_212a_letter_without_a_word_on_a_waiver_is_incomplete() {
        missing(facts(IMMIGRANT, true, "212(a)(4)"), "INA 212(a)(4).", "whether a waiver is available");
    }

    @ParameterizedTest
    @ValueSource(strings = {"212(a)(4)(B)", "212(a)", "1212(a)(4)", "212(A)(4)", "212(e)", "section 212"})
    void another_path_does_not_name_the_provision(String other) {
        missing(facts(IMMIGRANT, true, "212(a)(4)"), other + ". No waiver.", "the provision, INA 212(a)(4)");
    }

    @Test
    void words_in_brackets_after_a_provision_are_not_part_of_its_path() {
        accepts(facts(IMMIGRANT, true, "212(a)(4)"), "INA 212(a)(4) (public charge). No waiver.");
    }

    @Test
    void every_provision_of_the_refusal_is_named() {
        missing(
                facts(IMMIGRANT, true, "212(a)(4)", "212(a)(9)(B)(i)(II)", "212(e)"),
                "INA 212(a)(4). No waiver.",
                "the provision, INA 212(a)(9)(B)(i)(II)",
                "the provision, INA 212(e)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"214(b)", "212(f)", "214(l)", "222(g)", "212(e)"})
    void a_nonimmigrant_is_told_whether_the_law_offers_a_mechanism(String ground) {
        var facts = facts(NONIMMIGRANT, false, ground);
        missing(facts, "Refused under INA " + ground + ". Nothing else.", MECHANISM);
        missing(facts, "Refused. No waiver.", "the provision, INA " + ground);
        accepts(facts, "Refused under INA " + ground + ". There is no waiver.");
        accepts(facts, "Refused under INA " + ground + ". The law offers no mechanism to overcome this.");
        accepts(facts, "Denegada según INA " + ground + ". La ley no prevé una exención.");
        accepts(facts, "Denegada según INA " + ground + ". La ley no prevé ningún mecanismo para superarla.");
    }

    @Test
    void an_immigrants_212e_has_only_to_be_named() {
        accepts(facts(IMMIGRANT, false, "212(e)"), "Refused under INA 212(e).");
        missing(facts(IMMIGRANT, false, "212(e)"), "Refused.", "the provision, INA 212(e)");
    }

    @Test
    void a_limited_citation_does_not_excuse_the_mechanism_of_another_ground() {
        var facts =
                new NoticeFacts(NONIMMIGRANT, false, List.of(new Ground("212(a)(3)(B)"), new Ground("214(b)")), true);
        missing(facts, "Refused under INA 212(a) and INA 214(b).", MECHANISM);
    }

    @ParameterizedTest
    @CsvSource({
        "221(g), IMMIGRANT, CLAUSES_OF_A_221G_LETTER, CLAUSES_OF_A_221G_LETTER",
        "221(g), NONIMMIGRANT, CLAUSES_OF_A_221G_LETTER, CLAUSES_OF_A_221G_LETTER",
        "212(a)(4), IMMIGRANT, LETTER_OF_INELIGIBILITY, LETTER_OF_INELIGIBILITY",
        "212(a)(4), NONIMMIGRANT, LETTER_OF_INELIGIBILITY, LETTER_OF_INELIGIBILITY",
        "214(b), NONIMMIGRANT, NONIMMIGRANT_IS_TOLD_THE_GROUND, LETTER_OF_INELIGIBILITY"
    })
    void each_letter_has_the_rule_of_its_ground(String ground, VisaCategory category, Rule content, Rule letter) {
        assertThat(facts(category, false, ground).ruleOfTheContent()).isEqualTo(content);
        assertThat(facts(category, false, ground).ruleOfTheLetter()).isEqualTo(letter);
    }

    @Test
    void what_is_out_of_place_is_against_a_rule_of_its_own() {
        against(Rule.LIMITED_CITATION, LIMITED, "INA 212(a), that is 212(a)(3)(B).");
        against(Rule.CLAUSE_FOR_PETITIONS_ONLY, DIVERSITY_221G, REFUSED_221G + ESTA + PETITION_ENDS);
        against(Rule.TERMINATION_IS_UNDER_203G, DIVERSITY_221G, REFUSED_221G + ESTA + " See section 203(e).");
        against(Rule.CLAUSES_OF_A_221G_LETTER, facts(IMMIGRANT, true, "212(a)(4)"), "212(a)(4), no waiver. " + ESTA);
    }

    @Test
    void a_limited_citation_names_212a_and_no_more() {
        accepts(LIMITED, "You are ineligible under INA 212(a).");
        missing(LIMITED, "You are ineligible.", "the provision, INA 212(a)");
        misplaced(
                LIMITED,
                "INA 212(a), to be precise 212(a) (3)(B).",
                "the subsection of INA 212(a), since the Department limited the citation");
    }

    @Test
    void what_is_missing_goes_before_what_is_out_of_place_and_that_before_steering() {
        var steering = "Do not reapply. ";
        assertThat(NoticeWording.check(DIVERSITY_221G, steering + PETITION_ENDS))
                .isInstanceOf(Incomplete.class);
        assertThat(NoticeWording.check(DIVERSITY_221G, steering + REFUSED_221G + ESTA + PETITION_ENDS))
                .isInstanceOf(NotApplicable.class);
        assertThat(NoticeWording.check(DIVERSITY_221G, steering + REFUSED_221G + ESTA))
                .isInstanceOf(Steering.class);
    }

    @Test
    void an_objection_says_what_to_change() {
        assertThat(new Incomplete(List.of("this", "that")).detail())
                .isEqualTo("The letter does not say all that it must. Add: this; that.");
        assertThat(new NotApplicable(Rule.LIMITED_CITATION, List.of("this")).detail())
                .isEqualTo("The letter says what does not apply to this refusal. Take out: this.");
        assertThat(new Steering(WordingVerdict.Direction.DISCOURAGES, "do not reapply").detail())
                .isEqualTo(
                        "The letter discourages a new application, and may do neither. Take out: \"do not reapply\".");
    }

    static NoticeFacts facts(VisaCategory category, boolean petitionBased, String... grounds) {
        return new NoticeFacts(
                category, petitionBased, Arrays.stream(grounds).map(Ground::new).toList(), false);
    }

    private static void accepts(NoticeFacts facts, String text) {
        assertThat(NoticeWording.check(facts, text)).isEqualTo(new Acceptable());
    }

    private static void missing(NoticeFacts facts, String text, String... clauses) {
        assertThat(NoticeWording.check(facts, text)).isEqualTo(new Incomplete(List.of(clauses)));
    }

    private static void misplaced(NoticeFacts facts, String text, String... clauses) {
        assertThat(NoticeWording.check(facts, text))
                .isInstanceOfSatisfying(
                        NotApplicable.class,
                        verdict -> assertThat(verdict.misplaced()).containsExactly(clauses));
    }

    private static void against(Rule rule, NoticeFacts facts, String text) {
        assertThat(NoticeWording.check(facts, text))
                .isInstanceOfSatisfying(
                        NotApplicable.class,
                        verdict -> assertThat(verdict.rule()).isEqualTo(rule));
    }
}
