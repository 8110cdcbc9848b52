package consular.cases.domain.notices;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words of a text as the ear takes them: no letter case, no accents, no punctuation, nothing invisible. */
final class FoldedText {
    private static final Pattern INVISIBLE_OR_ACCENT = Pattern.compile("[\\p{M}\\p{Cf}]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private FoldedText() {}

    /** The text with its punctuation, in small letters without accents and without anything invisible. */
    static String plain(String text) {
        return INVISIBLE_OR_ACCENT
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    static List<String> words(String text) {
        return BETWEEN_WORDS
                .splitAsStream(plain(text))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
