package consular.cases.letters;

import static consular.cases.letters.SampleLetters.head;
import static consular.cases.letters.SampleLetters.ineligible;
import static consular.cases.letters.SampleLetters.iv;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.ineligibility.RefusalReason;
import consular.cases.domain.notices.FixedSentence;
import consular.cases.domain.notices.NoticeExtent;
import consular.cases.domain.notices.Requester;
import consular.cases.domain.people.Counsel;
import consular.cases.domain.refusals.FindingStatus;
import consular.cases.domain.visas.VisaCategory;
import consular.cases.letters.document.Block;
import consular.cases.letters.document.Language;
import consular.cases.letters.facts.ApplicationThen;
import consular.cases.letters.facts.FindingThen;
import consular.cases.letters.facts.LetterFacts;
import consular.cases.letters.facts.LetterFacts.InquiryAnswer;
import consular.cases.letters.facts.LetterFacts.Refusal;
import consular.cases.letters.facts.LetterFinding;
import consular.cases.letters.facts.LetterFinding.Missing;
import consular.cases.letters.facts.LetterFinding.Processing;
import consular.cases.letters.facts.LetterHead;
import consular.cases.letters.render.PlainText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What letters say on occasions of which there is no sample. */
class LetterDetailsTest {
    private static final LetterHead ENGLISH = head(Language.ENGLISH);
    private static final LetterHead SPANISH = head(Language.SPANISH);

    @Test
    void a_refusal_on_which_nothing_is_open_says_that_no_step_is() {
        var forGood = ineligible("212(a)(2)(C)", false, false);
        assertThat(words(nonimmigrant(ENGLISH, null, forGood)))
                .contains("No step of the consular officer or of the Department of State is open.");
        assertThat(words(nonimmigrant(SPANISH, null, forGood)))
                .contains("No queda pendiente ningún paso del oficial consular ni del Departamento de Estado.");
    }

    @Test
    void a_refusal_on_which_something_is_open_does_not_say_that_no_step_is() {
        assertThat(words(nonimmigrant(ENGLISH, null, new Processing()))).doesNotContain("No step of the consular");
    }

    @Test
    void what_is_missing_besides_a_limited_ground_is_not_named_once_that_ground_has_gone_either() {
        var late = LateSamples.late(
                ENGLISH,
                NoticeExtent.LIMITED_CITATION,
                ApplicationThen.REFUSED,
                new FindingThen(ineligible("212(a)(4)", false, true), FindingStatus.WAIVED),
                new FindingThen(ineligible("212(e)", false, true), FindingStatus.ACTIVE));
        assertThat(late.missingBesides()).isNotEmpty();
        assertThat(words(late)).contains("INA 212(a) ", "INA 212(e)").doesNotContain("Tax", "since been granted");
    }

    @Test
    void counsel_who_asks_and_is_not_on_record_is_addressed_by_the_office() {
        assertThat(text(new InquiryAnswer(without(ENGLISH), Requester.COUNSEL, "7", "Refused.")))
                .contains("To: Attorney of record\n");
        assertThat(text(new InquiryAnswer(without(SPANISH), Requester.COUNSEL, "7", "Denegada.")))
                .contains("Abogado que consta en el expediente\n");
    }

    @Test
    void the_address_of_counsel_is_printed_without_its_empty_lines() {
        var head = with(new Counsel("Juan dela Cruz", " 12 Roxas Boulevard \n \n\n Manila"));
        assertThat(text(iv(head, NoticeExtent.FULL, true, new Processing())))
                .endsWith("Juan dela Cruz\n12 Roxas Boulevard\nManila\n");
    }

    @Test
    void counsel_without_an_address_receives_a_copy_all_the_same() {
        var head = with(new Counsel("Juan dela Cruz", null));
        assertThat(text(iv(head, NoticeExtent.FULL, true, new Processing())))
                .endsWith("Copy to the attorney of record:\nJuan dela Cruz\n");
    }

    @Test
    void a_fixed_sentence_amid_the_posts_own_words_stands_alone_and_the_words_before_and_after_it_stay() {
        var own = "Refused under 221(g). " + FixedSentence.ESTA.text() + " Bring the certificate.";
        var letter = Letters.write(
                        nonimmigrant(ENGLISH, own, new Missing(RefusalReason.BIRTH_CERTIFICATE, true, false)))
                .orElseThrow();
        assertThat(letter.blocks())
                .containsSubsequence(
                        new Block.Paragraph(Language.ENGLISH, "Refused under 221(g)."),
                        new Block.Fixed(FixedSentence.ESTA),
                        new Block.Paragraph(Language.ENGLISH, "Bring the certificate."));
    }

    private static Refusal nonimmigrant(LetterHead head, @Nullable String ownWording, LetterFinding finding) {
        return new Refusal(
                head,
                NoticeExtent.FULL,
                VisaCategory.NONIMMIGRANT,
                "B2",
                false,
                SampleLetters.REFUSED,
                List.of(new FindingThen(finding, FindingStatus.ACTIVE)),
                List.of(),
                ApplicationThen.REFUSED,
                null,
                null,
                false,
                false,
                false,
                ownWording);
    }

    private static LetterHead without(LetterHead head) {
        return new LetterHead(head.language(), head.postCity(), head.caseNumber(), head.applicant(), null, head.date());
    }

    private static LetterHead with(Counsel counsel) {
        return new LetterHead(
                ENGLISH.language(),
                ENGLISH.postCity(),
                ENGLISH.caseNumber(),
                ENGLISH.applicant(),
                counsel,
                ENGLISH.date());
    }

    /** The text as if no line broke. */
    private static String words(LetterFacts facts) {
        return text(facts).replaceAll("\\s+", " ");
    }

    private static String text(LetterFacts facts) {
        return PlainText.of(Letters.write(facts).orElseThrow());
    }
}
