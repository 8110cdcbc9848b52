package consular.cases.web.letters;

import consular.cases.letters.document.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.jspecify.annotations.Nullable;

/** The pages of one letter, filled from top to bottom. */
final class LetterPages {
    private static final float MARGIN = 71;
    private static final float LINE_HEIGHT = 1.35f;
    private static final float PAGE_NUMBER_SIZE = 9;

    private final PDDocument document;
    private final LetterFont.Embedded font;
    private final StructureTree tree;
    private final List<PDPage> pages = new ArrayList<>();
    private @Nullable PDPageContentStream content;
    private float top;

    LetterPages(PDDocument document, LetterFont.Embedded font, StructureTree tree) {
        this.document = document;
        this.font = font;
        this.tree = tree;
    }

    /** The height of one line. */
    static float heightOf(Style style) {
        return style.size() * LINE_HEIGHT;
    }

    PDStructureElement element(String type, Language language) {
        return tree.element(type, language);
    }

    /** Leaves a gap, except at the top of a page. */
    void space(float height) {
        top -= height;
    }

    /** Begins a new page unless so much of this one is left; a heading keeps what follows it. */
    void keepTogether(float height) {
        if (content == null || top - height < MARGIN) {
            newPage();
        }
    }

    /** A symbol before the next text, on the line where that begins. */
    void label(PDStructureElement element, String symbol, Style style) {
        keepTogether(heightOf(style));
        print(element, List.of(symbol), style, 0, false);
    }

    /** Prints a text in as many lines as it needs, breaking at ordinary blanks and pages wherever they end. */
    void text(PDStructureElement element, String text, Style style) {
        try {
            var width = PDRectangle.A4.getWidth() - 2 * MARGIN - style.indent();
            print(element, new Lines(font, style.size(), width).of(text), style, style.indent(), true);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void print(PDStructureElement element, List<String> lines, Style style, float indent, boolean advance) {
        var height = heightOf(style);
        try {
            for (var line : lines) {
                if (content == null || top - height < MARGIN) {
                    newPage();
                }
                show(stream(), element, font.runs(line), style, MARGIN + indent, top - style.size());
                top -= advance ? height : 0;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Boxes get an element of their own, which says what stands there in truth. */
    private void show(
            PDPageContentStream stream,
            PDStructureElement element,
            List<LetterFont.Run> runs,
            Style style,
            float x,
            float y)
            throws IOException {
        var at = x;
        for (var run : runs) {
            var marked = element;
            var actual = run.actual();
            if (actual != null) {
                marked = StructureTree.within(element, "Span");
                marked.setActualText(actual);
            }
            stream.beginMarkedContent(
                    COSName.getPDFName(marked.getStructureType()), tree.mark(marked, pages.getLast()));
            show(stream, run.printed(), style, at, y);
            stream.endMarkedContent();
            at += font.width(run.printed(), style.size());
        }
    }

    private void show(PDPageContentStream stream, String printed, Style style, float x, float y) throws IOException {
        stream.beginText();
        stream.setFont(font.font(), style.size());
        stream.setRenderingMode(style.heavy() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        stream.newLineAtOffset(x, y);
        stream.showText(printed);
        stream.endText();
    }

    /** Closes the last page and numbers all of them. */
    void finish() throws IOException {
        stream().close();
        for (var index = 0; index < pages.size(); index++) {
            var number = (index + 1) + " / " + pages.size();
            try (var footer = new PDPageContentStream(document, pages.get(index), AppendMode.APPEND, true, true)) {
                var properties = new COSDictionary();
                properties.setName(COSName.TYPE, "Pagination");
                properties.setName(COSName.SUBTYPE, "Footer");
                footer.beginMarkedContent(COSName.ARTIFACT, PDPropertyList.create(properties));
                var style = new Style(PAGE_NUMBER_SIZE, false, 0);
                var x = (PDRectangle.A4.getWidth() - font.width(number, PAGE_NUMBER_SIZE)) / 2;
                show(footer, number, style, x, MARGIN / 2);
                footer.endMarkedContent();
            }
        }
    }

    private void newPage() {
        try {
            if (content != null) {
                content.close();
            }
            var page = new PDPage(PDRectangle.A4);
            page.getCOSObject().setName(COSName.getPDFName("Tabs"), "S");
            document.addPage(page);
            pages.add(page);
            tree.add(page);
            content = new PDPageContentStream(document, page, AppendMode.OVERWRITE, true);
            content.setLineWidth(0.3f);
            top = PDRectangle.A4.getHeight() - MARGIN;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private PDPageContentStream stream() {
        if (content == null) {
            newPage();
        }
        if (content == null) {
            throw new IllegalStateException("a new page has a stream");
        }
        return content;
    }

    /**
     * How a text looks.
     *
     * @param size in points
     * @param heavy whether its strokes are thickened, as there is one font only
     * @param indent from the left margin, in points
     */
    record Style(float size, boolean heavy, float indent) {}
}
