package consular.cases.letters;

import static consular.cases.letters.SampleLetters.head;
import static consular.cases.letters.SampleLetters.ineligible;
import static consular.cases.letters.SampleLetters.iv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import consular.cases.domain.notices.FixedSentence;
import consular.cases.domain.notices.NoticeExtent;
import consular.cases.domain.notices.NoticeFacts;
import consular.cases.domain.notices.NoticeWording;
import consular.cases.domain.notices.Requester;
import consular.cases.domain.notices.WordingVerdict.Acceptable;
import consular.cases.domain.visas.VisaCategory;
import consular.cases.letters.document.Block;
import consular.cases.letters.document.Language;
import consular.cases.letters.document.Letter;
import consular.cases.letters.facts.LetterFacts;
import consular.cases.letters.facts.LetterFacts.InquiryAnswer;
import consular.cases.letters.facts.LetterFacts.Refusal;
import consular.cases.letters.facts.LetterFinding.FollowsFamily;
import consular.cases.letters.facts.LetterFinding.Processing;
import consular.cases.letters.facts.LetterHead;
import consular.cases.letters.render.PlainText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every letter, on every occasion that there is a sample of. Holds R-LTR-11 and R-TRM-15. */
class LettersTest {

    static Stream<LetterFacts> occasions() {
        return Arrays.stream(Language.values()).flatMap(language -> SampleLetters.in(language).values().stream());
    }

