package consular.cases.web.api;

import consular.cases.application.letters.CaseLetter;
import consular.cases.application.letters.CaseLetters;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.posts.Posts;
import consular.cases.letters.document.Language;
import consular.cases.letters.document.Letter;
import consular.cases.web.api.CaseAccess.CaseRecord;
import consular.cases.web.identity.SignedIn;
import consular.cases.web.letters.PdfLetters;
import consular.cases.web.problem.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The letters of a case, written for each request from its record; whoever may read the case may read them. */
@Resource
@OpenTo(Audience.CASE_READERS)
class LetterController {
    private static final String LANGUAGE = "language";
    /** A page that stands alone: no script, nothing fetched, its own style. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private static final String ADDRESSEE = "addressee";
    private static final String ISSUE = "issue";

    private final CaseAccess access;
    private final Posts posts;
    private final PdfLetters pdf;

    LetterController(CaseAccess access, Posts posts, PdfLetters pdf) {
        this.access = access;
        this.posts = posts;
        this.pdf = pdf;
    }

    @GetMapping("/cases/{caseId}/letters")
    ResponseEntity<Items<LetterItem>> letters(
            @AuthenticationPrincipal SignedIn person, @PathVariable String caseId, HttpServletRequest request) {
        var record = access.read(person, caseId);
        var parameters = Parameters.of(request, "limit", "after");
        var items = items(record, of(record));
        var page = Items.page(items, parameters.number("after", 0).orElse(-1L), parameters.limit(), item -> item);
        return ResponseEntity.ok().eTag(tag(record)).body(page);
    }

    @GetMapping(
            path = "/cases/{caseId}/letters/{letterId}",
            produces = {MediaType.TEXT_PLAIN_VALUE, MediaType.TEXT_HTML_VALUE, MediaType.APPLICATION_PDF_VALUE})
    ResponseEntity<byte[]> letter(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String caseId,
            @PathVariable String letterId,
            HttpServletRequest request) {
        var record = access.read(person, caseId);
        var parameters = Parameters.of(request, LANGUAGE, ADDRESSEE, ISSUE);
        var language = parameters.text(LANGUAGE).map(LetterController::language).orElse(Language.ENGLISH);
        var addressee =
                parameters.text(ADDRESSEE).map(LetterController::addressee).orElse(null);
        var form = LetterForm.accepted(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        var issue = parameters
                .number(ISSUE, 1)
                .map(number -> (int) Math.min(number, Integer.MAX_VALUE))
                .orElse(null);
        var letter = letter(of(record), letterId, issue, language, addressee);
        var answer = ResponseEntity.ok();
        if (form == LetterForm.HTML) {
            answer.header("Content-Security-Policy", POLICY);
        }
        return answer.eTag(tag(record))
                .contentType(form.contentType())
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(letterId + "." + form.extension())
                                .build()
                                .toString())
                .body(form.write(letter, pdf));
    }

    private static Letter letter(
            CaseLetters letters,
            String letterId,
            @Nullable Integer issue,
            Language language,
            @Nullable LetterAddressee addressee) {
        if (letters.isSuppressed(letterId)) {
            throw ApiException.notFound("the Department has said that no notice be given, so there is no letter");
        }
        var letter = letters.find(letterId, issue).orElseThrow(LetterController::noSuchLetter);
        if (addressee != null && !LetterAddressee.of(letter).contains(addressee)) {
            throw ApiException.notFound(
                    switch (addressee) {
                        case COUNSEL -> "counsel has no copy: none was on record, or somebody else had asked";
                        case APPLICANT -> "a reply goes to whoever asked";
                        case REQUESTER -> "the letter is no reply to an inquiry";
                    });
        }
        return letters.write(letter, language).orElseThrow(LetterController::noSuchLetter);
    }

    private static ApiException noSuchLetter() {
        return ApiException.notFound("the case has no such letter");
    }

    private static List<LetterItem> items(CaseRecord record, CaseLetters letters) {
        return letters.all().stream()
                .flatMap(entry -> Arrays.stream(Language.values())
                        .flatMap(language -> letters.write(entry, language).stream()
                                .map(letter ->
                                        LetterItem.of(entry, letter.title(), language, href(record, entry, language)))))
                .toList();
    }

    /** With the issue, so that the address of a letter that was given always leads to that letter. */
    private static String href(CaseRecord record, CaseLetter letter, Language language) {
        var latest = "%s/cases/%s/letters/%s?language=%s"
                .formatted(Resource.ROOT, record.caseId(), letter.letterId(), language.tag());
        return letter.issue() == null ? latest : latest + "&" + ISSUE + "=" + letter.issue();
    }

    private CaseLetters of(CaseRecord record) {
        return CaseLetters.of(
                record.events().stream()
                        .map(event -> new RecordedEvent(event.event(), event.stamp()))
                        .toList(),
                posts);
    }

    private static Language language(String text) {
        return Arrays.stream(Language.values())
                .filter(language -> language.tag().equals(text))
                .findFirst()
                .orElseThrow(() -> Parameters.bad(LANGUAGE, "must be en or es"));
    }

    private static LetterAddressee addressee(String text) {
        return Stream.of(LetterAddressee.values())
                .filter(addressee -> addressee.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> Parameters.bad(ADDRESSEE, "must be applicant, counsel or requester"));
    }

    private static String tag(CaseRecord record) {
        return "\"" + record.events().size() + "\"";
    }
}
