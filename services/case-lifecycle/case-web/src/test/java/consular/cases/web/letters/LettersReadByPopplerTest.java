package consular.cases.web.letters;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.letters.Letters;
import consular.cases.letters.SampleLetters;
import consular.cases.letters.document.Block;
import consular.cases.letters.document.Language;
import consular.cases.letters.document.Letter;
import consular.cases.letters.document.LetterKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every letter, of every kind and combination and in every language, as another program than ours reads its PDF. */
class LettersReadByPopplerTest {
    private static final PdfLetters PDF = new PdfLetters();
    private static final Pattern PAGE_NUMBER = Pattern.compile("(?m)^\\d+ ?/ ?\\d+$");

    @TempDir
    private Path folder;

    static Stream<Arguments> letters() {
        return Arrays.stream(Language.values())
                .flatMap(language -> SampleLetters.in(language).entrySet().stream()
                        .map(sample -> Arguments.of(
                                sample.getKey() + "." + language.tag(),
                                Letters.write(sample.getValue()).orElseThrow())));
    }

    @BeforeAll
    static void poppler_is_here() {
        Poppler.required();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("letters")
    void nothing_of_a_letter_is_missing_or_out_of_place(String name, Letter letter) throws Exception {
        // what stands between two marks of a list, or at the foot of a page, is not in the letter
        var text = PAGE_NUMBER.matcher(Poppler.text(file(name, letter))).replaceAll("");
        assertThat(words(text.replace("•", " "))).isEqualTo(words(text(letter)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("letters")
    void a_reader_opens_it_and_finds_its_title_and_tags(String name, Letter letter) throws Exception {
        assertThat(Poppler.info(file(name, letter)))
                .anyMatch(line -> line.matches("Title: +" + Pattern.quote(letter.title())))
                .anyMatch(line -> line.matches("Tagged: +yes"))
                .anyMatch(line -> line.matches("Encrypted: +no"))
                .anyMatch(line -> line.matches("Page size: .*\\(A4\\)"));
    }

    @Test
    void every_kind_of_letter_is_among_them() {
        for (var language : Language.values()) {
            assertThat(letters().map(it -> (Letter) it.get()[1]).filter(it -> it.language() == language))
                    .extracting(Letter::kind)
                    .contains(LetterKind.values());
        }
    }

    private Path file(String name, Letter letter) throws Exception {
        return Files.write(folder.resolve(name + ".pdf"), PDF.of(letter));
    }

    private static String text(Letter letter) {
        return letter.blocks().stream().flatMap(LettersReadByPopplerTest::lines).collect(Collectors.joining("\n"));
    }

    private static Stream<String> lines(Block block) {
        return switch (block) {
            case Block.Sender sender -> sender.lines().stream();
            case Block.Particulars particulars ->
                particulars.lines().stream().map(line -> line.label() + ": " + line.value());
            case Block.Heading heading -> Stream.of(heading.text());
            case Block.Paragraph paragraph -> Stream.of(paragraph.text());
            case Block.Fixed fixed -> Stream.of(fixed.sentence().text());
            case Block.Items items -> items.items().stream();
            case Block.Signature signature -> signature.lines().stream();
            case Block.CopyTo copy -> Stream.concat(Stream.of(copy.label() + ":"), copy.lines().stream());
        };
    }

    /** Where a line ends is for the page to say. */
    private static List<String> words(String text) {
        return List.of(text.replace('\u00a0', ' ').strip().split("\\s+"));
    }
}
