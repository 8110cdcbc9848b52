package consular.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.golden.GoldenScenario;
import consular.cases.domain.reference.ReferencePage;
import consular.cases.domain.reference.ReferencePages;
import consular.cases.domain.reference.Run;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The pages of the reference say what the code does; this test writes them, and fails when one is stale. */
class ReferencePagesTest {
    private static final Path PAGES = Path.of("../docs/reference");
    private static final Path SERVICES = Path.of("../..");

    @TestFactory
    Stream<DynamicTest> each_page_says_what_the_code_does() throws IOException {
        var scenarios =
                Stream.concat(GoldenScenario.all(), GoldenScenario.rejections()).map(ReferencePagesTest::run);
        var runs = Stream.concat(scenarios, StoriesTold.all().stream()).toList();
        var pages = ReferencePages.of(
                runs,
                QuasiRefusalsTold.all(),
                TestPosts::named,
                SERVICES,
                words("rejections-of-commands"),
                words("rules-without-a-test"));
        return Stream.concat(pages, Stream.of(HistoriesPage.page()))
                .map(page -> DynamicTest.dynamicTest(page.file(), () -> check(page)));
    }

    private static Run run(GoldenScenario scenario) {
        var driver = new DeciderDriver();
        scenario.run(driver);
        return new Run(scenario.id(), scenario.post(), scenario.rules(), driver.outcomes(), driver.history());
    }

    private static void check(ReferencePage page) throws IOException {
        var file = PAGES.resolve(page.file());
        if (Boolean.getBoolean("reference.write")) {
            Files.writeString(file, page.text());
        }
        assertThat(file)
                .as("stale: write it anew with -Dreference.write=true")
                .exists()
                .hasContent(page.text());
    }

    /** The words of a file, by what they are about. */
    private static Map<String, String> words(String name) {
        var words = new Properties();
        try (var file = ReferencePagesTest.class.getResourceAsStream("/reference/" + name + ".properties");
                var reader = new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words.stringPropertyNames().stream().collect(Collectors.toMap(id -> id, words::getProperty));
    }
}
