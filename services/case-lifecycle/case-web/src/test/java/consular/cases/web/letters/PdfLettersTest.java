package consular.cases.web.letters;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.ineligibility.RefusalReason;
import consular.cases.domain.notices.FixedSentence;
import consular.cases.domain.notices.NoticeExtent;
import consular.cases.domain.refusals.FindingStatus;
import consular.cases.domain.visas.VisaCategory;
import consular.cases.letters.Letters;
import consular.cases.letters.document.Block;
import consular.cases.letters.document.Language;
import consular.cases.letters.document.Letter;
import consular.cases.letters.document.LetterKind;
import consular.cases.letters.facts.ApplicationThen;
import consular.cases.letters.facts.FindingThen;
import consular.cases.letters.facts.LetterFacts;
import consular.cases.letters.facts.LetterFinding;
import consular.cases.letters.facts.LetterHead;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfLettersTest {
    private static final PdfLetters PDF = new PdfLetters();

    @Test
    void the_text_can_be_extracted_in_the_order_of_the_letter() throws IOException {
        var text = extracted(refusal(Language.ENGLISH));
        assertThat(text)
                .containsSubsequence(
                        "United States Department of State",
                        "Case number: MNL2024012345",
                        "Notice of the refusal of an immigrant visa",
                        "Provision of law",
                        "INA 221(g)",
                        FixedSentence.ESTA.text(),
                        "Birth Certificate, original",
                        FixedSentence.TERMINATION_OF_THE_PETITION.text(),
                        "Relief",
                        "Consular Officer");
    }

    @Test
    void letters_of_other_languages_can_be_extracted_too() throws IOException {
        assertThat(extracted(paragraph("Ñandú, Łódź, İzmir, Ωμέγα, Жанна, “100 €” – ½")))
                .contains("Ñandú, Łódź, İzmir, Ωμέγα, Жанна, “100 €” – ½");
    }

    @Test
    void title_and_language_are_told_to_the_reader() throws IOException {
        try (var file = open(refusal(Language.SPANISH))) {
            var catalog = file.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("es");
            assertThat(file.getDocumentInformation().getTitle())
                    .isEqualTo("Aviso de la denegación de una visa de inmigrante");
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains(
                            "<rdf:li xml:lang=\"x-default\">Aviso de la denegación de una visa de inmigrante</rdf:li>");
        }
    }

    @Test
    void headings_paragraphs_and_lists_are_tagged_as_such() throws IOException {
        try (var file = open(refusal(Language.ENGLISH))) {
            var types = elements(file).stream()
                    .map(PDStructureElement::getStructureType)
                    .toList();
            assertThat(types)
                    .startsWith("Document", "P", "P", "P", "P", "P", "H1", "H2", "P", "L", "LI", "Lbl", "LBody");
            assertThat(types).filteredOn("H2"::equals).hasSize(5);
        }
    }

    @Test
    void an_english_sentence_in_a_spanish_letter_is_marked_as_english() throws IOException {
        try (var file = open(refusal(Language.SPANISH))) {
            assertThat(elements(file).stream()
                            .map(PDStructureElement::getLanguage)
                            .filter("en"::equals))
                    .hasSize(2);
        }
    }

    @Test
    void every_marked_stretch_leads_to_its_tag_and_back() throws IOException {
        try (var file = open(refusal(Language.ENGLISH))) {
            var root = file.getDocumentCatalog().getStructureTreeRoot();
            PDNumberTreeNode parents = root.getParentTree();
            for (var element : elements(file)) {
                for (var kid : element.getKids()) {
                    if (kid instanceof PDMarkedContentReference stretch) {
                        var ofPage = (PDParentTreeValue)
                                parents.getValue(stretch.getPage().getStructParents());
                        assertThat(((COSArray) ofPage.getCOSObject()).getObject(stretch.getMCID()))
                                .isSameAs(element.getCOSObject());
                    }
                }
            }
        }
    }

    @Test
    void the_font_is_embedded_as_far_as_it_is_used() throws IOException {
        try (var file = open(refusal(Language.ENGLISH))) {
            for (var page : file.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).isTrue();
                    assertThat(font.getName()).matches("[A-Z]{6}\\+LiberationSans");
                }
            }
        }
        assertThat(PDF.of(refusal(Language.ENGLISH))).hasSizeLessThan(40_000);
    }

    @Test
    void what_the_font_lacks_prints_as_boxes_that_say_what_they_stand_for() throws IOException {
        var letter = paragraph("Zhang 张伟, محمد, שלום");
        assertThat(extracted(letter)).contains("Zhang □□, □□□□, □□□□");
        try (var file = open(letter)) {
            assertThat(elements(file).stream()
                            .map(PDStructureElement::getActualText)
                            .filter(text -> text != null))
                    .containsExactly("张伟", "محمد", "שלום");
        }
    }

    @Test
    void marks_that_nobody_sees_and_line_ends_do_no_harm() throws IOException {
        assertThat(extracted(paragraph("one\u200b\u00ad two\u0007three\r\nfour cafe\u0301")))
                .contains("one two three", "four café");
    }

    @Test
    void a_word_wider_than_the_page_is_broken_and_loses_nothing() throws IOException {
        assertThat(extracted(paragraph("x".repeat(500))).replaceAll("[^x]", "")).hasSize(500);
    }

    @Test
    void a_long_letter_has_numbered_pages() throws IOException {
        var letter = paragraph("Much has to be said. ".repeat(600));
        try (var file = open(letter)) {
            assertThat(file.getNumberOfPages()).isGreaterThan(2);
            var stripper = new PDFTextStripper();
            stripper.setStartPage(2);
            stripper.setEndPage(2);
            assertThat(stripper.getText(file).strip()).endsWith("2 / " + file.getNumberOfPages());
        }
        assertThat(extracted(letter).split("said\\.", -1)).hasSize(601);
    }

    @Test
    void the_same_letter_is_the_same_bytes_whoever_writes_it_and_at_once() throws Exception {
        var letter = refusal(Language.SPANISH);
        var expected = PDF.of(letter);
        assertThat(new PdfLetters().of(letter)).isEqualTo(expected);
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var file : threads.invokeAll(Collections.nCopies(16, (Callable<byte[]>) () -> PDF.of(letter)))) {
                assertThat(file.get()).isEqualTo(expected);
            }
        }
    }

    @Test
    void a_letter_takes_less_than_50_ms_of_processor_time_once_warm() {
        var letter = refusal(Language.ENGLISH);
        var processor = ManagementFactory.getThreadMXBean();
        var times = new long[200];
        for (var round = 0; round < times.length; round++) {
            var before = processor.getCurrentThreadCpuTime();
            PDF.of(letter);
            times[round] = processor.getCurrentThreadCpuTime() - before;
        }
        var warm = Arrays.copyOfRange(times, 100, times.length);
        Arrays.sort(warm);
        assertThat(warm[94] / 1_000_000).as("95th percentile, ms").isLessThan(50);
    }

    private static String extracted(Letter letter) throws IOException {
        try (var file = open(letter)) {
            return new PDFTextStripper().getText(file).replaceAll("\\s+", " ");
        }
    }

    private static PDDocument open(Letter letter) throws IOException {
        return Loader.loadPDF(PDF.of(letter));
    }

    private static List<PDStructureElement> elements(PDDocument file) {
        var found = new ArrayList<PDStructureElement>();
        collect(file.getDocumentCatalog().getStructureTreeRoot(), found);
        return found;
    }

    private static void collect(PDStructureNode node, List<PDStructureElement> found) {
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                found.add(element);
                collect(element, found);
            }
        }
    }

    private static Letter paragraph(String text) {
        return new Letter(
                LetterKind.REFUSAL, Language.ENGLISH, "Title", List.of(new Block.Paragraph(Language.ENGLISH, text)));
    }

    private static Letter refusal(Language language) {
        var head = new LetterHead(language, "Manila", "MNL2024012345", "Maria Santos", null, LocalDate.of(2024, 3, 5));
        return Letters.write(new LetterFacts.Refusal(
                        head,
                        NoticeExtent.FULL,
                        VisaCategory.IMMIGRANT,
                        "IR1",
                        true,
                        LocalDate.of(2024, 3, 5),
                        List.of(new FindingThen(
                                new LetterFinding.Missing(RefusalReason.BIRTH_CERTIFICATE, true, false),
                                FindingStatus.ACTIVE)),
                        List.of(),
                        ApplicationThen.REFUSED,
                        LocalDate.of(2025, 3, 5),
                        null,
                        false,
                        true,
                        false,
                        null))
                .orElseThrow();
    }
}
