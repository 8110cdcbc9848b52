package consular.cases.letters.document;

import consular.cases.domain.notices.FixedSentence;
import java.util.List;

/**
 * A part of a letter that stands on lines of its own. Text is plain; a blank that may not be broken is U+00A0, which
 * every form prints as an ordinary blank.
 */
public sealed interface Block {

    /** The language it is written in, which can differ from the letter's. */
    Language language();

    /** Who writes, line by line. */
    record Sender(Language language, List<String> lines) implements Block {
        public Sender {
            lines = List.copyOf(lines);
        }
    }

    /** What the letter is about: label and value, line by line. */
    record Particulars(Language language, List<Particular> lines) implements Block {
        public Particulars {
            lines = List.copyOf(lines);
        }
    }

    /** One line of particulars, such as "Case number" and the number. */
    record Particular(String label, String value) {}

    /**
     * A heading.
     *
     * @param level 1 for the title, 2 for a section
     */
    record Heading(Language language, int level, String text) implements Block {}

    /** A paragraph. */
    record Paragraph(Language language, String text) implements Block {}

    /** A sentence that is printed to the byte, and in English. */
    record Fixed(FixedSentence sentence) implements Block {
        @Override
        public Language language() {
            return Language.ENGLISH;
        }
    }

    /** A list without order. */
    record Items(Language language, List<String> items) implements Block {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Who signs, line by line. */
    record Signature(Language language, List<String> lines) implements Block {
        public Signature {
            lines = List.copyOf(lines);
        }
    }

    /** Who else receives the letter. */
    record CopyTo(Language language, String label, List<String> lines) implements Block {
        public CopyTo {
            lines = List.copyOf(lines);
        }
    }
}
