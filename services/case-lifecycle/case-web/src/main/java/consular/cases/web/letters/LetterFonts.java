package consular.cases.web.letters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Parsed fonts, each used by one letter at a time: reading one moves a position in it. As many are kept as letters have
 * ever been written at once.
 */
final class LetterFonts {
    /** Liberation Sans, SIL Open Font License 1.1; PDFBox carries it. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final ConcurrentLinkedQueue<LetterFont> idle = new ConcurrentLinkedQueue<>();

    LetterFont take() {
        var font = idle.poll();
        return font == null ? parse() : font;
    }

    void giveBack(LetterFont font) {
        idle.add(font);
    }

    private static LetterFont parse() {
        try (var file = Objects.requireNonNull(PDType0Font.class.getResourceAsStream(FONT), "the font of PDFBox")) {
            var parsed = new TTFParser().parse(new RandomAccessReadBuffer(file));
            // ligatures would be extracted as one character where the reader saw two
            parsed.setEnableGsub(false);
            return new LetterFont(parsed, parsed.getUnicodeCmapLookup());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
