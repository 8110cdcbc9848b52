package consular.cases.web.api;

import consular.cases.domain.law.RuleSet;
import consular.cases.domain.law.sheet.RuleChange;
import java.time.LocalDate;
import java.util.List;

/**
 * A version of the law.
 *
 * @param summary what it is about, in a sentence
 * @param changes what it changes against the one before it, rule by rule
 * @param switches what the service does under it, and not under every other
 */
record RuleSetItem(
        String id, LocalDate effectiveFrom, String source, String summary, List<Change> changes, Switches switches) {

    static RuleSetItem of(RuleSet ruleSet) {
        return new RuleSetItem(
                ruleSet.id(),
                ruleSet.effectiveFrom(),
                ruleSet.source(),
                ruleSet.summary(),
                RuleChange.of(ruleSet).stream().map(Change::of).toList(),
                new Switches(ruleSet.grantMayBeDiscontinued(), ruleSet.retrogressionStopsTheClock()));
    }

    /** What changes about a rule. */
    record Change(String rule, String citation, String what) {
        static Change of(RuleChange change) {
            return new Change(change.rule().id(), change.rule().citation(), change.what());
        }
    }

    /** What is on under a rule set. */
    record Switches(boolean grantMayBeDiscontinued, boolean retrogressionStopsTheClock) {}
}
