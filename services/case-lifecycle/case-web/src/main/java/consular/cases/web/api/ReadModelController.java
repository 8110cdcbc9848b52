package consular.cases.web.api;

import consular.cases.projections.Page;
import consular.cases.projections.ReadModelName;
import consular.cases.web.identity.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;

/** The read models: rows for every role, of the posts that the person works for. */
@Resource
@OpenTo(Audience.EVERY_ROLE)
class ReadModelController {
    private final ReadModelPages pages;

    ReadModelController(ReadModelPages pages) {
        this.pages = pages;
    }

    @GetMapping("/fee-windows")
    Page feeWindows(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        return pages.of(ReadModelName.FEE_WINDOWS, person, request);
    }

    @GetMapping("/terminations")
    Page terminations(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        return pages.of(ReadModelName.TERMINATIONS, person, request);
    }

    @GetMapping("/reviews")
    Page reviews(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        return pages.of(ReadModelName.REVIEWS, person, request);
    }

    @GetMapping("/decisions-due")
    Page decisionsDue(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        return pages.of(ReadModelName.DECISIONS_DUE, person, request);
    }

    @GetMapping("/advisory-opinions")
    Page advisoryOpinions(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        return pages.of(ReadModelName.ADVISORY_OPINIONS, person, request);
    }

    @GetMapping("/notices-due")
    Page noticesDue(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        return pages.of(ReadModelName.NOTICES_DUE, person, request);
    }

    @GetMapping("/class-entries")
    Page classEntries(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        return pages.of(ReadModelName.CLASS_ENTRIES, person, request);
    }

    @GetMapping("/document-returns")
    Page documentReturns(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        return pages.of(ReadModelName.DOCUMENT_RETURNS, person, request);
    }

    @GetMapping("/reports/report-28")
    Page report28(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        return pages.of(ReadModelName.REPORT_28, person, request);
    }

    @GetMapping("/reports/reviews")
    Page reviewReport(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        return pages.of(ReadModelName.REVIEW_REPORT, person, request);
    }

    @GetMapping("/reports/adjusted-refusal-rate")
    Page adjustedRefusalRate(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        return pages.of(ReadModelName.ADJUSTED_REFUSAL_RATE, person, request);
    }
}
