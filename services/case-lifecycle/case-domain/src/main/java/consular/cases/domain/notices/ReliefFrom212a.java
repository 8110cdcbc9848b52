package consular.cases.domain.notices;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a text tells of relief from a ground of INA 212(a) other than by the word "waiver": by another word, by the
 * paragraph of section 212 that offers it, or by the form that asks for it. Each is for some grounds only, and so gives the
 * ground away where the Department lets no more be told than the section (R-LTR-05).
 */
final class ReliefFrom212a {
    private static final Set<String> WORDS = Set.of(
            "pardon",
            "pardons",
            "pardoned",
            "waives",
            "waiving",
            "waivable",
            "unwaivable",
            "nonwaivable",
            "exonerar",
            "dispensar",
            "perdonar",
            "perdonable");

    /** Of the Act or of the Code: 212(d)(3), 212(g), (h), (i) and (k), as they are written with brackets or run together. */
    private static final Pattern PROVISION = Pattern.compile("(?<![0-9a-z])(212|1182)"
            + "([\\s,]*((sub)?sec[ct]ion\\s*)?[\\p{Ps}<]\\s*[dghik]\\s*[\\p{Pe}>]|[dghik](?![a-z]))");

    /** The form for a waiver, its provisional kind, and that for consent to apply again. */
    private static final Pattern FORM =
            Pattern.compile("(?<![0-9a-z])i(\\s?\\p{Pd}?\\s?601a?|\\s?\\p{Pd}\\s?212)(?![0-9a-z])");

    private ReliefFrom212a() {}

    static boolean isToldIn(String text) {
        var plain = FoldedText.plain(text);
        return FoldedText.words(text).stream().anyMatch(WORDS::contains)
                || PROVISION.matcher(plain).find()
                || FORM.matcher(plain).find();
    }
}
