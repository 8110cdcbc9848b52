package consular.cases.web.api;

import consular.cases.domain.law.RuleSet;
import consular.cases.domain.law.sheet.Confidence;
import consular.cases.domain.law.sheet.RuleChange;
import consular.cases.domain.law.sheet.RuleEntry;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it stands on a day.
 *
 * @param statement what it says, in a sentence of our own
 * @param confidence how it is attested, the best first
 * @param quantity the number or extent that matters, in words
 * @param inForceFrom the first day on which it is in force; null when it began before all records
 * @param inForceUntil the last such day; null when it has not ended
 * @param ruleSet the rule set in force on the day
 * @param changes what that rule set and those before it changed about the rule
 */
record RuleItem(
        String id,
        String statement,
        String citation,
        List<String> confidence,
        @Nullable String quantity,
        LocalDate on,
        boolean inForce,
        @Nullable LocalDate inForceFrom,
        @Nullable LocalDate inForceUntil,
        String ruleSet,
        List<Change> changes) {

    static RuleItem of(RuleEntry entry, LocalDate on) {
        var rule = entry.rule();
        var law = RuleSet.inForceOn(on);
        return new RuleItem(
                rule.id(),
                entry.statement(),
                rule.citation(),
                entry.confidence().stream().map(Confidence::label).toList(),
                entry.quantity(),
                on,
                entry.validity().holdsOn(on),
                entry.validity().first(),
                entry.validity().last(),
                law.id(),
                Arrays.stream(RuleSet.values())
                        .filter(it -> it.compareTo(law) <= 0)
                        .flatMap(it -> RuleChange.of(it).stream()
                                .filter(change -> change.rule() == rule)
                                .map(change -> new Change(it.id(), change.what())))
                        .toList());
    }

    /** What a rule set changed. */
    record Change(String ruleSet, String what) {}
}
