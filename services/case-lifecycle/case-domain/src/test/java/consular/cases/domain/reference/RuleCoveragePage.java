package consular.cases.domain.reference;

import static consular.cases.domain.reference.ReferencePage.codes;

import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.law.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every rule of the rule sheet with the code that applies it and the tests that hold it, or the reason why there is none. */
final class RuleCoveragePage {
    private final Sources sources;
    private final Map<String, String> reasons;
    private static final String IN_PART = "in part: ";

    private final Map<String, TreeSet<String>> scenarios = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    private RuleCoveragePage(Sources sources, Map<String, String> reasons, List<Run> runs) {
        this.sources = sources;
        this.reasons = reasons;
        runs.forEach(run -> run.rules()
                .forEach(id -> scenarios
                        .computeIfAbsent(id, _ -> new TreeSet<>())
                        .add(run.scenario().replaceAll("\\(.*", ""))));
    }

    /**
     * The page.
     *
     * @param reasons by the id of a rule, why no test or no code holds it; if it begins with {@code in part:}, which
     *     part of it they don't
     * @throws IllegalStateException naming every rule without a test or without code and without a reason, and every
     *     reason that is none any more
     */
    static ReferencePage of(List<Run> runs, Sources sources, Map<String, String> reasons) {
        var page = new RuleCoveragePage(sources, reasons, runs);
        var rules = page.rules();
        var cases = page.awkwardCases();
        if (!page.faults.isEmpty()) {
            throw new IllegalStateException(String.join("\n", page.faults));
        }
        return ReferencePage.of(
                "coverage.md",
                "Where each rule is held",
                """
                Every rule of the rule sheet on visas, the classes that apply it, and the scenarios and test classes that
                name it. A rule, or a part of one, without code or without a test has a reason in words.
                """,
                "## Rules\n\n" + rules + "\n## Awkward cases\n\n" + cases);
    }

    private String rules() {
        var rows = Arrays.stream(Rule.values()).map(this::row).toList();
        for (var id : reasons.keySet()) {
            if (Arrays.stream(Rule.values()).noneMatch(rule -> rule.id().equals(id))) {
                faults.add(id + " has a reason, but there is no such rule");
            }
        }
        return ReferencePage.table(List.of("rule", "citation", "code", "tests"), rows);
    }

    private List<String> row(Rule rule) {
        var tests = new TreeSet<>(scenarios.getOrDefault(rule.id(), new TreeSet<>()));
        tests.addAll(sources.testing(rule.name(), rule.id()));
        var reason = reasons.get(rule.id());
        if (tests.isEmpty() && reason == null) {
            faults.add(rule.id() + " (" + rule.name() + ") has no test and no reason");
        }
        var code = code(rule);
        if (code.isEmpty() && reason == null) {
            faults.add(rule.id() + " (" + rule.name() + ") has no code and no reason");
        }
        if (reason != null && !tests.isEmpty() && !code.isEmpty() && !reason.startsWith(IN_PART)) {
            faults.add(rule.id() + " has code and tests, so it needs no reason: " + tests);
        }
        if (reason != null && (tests.isEmpty() || code.isEmpty()) && reason.startsWith(IN_PART)) {
            faults.add(rule.id() + " is held in no part");
        }
        return List.of(rule.id(), rule.citation(), codes(code), testsOrReason(tests, reason));
    }

    /** The classes that apply a rule, and those that turn down whatever goes against it. */
    private List<String> code(Rule rule) {
        return Stream.concat(
                        sources.using(rule.name(), rule.id()).stream(),
                        Arrays.stream(RejectionCode.values())
                                .filter(code -> code.rule().filter(rule::equals).isPresent())
                                .flatMap(code -> sources.rejectingWith(code.name()).stream()))
                .distinct()
                .sorted()
                .toList();
    }

    private static String testsOrReason(TreeSet<String> tests, @Nullable String reason) {
        if (reason == null) {
            return codes(tests);
        }
        return tests.isEmpty() ? reason : codes(tests) + "; " + reason;
    }

    private String awkwardCases() {
        var rows = new ArrayList<List<String>>();
        IntStream.rangeClosed(1, 22).mapToObj("W-%02d"::formatted).forEach(id -> {
            var tests = sources.testsNamed(id);
            if (tests.isEmpty()) {
                faults.add(id + " has no test by that name");
            }
            rows.add(List.of(id, codes(tests)));
        });
        return ReferencePage.table(List.of("case", "tests"), rows);
    }
}
