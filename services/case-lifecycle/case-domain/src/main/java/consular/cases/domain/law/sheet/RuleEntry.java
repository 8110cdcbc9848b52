package consular.cases.domain.law.sheet;

import consular.cases.domain.law.Rule;
import consular.cases.domain.law.Validity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rule sheet says of one rule.
 *
 * @param statement the rule in a sentence of our own
 * @param confidence how it is attested, the best first
 * @param quantity the number or extent that matters, in words; null where there is none
 * @param validity the days on which it is in force
 */
public record RuleEntry(
        Rule rule,
        String statement,
        List<Confidence> confidence,
        @Nullable String quantity,
        Validity validity) {
    public RuleEntry {
        confidence = List.copyOf(confidence);
    }
}
