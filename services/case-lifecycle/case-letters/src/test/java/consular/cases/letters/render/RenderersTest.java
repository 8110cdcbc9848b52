package consular.cases.letters.render;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.notices.FixedSentence;
import consular.cases.letters.document.Block;
import consular.cases.letters.document.Block.Fixed;
import consular.cases.letters.document.Block.Items;
import consular.cases.letters.document.Block.Paragraph;
import consular.cases.letters.document.Language;
import consular.cases.letters.document.Letter;
import consular.cases.letters.document.LetterKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenderersTest {

    @Test
    void text_is_broken_at_blanks_before_the_73rd_character() {
        var text = PlainText.of(letter(new Paragraph(Language.ENGLISH, "a".repeat(36) + " " + "b".repeat(35) + " c")));
        assertThat(text).isEqualTo("a".repeat(36) + " " + "b".repeat(35) + "\nc\n");
    }

    @Test
    void characters_are_counted_and_not_their_halves() {
        var text = PlainText.of(letter(new Paragraph(Language.ENGLISH, "𝒂".repeat(70) + " b c")));
        assertThat(text).isEqualTo("𝒂".repeat(70) + " b\nc\n");
    }

    @Test
    void a_blank_that_may_not_be_broken_is_not_and_prints_as_any_other() {
        var text = PlainText.of(letter(new Paragraph(Language.ENGLISH, "a".repeat(66) + " INA\u00a0212(a)")));
        assertThat(text).isEqualTo("a".repeat(66) + "\nINA 212(a)\n");
    }

    @Test
    void a_fixed_sentence_is_one_line() {
        assertThat(PlainText.of(letter(new Fixed(FixedSentence.ESTA)))).isEqualTo(FixedSentence.ESTA.text() + "\n");
    }

    @Test
    void the_second_line_of_an_item_stands_under_its_first_word() {
        var text = PlainText.of(letter(new Items(Language.ENGLISH, List.of("a".repeat(60) + " " + "b".repeat(20)))));
        assertThat(text).isEqualTo("- " + "a".repeat(60) + "\n  " + "b".repeat(20) + "\n");
    }

    @Test
    void control_characters_are_blanks() {
        var letter = letter(new Paragraph(Language.ENGLISH, "one\u0007two\nthree"));
        assertThat(PlainText.of(letter)).isEqualTo("one two three\n");
        assertThat(Html.of(letter)).contains("<p>one two three</p>");
    }

    @Test
    void what_means_something_to_html_is_escaped() {
        var letter = letter(new Paragraph(Language.ENGLISH, "<script>alert(\"x\" & 'y')</script>"));
        assertThat(Html.of(letter))
                .contains("<p>&lt;script&gt;alert(&quot;x&quot; &amp; &#39;y&#39;)&lt;/script&gt;</p>")
                .doesNotContain("<script");
    }

    @Test
    void html_says_the_language_of_the_page_and_of_what_differs() {
        var letter = new Letter(
                LetterKind.REFUSAL,
                Language.SPANISH,
                "Aviso & más",
                List.of(new Paragraph(Language.SPANISH, "hola"), new Fixed(FixedSentence.ESTA)));
        assertThat(Html.of(letter))
                .startsWith("<!DOCTYPE html>\n<html lang=\"es\">")
                .contains("<title>Aviso &amp; más</title>")
                .contains("<p>hola</p>")
                .contains("<p lang=\"en\">" + FixedSentence.ESTA.text() + "</p>");
    }

    private static Letter letter(Block... blocks) {
        return new Letter(LetterKind.REFUSAL, Language.ENGLISH, "Title", List.of(blocks));
    }
}
