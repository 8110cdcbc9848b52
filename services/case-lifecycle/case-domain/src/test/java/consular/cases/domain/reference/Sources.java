package consular.cases.domain.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The source files of all modules, to see which of them speak of a rule. */
final class Sources {
    private record Source(String name, String text) {
        private static final Pattern TEXTS = Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*+\"");

        Source withoutTexts() {
            return new Source(name, TEXTS.matcher(text).replaceAll("\"\""));
        }
    }

    private final List<Source> main;
    private final List<Source> tests;
    private final List<Source> testsInWords;

    private Sources(List<Source> main, List<Source> tests) {
        this.main = main;
        this.tests = tests;
        this.testsInWords = tests.stream().map(Source::withoutTexts).toList();
    }

    /** Reads all Java sources below the folder of services. */
    static Sources below(Path services) {
        return new Sources(read(services, "src/main/java"), read(services, "src/test/java"));
    }

    private static List<Source> read(Path services, String tree) {
        var part = Path.of(tree);
        try (var files = Files.walk(services)) {
            return files.filter(file -> file.toString().endsWith(".java") && contains(file, part))
                    .sorted()
                    .map(file -> new Source(file.getFileName().toString().replace(".java", ""), text(file)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean contains(Path file, Path part) {
        return file.toString().contains(part.toString());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The classes that use a rule's constant, or name its id; another constant may bear the
     * same name, and where rules and rejections are listed does not count.
     */
    List<String> using(String constant, String id) {
        return naming(main, Pattern.compile("\\b" + id + "\\b|" + constant(constant)))
                .filter(name -> !LISTS.contains(name))
                .toList();
    }

    /** The classes that turn a command down with a code. */
    List<String> rejectingWith(String code) {
        return naming(main, Pattern.compile("\\b(?:reject|Rejection)\\(\\s*(?:RejectionCode\\.)?" + code + "\\b"))
                .filter(name -> !LISTS.contains(name))
                .toList();
    }

    /**
     * The test classes that name a rule's id in words, be it at the beginning of a test's name, or use its constant. An id
     * among the texts that a test hands in or expects is data, such as a citation; the tests of this search and of the
     * sheet hold no rule.
     */
    List<String> testing(String constant, String id) {
        var named = id.toLowerCase(Locale.ROOT).replace('-', '_') + "_";
        return naming(testsInWords, Pattern.compile("\\b(?:" + id + "\\b|" + named + ")|" + constant(constant)))
                .filter(name -> name.endsWith("Test") || name.endsWith("IT"))
                .filter(name -> !TESTS_OF_LISTS.contains(name))
                .toList();
    }

    /** Where a rule's constant is used: by its class, imported from there, or after all of them were. */
    private static String constant(String name) {
        return "\\bRule\\." + name + "\\b|(?s:\\blaw\\.Rule\\.\\*;.*\\b" + name + "\\b)";
    }

    /** The test classes with a test that bears the name of an awkward case, such as {@code W-05}. */
    List<String> testsNamed(String id) {
        return naming(tests, Pattern.compile("\\b(?:" + id + "\\b|" + id.replace('-', '_') + "(?![0-9]))"))
                .filter(name -> name.endsWith("Test") || name.endsWith("IT"))
                .toList();
    }

    /** The test classes with a test whose name begins with the number of an open question, such as {@code Q-05}. */
    List<String> testsOfQuestion(String id) {
        return naming(tests, Pattern.compile("\\bvoid " + id.replace('-', '_') + "_"))
                .toList();
    }

    private static Stream<String> naming(List<Source> sources, Pattern pattern) {
        return sources.stream()
                .filter(source -> pattern.matcher(source.text()).find())
                .map(Source::name)
                .distinct()
                .sorted();
    }

    private static final List<String> TESTS_OF_LISTS = List.of("RuleCoveragePageTest", "RuleSheetTest");

    private static final List<String> LISTS = List.of(
            "Rule",
            "RejectionCode",
            "package-info",
            "ImmigrantVisaRules",
            "NoticeRules",
            "ReviewRules",
            "RegistrationRules",
            "FileRules",
            "NonimmigrantRules");
}
