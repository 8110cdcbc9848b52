package consular.cases.web.letters;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** The font of the letters, and what it can print. */
final class LetterFont {
    private static final String BOX = "\u25a1";

    private final TrueTypeFont parsed;
    private final CmapLookup glyphs;

    LetterFont(TrueTypeFont parsed, CmapLookup glyphs) {
        this.parsed = parsed;
        this.glyphs = glyphs;
    }

    Embedded embedIn(PDDocument document) throws IOException {
        return new Embedded(PDType0Font.load(document, parsed, true));
    }

    /** Right-to-left scripts count as not printable, since nothing here turns a line around. */
    private boolean prints(int character) {
        return switch (Character.getDirectionality(character)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> false;
            default -> glyphs.getGlyphId(character) != 0;
        };
    }

    /**
     * A stretch of text that is printed in one go.
     *
     * @param actual what stands there in truth, where boxes are printed for it; null where they are the same
     */
    record Run(String printed, @Nullable String actual) {}

    /** The font within one document, which gathers the characters that are used. */
    final class Embedded {
        private final PDType0Font font;

        private Embedded(PDType0Font font) {
            this.font = font;
        }

        PDType0Font font() {
            return font;
        }

        /** The width of what is printed, in points. */
        float width(String text, float size) throws IOException {
            var width = 0f;
            for (var run : runs(text)) {
                width += font.getStringWidth(run.printed()) / 1000 * size;
            }
            return width;
        }

        /** What is printed for a text; marks that only direct the layout are left out. */
        List<Run> runs(String text) {
            var runs = new ArrayList<Run>();
            var printed = new StringBuilder();
            var missing = new StringBuilder();
            Normalizer.normalize(text, Normalizer.Form.NFC)
                    .codePoints()
                    .filter(character -> Character.getType(character) != Character.FORMAT)
                    .map(character ->
                            Character.isISOControl(character) || Character.isSpaceChar(character) ? ' ' : character)
                    .forEach(character -> {
                        if (prints(character)) {
                            flushMissing(missing, runs);
                            printed.appendCodePoint(character);
                        } else {
                            flushPrinted(printed, runs);
                            missing.appendCodePoint(character);
                        }
                    });
            flushPrinted(printed, runs);
            flushMissing(missing, runs);
            return runs;
        }

        private static void flushPrinted(StringBuilder printed, List<Run> runs) {
            if (!printed.isEmpty()) {
                runs.add(new Run(printed.toString(), null));
                printed.setLength(0);
            }
        }

        private static void flushMissing(StringBuilder missing, List<Run> runs) {
            if (!missing.isEmpty()) {
                var boxes = BOX.repeat(missing.codePointCount(0, missing.length()));
                runs.add(new Run(boxes, missing.toString()));
                missing.setLength(0);
            }
        }
    }
}
