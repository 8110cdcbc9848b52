package consular.cases.web.api;

import consular.cases.application.accesses.AccessLog;
import consular.cases.application.accesses.AccessQuestion;
import consular.cases.web.identity.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;

/** Who looked at what, for auditors. */
@Resource
@OpenTo(Audience.AUDITORS)
class AccessController {
    private final AccessLog log;

    AccessController(AccessLog log) {
        this.log = log;
    }

    @GetMapping("/audit/accesses")
    Items<AccessItem> accesses(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        person.requireEveryPost("the accesses are of all posts");
        var parameters = Parameters.of(request, "case", "user", "from", "to", "limit", "after");
        var limit = parameters.limit();
        var subject = parameters
                .text("case")
                .map(text -> CaseIds.parse(text)
                        .orElseThrow(() -> Parameters.bad("case", "must be the id of a case or of a quasi-refusal"))
                        .value())
                .orElse(null);
        var found = log.find(
                new AccessQuestion(
                        subject,
                        parameters.text("user").orElse(null),
                        parameters.moment("from").orElse(null),
                        parameters.moment("to").orElse(null),
                        parameters.number("after", 1).orElse(null)),
                limit + 1);
        var shown = found.stream().limit(limit).map(AccessItem::of).toList();
        return new Items<>(
                shown, found.size() > limit ? String.valueOf(shown.getLast().accessId()) : null);
    }
}
