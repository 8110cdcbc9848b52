package consular.cases.projections.search;

import consular.cases.application.DigestKey;
import consular.cases.domain.people.Person;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What stands for the words of a name where no name may stand: a keyed digest of each. Whoever lacks the key can neither read a name out of
 * it nor try one.
 */
@Component
final class NameTokens {
    /** Two names out of many millions then hardly ever share a token. */
    private static final int BYTES = 16;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** Apostrophes, which join what they stand between: O'Brien is one word. */
    private static final Pattern WITHIN_A_WORD = Pattern.compile("['\u2018\u2019\u02BC`]");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final DigestKey key;

    NameTokens(DigestKey key) {
        this.key = key;
    }

    /** The tokens of a person's names. */
    Set<String> of(Person person) {
        return of(person.familyName() + " " + person.givenName());
    }

    /** The tokens of the words of a text; none, where it has neither letters nor digits. */
    Set<String> of(String text) {
        var mac = key.mac();
        return words(text).stream()
                .map(word -> mac.doFinal(("name\n" + word).getBytes(StandardCharsets.UTF_8)))
                .map(digest -> HexFormat.of().formatHex(digest, 0, BYTES))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The words as they are compared: without accents, and whether in capitals or not. */
    static Set<String> words(String text) {
        var bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        var joined = WITHIN_A_WORD.matcher(bare).replaceAll("");
        // by way of the capitals, in which letters meet that differ only when small
        var folded = joined.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Arrays.stream(BETWEEN_WORDS.split(folded))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
