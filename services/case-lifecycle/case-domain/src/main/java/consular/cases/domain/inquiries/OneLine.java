package consular.cases.domain.inquiries;

import java.util.regex.Pattern;

/** Somebody's own text within a reply: in quotation marks and on one line, so that it can't pass for the reply's words. */
public final class OneLine {
    /** How many characters of Unicode a reference may have. */
    public static final int GREATEST_LENGTH = 200;

    /** Line breaks and whatever else is not seen, or turns the direction of what follows. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private static final Pattern LAYOUT = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern QUOTATION_MARK = Pattern.compile("[\"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02]");

    private OneLine() {}

    /** Whether a text can be the reference of an inquiry: one line of no great length, without anything unseen. */
    public static boolean isReference(String text) {
        return text.codePointCount(0, text.length()) <= GREATEST_LENGTH
                && !UNSEEN.matcher(text).find();
    }

    /** A text between quotation marks; those within it become single ones. */
    static String quoted(String text) {
        var line = LAYOUT.matcher(text).replaceAll(" ").strip();
        return "\"" + QUOTATION_MARK.matcher(line).replaceAll("'") + "\"";
    }
}