    static Stream<Refusal> refusals() {
        return occasions().filter(Refusal.class::isInstance).map(Refusal.class::cast);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void our_own_letters_pass_the_check_that_a_posts_wording_must_pass(Refusal refusal) {
        assertThat(NoticeWording.check(refusal.noticeFacts(), text(refusal))).isEqualTo(new Acceptable());
    }

    @ParameterizedTest
    @MethodSource("occasions")
    void no_letter_steers_its_reader(LetterFacts facts) {
        var nothingRequired = new NoticeFacts(VisaCategory.IMMIGRANT, true, List.of(), false);
        var text = text(facts)
                .replace("203(g)", "")
                .lines()
                .filter(line -> !isFixed(line))
                .toList();
        assertThat(NoticeWording.check(nothingRequired, String.join("\n", text)))
                .isEqualTo(new Acceptable());
    }

    @ParameterizedTest
    @MethodSource("occasions")
    void the_old_number_of_203g_is_never_cited(LetterFacts facts) {
        assertThat(text(facts)).doesNotContain("203(e)");
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void the_fixed_sentences_stand_where_they_belong_to_the_byte_and_nowhere_else(Refusal refusal) {
        for (var sentence : FixedSentence.values()) {
            var lines = text(refusal).lines().filter(sentence.text()::equals);
            assertThat(lines).hasSize(sentence.belongsTo(refusal.noticeFacts()) ? 1 : 0);
        }
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void a_fixed_sentence_is_english_in_a_letter_of_any_language(Refusal refusal) {
        assertThat(write(refusal).blocks())
                .filteredOn(Block.Fixed.class::isInstance)
                .allSatisfy(block -> assertThat(block.language()).isEqualTo(Language.ENGLISH));
    }

    @Test
    void the_sections_follow_the_order_of_the_manual() {
        assertThat(headings(SampleLetters.in(Language.ENGLISH).get("iv-212a-waiver")))
                .containsExactly(
                        "Provision of law",
                        "Factual basis",
                        "Missing documents or evidence",
                        "Procedural steps",
                        "Relief");
        assertThat(headings(SampleLetters.in(Language.SPANISH).get("iv-212a-waiver")))
                .containsExactly(
                        "Disposición legal",
                        "Fundamento de hecho",
                        "Documentos o pruebas que faltan",
                        "Pasos del procedimiento",
                        "Recursos");
    }

    @ParameterizedTest
    @EnumSource
    void a_classified_factual_basis_is_not_told(Language language) {
        var letter = text(iv(head(language), NoticeExtent.FULL, true, ineligible("212(a)(3)(B)", true, false)));
        assertThat(letter).contains("INA 212(a)(3)(B)").doesNotContain("married");
    }

    @ParameterizedTest
    @EnumSource
    void a_limited_citation_tells_neither_subsection_nor_facts_nor_waiver(Language language) {
        var facts = iv(head(language), NoticeExtent.LIMITED_CITATION, true, ineligible("212(a)(3)(B)", false, true));
        assertThat(text(facts))
                .contains("INA 212(a)\n")
                .doesNotContain("212(a)(", "married")
                .doesNotContainIgnoringCase("waiver")
                .doesNotContainIgnoringCase("exención");
        assertThat(headings(facts)).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void a_letter_that_names_no_provision_does_not_speak_of_one(Language language) {
        var facts = iv(head(language), NoticeExtent.LIMITED_CITATION, true, ineligible("212(a)(3)(B)", false, true));
        assertThat(flowing(facts))
                .doesNotContain("the provision does not apply", "la disposición no se aplica")
                .containsAnyOf("Evidence that you are eligible", "pruebas de que reúne los requisitos");
    }

    /** R-NIV-10. */
    @Test
    void a_nonimmigrant_is_told_when_the_application_lapses_for_want_of_evidence_and_nobody_else_is() {
        var english = SampleLetters.in(Language.ENGLISH);
        assertThat(flowing(Objects.requireNonNull(english.get("niv-221g-documents"))))
                .contains("If no evidence is presented on or before March 5, 2025, the application lapses.");
        assertThat(flowing(Objects.requireNonNull(
                        SampleLetters.in(Language.SPANISH).get("niv-221g-documents"))))
                .contains("la solicitud caduca");
        assertThat(english.entrySet())
                .filteredOn(sample -> !sample.getKey().equals("niv-221g-documents"))
                .allSatisfy(sample -> assertThat(flowing(sample.getValue())).doesNotContain("lapses"));
    }

    /** R-TRM-05. */
    @Test
    void a_missed_interview_is_not_called_a_notice_of_availability() {
        var letters = SampleLetters.in(Language.ENGLISH);
        for (var name : List.of("warning-term-a-missed-interview", "termination-term-a-missed-interview")) {
            assertThat(flowing(Objects.requireNonNull(letters.get(name))))
                    .contains("You did not appear at your interview for an immigrant visa on March 5, 2024.")
                    .doesNotContain("you were notified", "that notice");
        }
    }

    /** R-TRM-05. */
    @Test
    void follow_up_instructions_are_named_with_what_would_answer_them() {
        var letters = SampleLetters.in(Language.ENGLISH);
        for (var name : List.of("warning-term-a-follow-up", "termination-term-a-follow-up")) {
            assertThat(flowing(Objects.requireNonNull(letters.get(name))))
                    .contains("On March 5, 2024 follow-up instructions for your immigrant visa application were sent to"
                            + " you.")
                    .contains("CEAC")
                    .doesNotContain("you were notified", "that notice", "interview");
        }
    }

    @Test
    void a_suppressed_notice_is_no_letter() {
        assertThat(Letters.write(iv(
                        head(Language.ENGLISH),
                        NoticeExtent.SUPPRESSED,
                        true,
                        ineligible("212(a)(3)(B)", false, true))))
                .isEmpty();
    }

    @Test
    void who_follows_the_family_is_asked_for_nothing_and_warned_of_the_petition_all_the_same() {
        assertThat(text(iv(head(Language.ENGLISH), NoticeExtent.FULL, true, new FollowsFamily())))
                .contains("No document is requested from you.")
                .contains(FixedSentence.TERMINATION_OF_THE_PETITION.text());
    }

    /** R-LTR-03, R-FAM-02: it may be a refusal of which no notice is allowed, and one that is told at times tells of the others. */
    @Test
    void what_was_decided_on_the_member_of_the_family_who_is_awaited_is_never_told() {
        assertThat(flowing(iv(head(Language.ENGLISH), NoticeExtent.FULL, true, new FollowsFamily())))
                .contains("your application waited for that of a member of your family.")
                .doesNotContain("approved");
        assertThat(flowing(iv(head(Language.SPANISH), NoticeExtent.FULL, true, new FollowsFamily())))
                .contains("su solicitud quedaba a la espera de la de un miembro de su familia.")
                .doesNotContain("aprobar");
    }

    @ParameterizedTest
    @EnumSource
    void what_the_government_is_processing_is_not_told(Language language) {
        assertThat(text(iv(head(language), NoticeExtent.FULL, true, new Processing())))
                .doesNotContainIgnoringCase("fraud")
                .doesNotContainIgnoringCase("security advisory");
    }

    @Test
    void counsel_on_record_receives_a_copy_and_nobody_does_where_there_is_none() {
        var head = head(Language.ENGLISH);
        var alone = new LetterHead(
                head.language(), head.postCity(), head.caseNumber(), head.applicant(), null, head.date());
        assertThat(text(iv(head, NoticeExtent.FULL, true, new Processing())))
                .endsWith("Copy to the attorney of record:\nJuan dela Cruz\n12 Roxas Boulevard\nManila\n");
        assertThat(text(iv(alone, NoticeExtent.FULL, true, new Processing()))).doesNotContain("Copy");
    }

    @ParameterizedTest
    @EnumSource
    void a_third_party_is_told_neither_the_case_number_nor_who_counsel_is(Language language) {
        assertThat(text(Objects.requireNonNull(SampleLetters.in(language).get("inquiry-concurred"))))
                .contains("HR-17")
                .doesNotContain("MNL2024012345", "Juan dela Cruz");
    }

    @Test
    void a_reply_goes_to_whoever_asked() {
        var head = head(Language.ENGLISH);
        assertThat(text(new InquiryAnswer(head, Requester.COUNSEL, "7", "Refused.")))
                .contains("To: Juan dela Cruz\n");
        assertThat(text(new InquiryAnswer(head, Requester.APPLICANT, "7", "Refused.")))
                .contains("To: Maria Santos\n");
    }

    @Test
    void the_visa_center_terminates_for_not_applying_and_the_post_after_a_refusal() {
        var letters = SampleLetters.in(Language.ENGLISH);
        assertThat(text(Objects.requireNonNull(letters.get("termination-term-a"))))
                .contains("National Visa Center")
                .doesNotContain("Consular Section")
                .contains("March 5, 2026 by 22 CFR 42.83(c) and March 4, 2026");
        assertThat(text(Objects.requireNonNull(letters.get("termination-term-b"))))
                .contains("Consular Section, Manila")
                .doesNotContain("National Visa Center", "the later of the two");
    }

    @Test
    void a_termination_is_nowhere_called_permanent_but_in_the_fixed_sentence() {
        occasions()
                .forEach(facts -> assertThat(text(facts).lines().filter(line -> !isFixed(line)))
                        .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("permanent")));
    }

    @Test
    void a_refusal_without_findings_is_no_refusal() {
        assertThatIllegalArgumentException().isThrownBy(() -> iv(head(Language.ENGLISH), NoticeExtent.FULL, true));
    }

    private static boolean isFixed(String line) {
        return Arrays.stream(FixedSentence.values()).map(FixedSentence::text).anyMatch(line::equals);
    }

    private static List<String> headings(LetterFacts facts) {
        return write(facts).blocks().stream()
                .filter(Block.Heading.class::isInstance)
                .map(Block.Heading.class::cast)
                .filter(heading -> heading.level() == 2)
                .map(Block.Heading::text)
                .toList();
    }

    private static String text(LetterFacts facts) {
        return PlainText.of(write(facts));
    }

    /** The words, wherever the lines break. */
    private static String flowing(LetterFacts facts) {
        return text(facts).replaceAll("\\s+", " ");
    }

    private static Letter write(LetterFacts facts) {
        return Letters.write(facts).orElseThrow();
    }
}
