package consular.cases.domain.reference;

import static consular.cases.domain.reference.ReferencePage.code;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.law.PolicySetting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every open question of the law has a section that an officer can read, and tests of its own that the section names. */
class OpenQuestionsPageTest {
    private static final Path DOCS = Path.of("../docs");
    private static final Path LIST = Path.of("src/test/resources/reference/open-questions.txt");
    private static final Pattern SECTION = Pattern.compile("(?ms)^### (Q-\\d\\d) (.*?)(?=^##|\\z)");

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> questions() {
        return read(LIST).lines().toList();
    }

    private static Map<String, String> sections() {
        return SECTION.matcher(read(DOCS.resolve("explanation/open-questions-of-the-law.md")))
                .results()
                .collect(Collectors.toMap(it -> it.group(1), it -> it.group(2)));
    }

    @Test
    void each_question_of_the_list_has_one_section_and_no_other_is_there() {
        assertThat(sections().keySet()).containsExactlyInAnyOrderElementsOf(questions());
    }

    @TestFactory
    List<DynamicTest> each_section_names_the_tests_that_bear_its_number() {
        var sources = Sources.below(Path.of("../.."));
        var sections = sections();
        return questions().stream()
                .map(id -> DynamicTest.dynamicTest(id, () -> {
                    var tests = sources.testsOfQuestion(id);
                    assertThat(tests)
                            .as("tests named %s_…", id.replace('-', '_'))
                            .isNotEmpty();
                    assertThat(sections.get(id))
                            .contains("\n- Setting: ")
                            .contains("\n- Tests: "
                                    + tests.stream().map(ReferencePage::code).collect(Collectors.joining(", ")) + "\n");
                }))
                .toList();
    }

    @Test
    void each_setting_of_the_policy_stands_in_the_page_and_in_the_reference() {
        var page = read(DOCS.resolve("explanation/open-questions-of-the-law.md"));
        var reference = read(DOCS.resolve("reference/settings-and-metrics.md"));
        assertThat(Arrays.stream(PolicySetting.values()).map(it -> code("consular.policy." + it.key())))
                .allSatisfy(it -> assertThat(page).contains(it))
                .allSatisfy(it -> assertThat(reference).contains("| " + it + " |"));
    }
}
