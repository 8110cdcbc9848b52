package consular.cases.letters;

import consular.cases.domain.notices.FixedSentence;
import consular.cases.domain.people.Counsel;
import consular.cases.letters.document.Block;
import consular.cases.letters.document.Language;
import consular.cases.letters.document.Letter;
import consular.cases.letters.document.LetterKind;
import consular.cases.letters.facts.LetterHead;
import consular.cases.letters.wording.FrameWording;
import consular.cases.letters.wording.Wording;
import java.util.ArrayList;
import java.util.List;

/** One letter as it grows, block by block, between the head and the signature that all letters share. */
final class LetterBuilder {
    private final LetterHead head;
    private final LetterKind kind;
    private final String title;
    private final String writer;
    private final List<Block> blocks = new ArrayList<>();

    private LetterBuilder(LetterHead head, LetterKind kind, String title, String writer) {
        this.head = head;
        this.kind = kind;
        this.title = title;
        this.writer = writer;
    }

    /** A letter of the post. */
    static LetterBuilder byThePost(LetterHead head, LetterKind kind, String title) {
        return new LetterBuilder(head, kind, title, frame(head).consularSection(head.postCity()))
                .begin(head.applicant(), caseNumber(head));
    }

    /** A letter of the National Visa Center. */
    static LetterBuilder byTheVisaCenter(LetterHead head, LetterKind kind, String title) {
        return new LetterBuilder(head, kind, title, frame(head).nationalVisaCenter())
                .begin(head.applicant(), caseNumber(head));
    }

    /** A letter of the post to someone who asked: it goes to nobody else, and identifies the case as the asker did. */
    static LetterBuilder inReply(LetterHead head, LetterKind kind, String title, String asker, String reference) {
        var alone = new LetterHead(
                head.language(), head.postCity(), head.caseNumber(), head.applicant(), null, head.date());
        return new LetterBuilder(alone, kind, title, frame(head).consularSection(head.postCity()))
                .begin(asker, new Block.Particular(frame(head).reference(), reference));
    }

    private LetterBuilder begin(String recipient, Block.Particular about) {
        var frame = frame(head);
        var day = Wording.in(head.language()).registration().day(head.date());
        blocks.add(new Block.Sender(head.language(), List.of(frame.department(), writer)));
        blocks.add(new Block.Particulars(
                head.language(),
                List.of(new Block.Particular(frame.date(), day), new Block.Particular(frame.to(), recipient), about)));
        blocks.add(new Block.Heading(head.language(), 1, title));
        return this;
    }

    private static Block.Particular caseNumber(LetterHead head) {
        return new Block.Particular(frame(head).caseNumber(), head.caseNumber());
    }

    private static FrameWording frame(LetterHead head) {
        return Wording.in(head.language()).frame();
    }

    LetterBuilder heading(String text) {
        blocks.add(new Block.Heading(head.language(), 2, text));
        return this;
    }

    LetterBuilder paragraph(String text) {
        return paragraph(head.language(), text);
    }

    LetterBuilder paragraph(Language language, String text) {
        blocks.add(new Block.Paragraph(language, text));
        return this;
    }

    LetterBuilder items(List<String> items) {
        blocks.add(new Block.Items(head.language(), items));
        return this;
    }

    LetterBuilder sentence(FixedSentence sentence) {
        blocks.add(new Block.Fixed(sentence));
        return this;
    }

    /** Signs the letter and sends a copy to counsel, if there is one on record. */
    Letter sign() {
        var frame = frame(head);
        blocks.add(new Block.Signature(
                head.language(),
                writer.equals(frame.nationalVisaCenter()) ? List.of(writer) : List.of(frame.officer(), writer)));
        var counsel = head.counsel();
        if (counsel != null) {
            blocks.add(new Block.CopyTo(head.language(), frame.copyToCounsel(), address(counsel)));
        }
        return new Letter(kind, head.language(), title, blocks);
    }

    private static List<String> address(Counsel counsel) {
        var lines = new ArrayList<String>();
        lines.add(counsel.name());
        var address = counsel.address();
        if (address != null) {
            address.lines().filter(line -> !line.isBlank()).map(String::strip).forEach(lines::add);
        }
        return lines;
    }
}
