package consular.cases.domain.notices;

import java.util.regex.Pattern;

/**
 * Which paragraph of INA 212(a) a text tells, where the Department lets no more be told than the section (R-LTR-05): by the
 * number of the Act or by that of the Code (8 U.S.C. 1182), in whatever brackets or none, or as a paragraph of what is cited.
 * Numbers that are written in words, the letter (a) without its brackets, and grounds that are told without any number it
 * does not know.
 */
final class SubsectionOf212a {
    private static final String SECTION =
            "(?<![0-9a-z])(212|1182)([\\s,]*((sub)?sec[ct]ion\\s*)?\\(\\s*a\\s*\\)|a(?=\\(?[0-9]))";

    /** Tells a part of the section wherever it stands. */
    private static final String PART = "((sub)?(paragraph|clause|parrafo|apartado|fraccion|clausula|inciso|numeral)s?)";

    /** Tells one only behind the section. */
    private static final String OTHER = "(number|numero|section|seccion|item)";

    /** There are ten paragraphs: a longer number is something else, and so is the title of a code. */
    private static final String NUMBER = "(?![0-9]+\\s*(u\\.?\\s*s|c\\.?\\s*f\\.?\\s*r|fam|stat))(10|[1-9])(?![0-9])";

    private static final String APART = "[\\s\\p{Pd},;:./§]*";
    private static final String BEHIND = SECTION
            + ("(" + APART + "\\(\\s*|\\s*§\\s*|(\\s*[\\p{Pd}/])?|" + APART + "(" + PART + "|" + OTHER + ")" + APART
                    + "\\(?)")
            + NUMBER;

    private static final String BY_ITSELF = "(?<![0-9a-z])" + PART + "\\s*\\(\\s*" + NUMBER;

    private static final String NUMBERS =
            "\\s*\\(?[0-9]{1,2}\\)?(\\s?\\([a-z0-9]{1,4}\\)){0,3}((,| and| or| y| o) \\(?[0-9]{1,2}\\)?){0,3}";
    private static final String OF_THE =
            "(,|\\s+(of|in|de|del|en))(\\s(the|la|el|said|dicha|ina|section|sec\\.|seccion|§)){0,4}\\s*";
    private static final String BEFORE = "(?<![0-9a-z])"
            + ("(" + PART + NUMBERS + "|[0-9]{1,2}\\.?(st|nd|rd|th|er|o|a)?\\s+" + PART + ")")
            + OF_THE
            + SECTION;

    private static final Pattern TOLD = Pattern.compile(BEHIND + "|" + BY_ITSELF + "|" + BEFORE);
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern OPENING = Pattern.compile("[\\p{Ps}<]");
    private static final Pattern CLOSING = Pattern.compile("[\\p{Pe}>]");

    private SubsectionOf212a() {}

    /** Folding makes blanks of some characters, so runs of them are shortened afterwards. */
    static boolean isToldIn(String text) {
        var plain = BLANKS.matcher(FoldedText.plain(text)).replaceAll(" ");
        var opened = OPENING.matcher(plain).replaceAll("(");
        return TOLD.matcher(CLOSING.matcher(opened).replaceAll(")")).find();
    }
}
