package consular.cases.service.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Surefire runs …Test and Failsafe runs …IT; a test by any other name is skipped without a word. */
class TestNamesTest {

    private static final Pattern HOLDS_TESTS =
            Pattern.compile("(?m)^\\s*@(Test|ParameterizedTest|RepeatedTest|TestFactory)\\b");

    private static final Pattern ABSTRACT = Pattern.compile("(?m)^(public )?(abstract class|interface) ");

    @Test
    void every_class_that_holds_tests_is_named_so_that_it_runs() throws IOException {
        try (var files = Files.walk(services())) {
            var tests = files.filter(TestNamesTest::isTestSource)
                    .filter(TestNamesTest::holdsTests)
                    .map(file -> file.getFileName().toString())
                    .toList();

            assertThat(tests).contains("TestNamesTest.java").allMatch(TestNamesTest::runs);
        }
    }

    @Test
    void a_name_that_would_be_skipped_is_seen() {
        assertThat(runs("DateProperties.java")).isFalse();
        assertThat(runs("Test1.java")).isFalse();
        assertThat(runs("DatesTest.java")).isTrue();
        assertThat(runs("ServiceIT.java")).isTrue();
    }

    private static boolean runs(String file) {
        return file.endsWith("Test.java") || file.endsWith("IT.java");
    }

    private static Path services() {
        var directory = Path.of("").toAbsolutePath();
        while (!directory.getFileName().toString().equals("services")) {
            directory = Objects.requireNonNull(directory.getParent(), "no directory named services above");
        }
        return directory;
    }

    private static boolean isTestSource(Path file) {
        return file.toString().contains("/src/test/java/") && file.toString().endsWith(".java");
    }

    private static boolean holdsTests(Path file) {
        try {
            var source = Files.readString(file);
            return HOLDS_TESTS.matcher(source).find()
                    && !ABSTRACT.matcher(source).find();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
