package consular.cases.web.letters;

import consular.cases.letters.document.Language;
import consular.cases.letters.document.Letter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** What the parts of a letter are: the tags that a screen reader follows, the title and the language. */
final class StructureTree {
    private static final float PDF_WITH_UA = 1.7f;

    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement whole;
    private final PDDocument document;
    private final Letter letter;

    /** Of each page, by its number: the element of each marked stretch, in order. */
    private final List<COSArray> marked = new ArrayList<>();

    StructureTree(PDDocument document, Letter letter) throws IOException {
        this.document = document;
        this.letter = letter;
        var catalog = document.getDocumentCatalog();
        var markInfo = new PDMarkInfo();
        markInfo.setMarked(true);
        var preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        var metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp().getBytes(StandardCharsets.UTF_8));
        document.setVersion(PDF_WITH_UA);
        document.getDocumentInformation().setTitle(letter.title());
        catalog.setLanguage(letter.language().tag());
        catalog.setMarkInfo(markInfo);
        catalog.setViewerPreferences(preferences);
        catalog.setMetadata(metadata);
        catalog.setStructureTreeRoot(root);
        whole = new PDStructureElement("Document", root);
        root.appendKid(whole);
    }

    /** A new element at the end of the letter. */
    PDStructureElement element(String type, Language language) {
        var element = within(whole, type);
        if (language != letter.language()) {
            element.setLanguage(language.tag());
        }
        return element;
    }

    /** A new element at the end of another. */
    static PDStructureElement within(PDStructureElement parent, String type) {
        var element = new PDStructureElement(type, parent);
        parent.appendKid(element);
        return element;
    }

    void add(PDPage page) {
        page.setStructParents(marked.size());
        marked.add(new COSArray());
    }

    /** Ties a stretch of the last page to an element; answers the number under which to mark it. */
    int mark(PDStructureElement element, PDPage page) {
        var onPage = marked.getLast();
        var number = onPage.size();
        onPage.add(element);
        var reference = new PDMarkedContentReference();
        reference.setPage(page);
        reference.setMCID(number);
        element.appendKid(reference);
        return number;
    }

    void finish() {
        Map<Integer, PDParentTreeValue> parents = new HashMap<>();
        for (var page = 0; page < marked.size(); page++) {
            parents.put(page, new PDParentTreeValue(marked.get(page)));
        }
        var tree = new PDNumberTreeNode(PDParentTreeValue.class);
        tree.setNumbers(parents);
        root.setParentTree(tree);
        root.setParentTreeNextKey(document.getNumberOfPages());
    }

    private String xmp() {
        var title = letter.title().replace("&", "&amp;").replace("<", "&lt;");
        return """
            <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
              <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
                    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1">
                  <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                </rdf:Description>
              </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """.formatted(title);
    }
}
