package consular.cases.domain.reference;

import static consular.cases.domain.reference.ReferencePage.codes;

import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.law.Rule;
import consular.cases.domain.law.RuleSet;
import consular.cases.domain.law.sheet.Confidence;
import consular.cases.domain.law.sheet.RuleChange;
import consular.cases.domain.law.sheet.RuleEntry;
import consular.cases.domain.law.sheet.RuleSheet;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What every rule says, where it is written, since when it holds, and what is turned down by it. */
final class RulesPage {
    private static final String NONE = "–";

    private RulesPage() {}

    static ReferencePage of() {
        return ReferencePage.of(
                "rules.md",
                "Rules",
                """
                Every rule that events, rejections and deadlines cite, in words of our own. The authority is what the citation
                names; how well the text of it is known stands beside it: %s.
                `GET /api/v1/rules/{id}?on=` tells how a rule stood on a day. Which code applies a rule and which tests hold
                it is in [where each rule is held](coverage.md).
                """.formatted(attestations()),
                "## What they say\n\n" + rules() + "\n## What the rule sets changed\n\n" + changes());
    }

    private static String attestations() {
        return Arrays.stream(Confidence.values()).map(Confidence::label).collect(Collectors.joining(", "));
    }

    private static String rules() {
        return ReferencePage.table(
                List.of("rule", "says", "how much", "citation", "known", "in force", "turned down by it"),
                RuleSheet.all().stream().map(RulesPage::row).toList());
    }

    private static List<String> row(RuleEntry entry) {
        var quantity = entry.quantity();
        return List.of(
                entry.rule().id(),
                entry.statement(),
                quantity == null ? NONE : quantity,
                entry.rule().citation(),
                entry.confidence().stream().map(Confidence::label).collect(Collectors.joining(", ")),
                inForce(entry),
                codes(rejections(entry.rule())));
    }

    private static String inForce(RuleEntry entry) {
        var from = entry.validity().first();
        var until = entry.validity().last();
        if (from == null && until == null) {
            return "always";
        }
        return ((from == null ? "" : "from " + from) + (until == null ? "" : " until " + until)).strip();
    }

    private static List<RejectionCode> rejections(Rule rule) {
        return Arrays.stream(RejectionCode.values())
                .filter(code -> code.rules().contains(rule))
                .toList();
    }

    private static String changes() {
        return ReferencePage.table(
                List.of("rule set", "rule", "what changed"),
                Arrays.stream(RuleSet.values())
                        .flatMap(ruleSet -> RuleChange.of(ruleSet).stream()
                                .map(change ->
                                        List.of(ruleSet.id(), change.rule().id(), change.what())))
                        .toList());
    }
}
