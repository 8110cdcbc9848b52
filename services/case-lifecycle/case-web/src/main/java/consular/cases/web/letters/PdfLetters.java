package consular.cases.web.letters;

import consular.cases.letters.document.Letter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/**
 * Letters as tagged PDF on A4. The text can be extracted in reading order, and the font is embedded as far as it is used.
 * The font has Latin, Greek and Cyrillic letters; any other character prints as an empty box, of which the tags say what
 * it stands for. Safe for any number of threads.
 */
@Component
public final class PdfLetters {
    private final LetterFonts fonts = new LetterFonts();

    /** The file. */
    public byte[] of(Letter letter) {
        var font = fonts.take();
        try (var document = new PDDocument()) {
            // instead of the time of day, so that the same letter is the same bytes
            document.setDocumentId(1L);
            var tree = new StructureTree(document, letter);
            var pages = new LetterPages(document, font.embedIn(document), tree);
            letter.blocks().forEach(block -> BlockLayout.print(block, pages));
            pages.finish();
            tree.finish();
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            fonts.giveBack(font);
        }
    }
}
