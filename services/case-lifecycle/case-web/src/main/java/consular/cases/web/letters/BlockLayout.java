package consular.cases.web.letters;

import consular.cases.letters.document.Block;
import consular.cases.letters.document.Language;
import consular.cases.web.letters.LetterPages.Style;
import java.util.List;
import java.util.stream.Stream;

/** How each kind of block is tagged and set. */
final class BlockLayout {
    private static final Style BODY = new Style(11, false, 0);
    private static final Style ITEM = new Style(11, false, 8);
    private static final Style TITLE = new Style(16, true, 0);
    private static final Style SECTION = new Style(12.5f, true, 0);
    private static final float GAP = 8;
    private static final float SECTION_GAP = 14;
    private static final float SIGNATURE_GAP = 40;
    private static final float HEADING_WITH_TEXT = 60;
    private static final float SIGNATURE_WITH_GAP = 90;

    private BlockLayout() {}

    static void print(Block block, LetterPages pages) {
        switch (block) {
            case Block.Sender sender -> lines(sender.language(), sender.lines(), pages);
            case Block.Particulars particulars ->
                lines(
                        particulars.language(),
                        particulars.lines().stream()
                                .map(line -> line.label() + ": " + line.value())
                                .toList(),
                        pages);
            case Block.Heading heading -> heading(heading, pages);
            case Block.Paragraph paragraph -> lines(paragraph.language(), List.of(paragraph.text()), pages);
            case Block.Fixed fixed ->
                lines(fixed.language(), List.of(fixed.sentence().text()), pages);
            case Block.Items items -> items(items, pages);
            case Block.Signature signature -> {
                pages.keepTogether(SIGNATURE_WITH_GAP);
                pages.space(SIGNATURE_GAP);
                lines(signature.language(), signature.lines(), pages);
            }
            case Block.CopyTo copy -> {
                var lines = Stream.concat(Stream.of(copy.label() + ":"), copy.lines().stream())
                        .toList();
                pages.keepTogether(lines.size() * LetterPages.heightOf(BODY));
                lines(copy.language(), lines, pages);
            }
        }
    }

    private static void heading(Block.Heading heading, LetterPages pages) {
        pages.keepTogether(HEADING_WITH_TEXT);
        pages.space(SECTION_GAP - GAP);
        var style = heading.level() == 1 ? TITLE : SECTION;
        pages.text(pages.element("H" + heading.level(), heading.language()), heading.text(), style);
        pages.space(GAP);
    }

    private static void items(Block.Items items, LetterPages pages) {
        var list = pages.element("L", items.language());
        for (var item : items.items()) {
            var entry = StructureTree.within(list, "LI");
            pages.label(StructureTree.within(entry, "Lbl"), "\u2022", BODY);
            pages.text(StructureTree.within(entry, "LBody"), item, ITEM);
        }
        pages.space(GAP);
    }

    private static void lines(Language language, List<String> lines, LetterPages pages) {
        for (var line : lines) {
            pages.text(pages.element("P", language), line, BODY);
        }
        pages.space(GAP);
    }
}
