package consular.cases.web.api;

import consular.cases.domain.law.Rule;
import consular.cases.domain.law.RuleSet;
import consular.cases.domain.law.sheet.RuleSheet;
import consular.cases.web.problem.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The law that the service knows: reference data, for every role. */
@Resource
@OpenTo(Audience.EVERY_ROLE)
class LawController {
    private static final String LIMIT = "limit";
    private static final String AFTER = "after";
    private static final String ON = "on";

    private final Clock clock;

    LawController(Clock clock) {
        this.clock = clock;
    }

    /** The oldest first; the cursor is the place of the last one shown. */
    @GetMapping("/rule-sets")
    Items<RuleSetItem> ruleSets(HttpServletRequest request) {
        var parameters = Parameters.of(request, LIMIT, AFTER);
        return Items.page(List.of(RuleSet.values()), after(parameters), parameters.limit(), RuleSetItem::of);
    }

    /** In the order of the rule sheet; the cursor is the place of the last one shown. */
    @GetMapping("/rules")
    Items<RuleItem> rules(HttpServletRequest request) {
        var parameters = Parameters.of(request, ON, LIMIT, AFTER);
        var on = on(parameters);
        return Items.page(RuleSheet.all(), after(parameters), parameters.limit(), entry -> RuleItem.of(entry, on));
    }

    @GetMapping("/rules/{id}")
    RuleItem rule(@PathVariable String id, HttpServletRequest request) {
        var rule = Rule.find(id).orElseThrow(() -> ApiException.notFound("there is no such rule"));
        return RuleItem.of(RuleSheet.of(rule), on(Parameters.of(request, ON)));
    }

    /** A rule has no post, so today is that of Greenwich. */
    private LocalDate on(Parameters parameters) {
        return parameters.day(ON).orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private static long after(Parameters parameters) {
        return parameters.number(AFTER, 0).orElse(-1L);
    }
}
