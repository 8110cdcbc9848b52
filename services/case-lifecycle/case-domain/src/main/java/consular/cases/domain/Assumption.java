package consular.cases.domain;

import consular.cases.domain.law.Policy;
import consular.cases.domain.law.RuleSet;
import org.jspecify.annotations.Nullable;

/**
 * Under what a record is decided anew.
 *
 * @param ruleSet the rule set for every act, whatever its day; null for the one in force on the day of each
 * @param policy what the law leaves open, for every act
 */
public record Assumption(@Nullable RuleSet ruleSet, Policy policy) {}
