package consular.cases.domain.law.sheet;

import consular.cases.domain.law.Rule;
import consular.cases.domain.law.Validity;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * How an entry is written: the id, the confidence, the quantity and the days in force, between bars, the last ones left
 * out where there is nothing to say; on the next lines the sentence.
 */
final class EntryText {
    private static final String FROM = "from ";
    private static final String UNTIL = "until ";

    private EntryText() {}

    static RuleEntry read(String text) {
        var lines = text.split("\n", 2);
        var head = Arrays.stream(lines[0].split("\\|", -1)).map(String::strip).toList();
        var quantity = head.size() > 2 ? head.get(2) : "";
        return new RuleEntry(
                Rule.withId(head.getFirst()),
                lines[1].strip().replace('\n', ' '),
                Arrays.stream(head.get(1).split(", ", -1))
                        .map(Confidence::labelled)
                        .toList(),
                quantity.isEmpty() ? null : quantity,
                head.size() > 3 ? validity(head.get(3)) : Validity.ALWAYS);
    }

    private static Validity validity(String text) {
        if (text.startsWith(FROM)) {
            return Validity.from(LocalDate.parse(text.substring(FROM.length())));
        }
        if (text.startsWith(UNTIL)) {
            return Validity.until(LocalDate.parse(text.substring(UNTIL.length())));
        }
        throw new IllegalArgumentException("not a time in force: " + text);
    }
}
