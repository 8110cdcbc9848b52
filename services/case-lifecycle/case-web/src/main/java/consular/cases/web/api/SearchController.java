package consular.cases.web.api;

import consular.cases.projections.BadFilter;
import consular.cases.projections.Page;
import consular.cases.projections.ReadModelName;
import consular.cases.web.identity.SignedIn;
import consular.cases.web.json.JsonBody;
import consular.cases.web.problem.ApiException;
import consular.cases.web.problem.Fault;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Finds cases. A name is asked for in a body: addresses are kept in too many places. */
@Resource
@OpenTo(Audience.CASE_READERS)
class SearchController {
    /** What somebody may try who looks for a name. */
    private static final Set<String> NAMES = Set.of("name", "applicantName", "familyName", "givenName");

    private final ReadModelPages pages;

    SearchController(ReadModelPages pages) {
        this.pages = pages;
    }

    @GetMapping("/cases")
    Page cases(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        refuseNames(request);
        return pages.of(ReadModelName.CASES, person, request);
    }

    @PostMapping(path = "/cases:search", consumes = MediaType.APPLICATION_JSON_VALUE)
    Page ofName(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        refuseNames(request);
        var name = SearchBodies.name(JsonBody.read(request));
        try {
            return pages.of(ReadModelName.CASES, person, request, Map.of(SearchBodies.NAME, name));
        } catch (BadFilter bad) {
            throw bad.name().equals(SearchBodies.NAME) ? badName(bad) : bad;
        }
    }

    private static ApiException badName(BadFilter bad) {
        return ApiException.malformed(Fault.ofMember("/" + SearchBodies.NAME, bad.detail()));
    }

    private static void refuseNames(HttpServletRequest request) {
        for (var name : NAMES) {
            if (request.getParameterMap().containsKey(name)) {
                throw Parameters.bad(
                        name,
                        "is not asked for in an address, which logs and histories keep: send it in the body of POST "
                                + Resource.ROOT + "/cases:search");
            }
        }
    }
}
