package consular.cases.domain.law.sheet;

import consular.cases.domain.law.Rule;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What every {@link Rule} says, in words of our own, by chapter of the rule sheet. */
public final class RuleSheet {
    private static final Map<Rule, RuleEntry> ENTRIES = read(
            ImmigrantVisaRules.TEXT,
            NoticeRules.TEXT,
            ReviewRules.TEXT,
            RegistrationRules.TEXT,
            FileRules.TEXT,
            NonimmigrantRules.TEXT);

    private RuleSheet() {}

    /** What the sheet says of a rule. */
    public static RuleEntry of(Rule rule) {
        return Objects.requireNonNull(ENTRIES.get(rule), rule::id);
    }

    /** Every rule, in the order of the sheet. */
    public static List<RuleEntry> all() {
        return Arrays.stream(Rule.values()).map(RuleSheet::of).toList();
    }

    private static Map<Rule, RuleEntry> read(String... chapters) {
        var entries = new EnumMap<Rule, RuleEntry>(Rule.class);
        Arrays.stream(chapters)
                .flatMap(chapter -> Stream.of(chapter.strip().split("\n\n", -1)))
                .map(EntryText::read)
                .forEach(entry -> {
                    if (entries.put(entry.rule(), entry) != null) {
                        throw new IllegalStateException(entry.rule().id() + " is on the sheet twice");
                    }
                });
        return Collections.unmodifiableMap(entries);
    }
}
