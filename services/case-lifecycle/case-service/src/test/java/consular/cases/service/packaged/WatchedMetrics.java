package consular.cases.service.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The names of the metrics that expressions of Prometheus mention, in rules, in their tests and in dashboards. */
final class WatchedMetrics {
    /** In YAML: on the line, or on lines further in. */
    private static final Pattern IN_RULES = Pattern.compile(
            "^ *(?:- )?(?:alert|record): .*\\R( *)expr: (?:[|>]-?\\R((?:\\1 +.*\\R)+)|(.*))", Pattern.MULTILINE);

    private static final Pattern IN_TESTS = Pattern.compile("series: (['\"])(.+?)\\1");

    /** What names no metric: texts, labels to choose or to group by, and spans of time. */
    private static final Pattern NO_METRIC = Pattern.compile(
            "\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]|\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");

    /** Not before a parenthesis, where it is a function. */
    private static final Pattern NAME = Pattern.compile("\\b[a-z_:][a-zA-Z0-9_:]*+(?!\\s*\\()");

    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

    /** Prometheus makes it itself. */
    private static final String UP = "up";

    /** What the linter of the interface brings is none of ours. */
    private static final Path OF_OTHERS = Path.of("node_modules");

    /** How those begin that are there under a profile of their own. */
    static final String KAFKA = "consular_kafka_";

    private WatchedMetrics() {}

    /** In every rule, test of a rule and dashboard below a folder. */
    static Set<String> in(Path folder) throws IOException {
        var names = new TreeSet<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(WatchedMetrics::isOurs).toList()) {
                var text = Files.readString(file);
                if (file.toString().endsWith(".json")) {
                    inDashboard(JsonMapper.shared().readTree(text), names);
                } else if (file.toString().endsWith(".yml")) {
                    inRules(text, names);
                }
            }
        }
        names.remove(UP);
        return names;
    }

    private static boolean isOurs(Path file) {
        for (var part : file) {
            if (part.equals(OF_OTHERS)) {
                return false;
            }
        }
        return Files.isRegularFile(file);
    }

    private static void inDashboard(JsonNode dashboard, Set<String> names) {
        for (var expression : dashboard.findValues("expr")) {
            inExpression(expression.asString(), names);
        }
    }

    private static void inRules(String text, Set<String> names) {
        IN_RULES.matcher(text).results().forEach(rule -> {
            var lines = rule.group(2);
            inExpression(lines == null ? rule.group(3) : lines, names);
        });
        IN_TESTS.matcher(text).results().forEach(series -> inExpression(series.group(2), names));
    }

    private static void inExpression(String expression, Set<String> names) {
        var bare = NO_METRIC.matcher(expression).replaceAll(" ");
        NAME.matcher(bare)
                .results()
                .map(match -> match.group())
                .filter(name -> !WORDS.contains(name))
                .forEach(names::add);
    }
}
