package consular.cases.web.api;

import consular.cases.projections.Page;
import consular.cases.projections.ReadModelName;
import consular.cases.projections.ReadModelQuery;
import consular.cases.projections.ReadModels;
import consular.cases.web.identity.SignedIn;
import consular.cases.web.problem.ApiException;
import consular.cases.web.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;

/** The read models: rows for every role, of the posts that the person works for. */
@Resource
@OpenTo(Audience.EVERY_ROLE)
class ReadModelController {
    private static final Set<String> COMMON = Set.of("post", "limit", "after", "atLeast");

    private final ReadModels readModels;
    private final PostFilter postFilter;

    ReadModelController(ReadModels readModels, PostFilter postFilter) {
        this.readModels = readModels;
        this.postFilter = postFilter;
    }

    @GetMapping("/fee-windows")
    Page feeWindows(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        return page(ReadModelName.FEE_WINDOWS, person, request);
    }

    @GetMapping("/terminations")
    Page terminations(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        return page(ReadModelName.TERMINATIONS, person, request);
    }

    @GetMapping("/reviews")
    Page reviews(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        return page(ReadModelName.REVIEWS, person, request);
    }

    @GetMapping("/decisions-due")
    Page decisionsDue(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        return page(ReadModelName.DECISIONS_DUE, person, request);
    }

    @GetMapping("/advisory-opinions")
    Page advisoryOpinions(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        return page(ReadModelName.ADVISORY_OPINIONS, person, request);
    }

    @GetMapping("/notices-due")
    Page noticesDue(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        return page(ReadModelName.NOTICES_DUE, person, request);
    }

    @GetMapping("/class-entries")
    Page classEntries(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        return page(ReadModelName.CLASS_ENTRIES, person, request);
    }

    @GetMapping("/document-returns")
    Page documentReturns(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        return page(ReadModelName.DOCUMENT_RETURNS, person, request);
    }

    @GetMapping("/reports/report-28")
    Page report28(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        return page(ReadModelName.REPORT_28, person, request);
    }

    @GetMapping("/reports/reviews")
    Page reviewReport(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        return page(ReadModelName.REVIEW_REPORT, person, request);
    }

    @GetMapping("/reports/adjusted-refusal-rate")
    Page adjustedRefusalRate(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        return page(ReadModelName.ADJUSTED_REFUSAL_RATE, person, request);
    }

    private Page page(ReadModelName name, SignedIn person, HttpServletRequest request) {
        var parameters = Parameters.of(
                request, known -> COMMON.contains(known) || name.filters().contains(known));
        var posts = postFilter.of(person, parameters);
        var filters = new HashMap<String, String>();
        name.filters().forEach(filter -> parameters.text(filter).ifPresent(value -> filters.put(filter, value)));
        var query = new ReadModelQuery(
                posts, filters, parameters.limit(), parameters.text("after").orElse(null));
        parameters.atLeast().ifPresent(this::await);
        return readModels.page(name, query);
    }

    private void await(Parameters.AtLeast seen) {
        if (!readModels.awaitCase(seen.caseId(), seen.version())) {
            throw new ApiException(
                    ProblemCode.NOT_YET_VISIBLE, "the read models have not seen that version of the case yet");
        }
    }
}
