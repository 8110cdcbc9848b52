package consular.cases.web.api;

import consular.cases.application.RuleSetEffects;
import consular.cases.domain.DecidedAnew;
import consular.cases.domain.MovedDeadline;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.law.Policy;
import consular.cases.domain.posts.Posts;
import consular.cases.projections.ReadModels;
import consular.cases.web.identity.SignedIn;
import consular.cases.web.problem.ApiException;
import consular.cases.web.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What another rule set or policy would do to cases, before it is switched on: for those who answer for that. */
@Resource
@OpenTo(Audience.ANSWERABLE)
class RuleSetEffectController {
    private static final Set<String> ABOUT_THE_PAGE = Set.of("post", "limit", "after", "atLeast");
    private static final Pattern CURSOR = Pattern.compile("([0-9a-f-]{36}):(\\d{1,9})");

    private final CaseAccess access;
    private final PostFilter postFilter;
    private final ReadModels readModels;
    private final RuleSetEffects effects;
    private final StateDifferences differences;
    private final Posts posts;
    private final Policy policy;
    private final Clock clock;

    RuleSetEffectController(
            CaseAccess access,
            PostFilter postFilter,
            ReadModels readModels,
            RuleSetEffects effects,
            StateDifferences differences,
            Posts posts,
            Policy policy,
            Clock clock) {
        this.access = access;
        this.postFilter = postFilter;
        this.readModels = readModels;
        this.effects = effects;
        this.differences = differences;
        this.posts = posts;
        this.policy = policy;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseId}/rule-set-effects")
    ResponseEntity<RuleSetComparison> ofCase(
            @AuthenticationPrincipal SignedIn person, @PathVariable String caseId, HttpServletRequest request) {
        var events = access.read(person, caseId).events();
        var compared = AssumptionParameters.of(Parameters.of(request, AssumptionParameters::knows), policy);
        var history = events.stream()
                .map(event -> new RecordedEvent(event.event(), event.stamp()))
                .toList();
        var now = clock.instant();
        var from = DecidedAnew.of(history, posts, compared.from(), now);
        var to = DecidedAnew.of(history, posts, compared.to(), now);
        return ResponseEntity.ok()
                .eTag("\"" + events.size() + "\"")
                .body(RuleSetComparison.of(
                        events.size(),
                        now,
                        RuleSetComparison.Way.of(compared.from(), from),
                        RuleSetComparison.Way.of(compared.to(), to),
                        MovedDeadline.between(from.deadlines(), to.deadlines()),
                        differences));
    }

    @GetMapping("/reports/rule-set-effects")
    Items<EffectItem> ofOpenCases(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        var parameters =
                Parameters.of(request, name -> ABOUT_THE_PAGE.contains(name) || AssumptionParameters.knows(name));
        var compared = AssumptionParameters.of(parameters, policy);
        var question = new RuleSetEffects.Question(
                compared.from(),
                compared.to(),
                postFilter.of(person, parameters),
                parameters.limit(),
                parameters.text("after").map(RuleSetEffectController::place).orElse(null));
        parameters.atLeast().ifPresent(seen -> {
            if (!readModels.awaitCase(seen.caseId(), seen.version())) {
                throw new ApiException(
                        ProblemCode.NOT_YET_VISIBLE, "the read models have not seen that version of the case yet");
            }
        });
        var page = effects.page(question);
        return new Items<>(page.items().stream().map(EffectItem::of).toList(), cursor(page.next()));
    }

    private static RuleSetEffects.Place place(String cursor) {
        var parts = CURSOR.matcher(cursor);
        if (!parts.matches()) {
            throw Parameters.bad("after", "must be the next of the page before");
        }
        return CaseIds.parse(parts.group(1))
                .map(caseId -> new RuleSetEffects.Place(caseId, Integer.parseInt(parts.group(2))))
                .orElseThrow(() -> Parameters.bad("after", "must be the next of the page before"));
    }

    private static @Nullable String cursor(RuleSetEffects.@Nullable Place next) {
        return next == null ? null : next.caseId() + ":" + next.shown();
    }
}
