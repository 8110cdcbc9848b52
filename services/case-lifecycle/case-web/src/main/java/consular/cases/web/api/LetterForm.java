package consular.cases.web.api;

import consular.cases.letters.document.Letter;
import consular.cases.letters.render.Html;
import consular.cases.letters.render.PlainText;
import consular.cases.web.letters.PdfLetters;
import consular.cases.web.problem.ApiException;
import consular.cases.web.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;

/** A form in which a letter can be had; of several that would do, the first. */
enum LetterForm {
    TEXT(MediaType.TEXT_PLAIN, "txt"),
    HTML(MediaType.TEXT_HTML, "html"),
    PDF(MediaType.APPLICATION_PDF, "pdf");

    @SuppressWarnings("ImmutableEnumChecker") // a MediaType is immutable; it can't say so
    private final MediaType type;

    private final String extension;

    LetterForm(MediaType type, String extension) {
        this.type = type;
        this.extension = extension;
    }

    /**
     * The form that a header Accept asks for; without one, text.
     *
     * @throws ApiException 406 when it asks for none of these
     */
    static LetterForm accepted(List<String> accept) {
        return AcceptedForm.of(accept, List.of(values()), form -> form.type)
                .orElseThrow(() -> new ApiException(
                        ProblemCode.NOT_ACCEPTABLE, "a letter is text/plain, text/html or application/pdf"));
    }

    MediaType contentType() {
        return switch (this) {
            case TEXT, HTML -> new MediaType(type, StandardCharsets.UTF_8);
            case PDF -> type;
        };
    }

    String extension() {
        return extension;
    }

    byte[] write(Letter letter, PdfLetters pdf) {
        return switch (this) {
            case TEXT -> PlainText.of(letter).getBytes(StandardCharsets.UTF_8);
            case HTML -> Html.of(letter).getBytes(StandardCharsets.UTF_8);
            case PDF -> pdf.of(letter);
        };
    }
}
