package consular.cases.letters;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.letters.document.Language;
import consular.cases.letters.facts.LetterFacts;
import consular.cases.letters.render.Html;
import consular.cases.letters.render.PlainText;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ApprovedLettersTest {

    static Stream<Arguments> letters() {
        return Arrays.stream(Language.values())
                .flatMap(language -> SampleLetters.in(language).entrySet().stream()
                        .map(sample -> Arguments.of(sample.getKey() + "." + language.tag(), sample.getValue())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("letters")
    void every_letter_reads_as_approved(String name, LetterFacts facts) throws IOException {
        Approval.check(name + ".txt", PlainText.of(Letters.write(facts).orElseThrow()));
    }

    @ParameterizedTest
    @EnumSource
    void a_page_of_html_looks_as_approved(Language language) throws IOException {
        for (var name : new String[] {"iv-221g-documents-petition", "iv-212a-waiver", "termination-term-a"}) {
            var letter = Letters.write(SampleLetters.in(language).get(name)).orElseThrow();
            Approval.check(name + "." + language.tag() + ".html", Html.of(letter));
        }
    }

    @Test
    void no_approved_file_is_left_over() throws IOException {
        var names = letters().map(letter -> letter.get()[0] + ".txt").toList();
        try (var files = Files.list(Approval.APPROVED)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".txt")))
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }
}
