package consular.cases.letters;

import consular.cases.domain.notices.FixedSentence;
import java.util.List;
import java.util.regex.Pattern;

/** Text that somebody wrote, taken apart for a letter. */
final class OwnText {
    private static final Pattern EMPTY_LINE = Pattern.compile("\\R[ \\t]*\\R\\s*");
    private static final Pattern LAYOUT = Pattern.compile("[\\s\\p{Z}]+");

    private OwnText() {}

    /** Its paragraphs, each on one line; an empty line parts them. */
    static List<String> paragraphs(String text) {
        return EMPTY_LINE
                .splitAsStream(text.strip())
                .map(paragraph -> LAYOUT.matcher(paragraph).replaceAll(" ").strip())
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    /** Adds a paragraph, with each fixed sentence in it as a block of its own. */
    static void add(LetterBuilder letter, String paragraph) {
        for (var sentence : FixedSentence.values()) {
            var at = paragraph.indexOf(sentence.text());
            if (at >= 0) {
                add(letter, paragraph.substring(0, at).strip());
                letter.sentence(sentence);
                add(letter, paragraph.substring(at + sentence.text().length()).strip());
                return;
            }
        }
        if (!paragraph.isEmpty()) {
            letter.paragraph(paragraph);
        }
    }
}
