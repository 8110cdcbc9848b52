package consular.cases.domain.law.sheet;

import static consular.cases.domain.law.Rule.DISCONTINUED_UNDER_AN_ORDER;
import static consular.cases.domain.law.Rule.FEE_EXCEPTION_NEEDS_A_CITATION;
import static consular.cases.domain.law.Rule.NO_REFUSAL_BEFORE_EXECUTION;
import static consular.cases.domain.law.Rule.REFUSAL_FILE;
import static consular.cases.domain.law.Rule.RETROGRESSION_STOPS_THE_YEAR;

import consular.cases.domain.law.Rule;
import consular.cases.domain.law.RuleSet;
import java.util.List;

/**
 * What a rule set changes about one rule.
 *
 * @param what the change in words of our own
 */
public record RuleChange(Rule rule, String what) {

    /** What a rule set changes, against the one before it. */
    public static List<RuleChange> of(RuleSet ruleSet) {
        return switch (ruleSet) {
            case OF_2018_10_23 -> List.of();
            case OF_2019_04_22 ->
                List.of(new RuleChange(
                        DISCONTINUED_UNDER_AN_ORDER,
                        "It comes into force: a third outcome beside issue and refusal, while the order stands."));
            case OF_2019_07_23 ->
                List.of(
                        new RuleChange(NO_REFUSAL_BEFORE_EXECUTION, "Form DS-260 is named beside form DS-230."),
                        new RuleChange(REFUSAL_FILE, "A scan may stand for the paper, and the original goes back."),
                        new RuleChange(
                                FEE_EXCEPTION_NEEDS_A_CITATION, "Adoptive families have a fee waived in more cases."));
            case OF_2024_06_21 ->
                List.of(new RuleChange(
                        RETROGRESSION_STOPS_THE_YEAR,
                        "It comes into force: before, retrogression was recorded and changed no date; now the year"
                                + " starts anew at the next notice that visas are available."));
        };
    }
}
