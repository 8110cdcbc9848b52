package consular.cases.domain.golden;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.law.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A file that nobody reads proves nothing. */
class GoldenFilesTest {
    private static final Path FILES = Path.of("src/test/resources/golden");

    @Test
    void every_file_is_a_scenario_that_is_run() throws IOException {
        try (var files = Files.list(FILES)) {
            assertThat(files.map(it -> Objects.requireNonNull(it.getFileName()).toString())
                            .filter(it -> it.matches("[A-Z]-\\d\\d\\.json")))
                    .containsExactlyInAnyOrderElementsOf(
                            GoldenScenario.IDS.stream().map(it -> it + ".json").toList());
        }
    }

    @Test
    void every_rule_that_a_scenario_names_has_the_form_of_a_rule() throws IOException {
        var named = Pattern.compile("\"(R-[A-Z]+-\\d\\d)\"");
        for (var id : GoldenScenario.IDS) {
            assertThat(named.matcher(Files.readString(FILES.resolve(id + ".json")))
                            .results())
                    .as(id)
                    .isNotEmpty();
        }
    }

    @Test
    void no_two_rules_have_the_same_id() {
        assertThat(Arrays.stream(Rule.values()).map(Rule::id)).doesNotHaveDuplicates();
    }
}
