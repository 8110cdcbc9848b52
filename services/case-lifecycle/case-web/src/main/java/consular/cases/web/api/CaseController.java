package consular.cases.web.api;

import consular.cases.application.StoredEvent;
import consular.cases.domain.AvailableCommands;
import consular.cases.domain.AvailableCommands.Availability;
import consular.cases.domain.CaseDeadlines;
import consular.cases.domain.CaseDecider;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.CaseState.NotRegistered;
import consular.cases.domain.CaseView;
import consular.cases.domain.CommandContext;
import consular.cases.domain.CommandName;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.law.Policy;
import consular.cases.domain.people.Actor;
import consular.cases.domain.posts.Post;
import consular.cases.domain.posts.Posts;
import consular.cases.web.identity.SignedIn;
import consular.cases.web.problem.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Answers from the record of a case, folded for each request, so never stale. */
@Resource
@OpenTo(Audience.CASE_READERS)
class CaseController {
    private final CaseAccess access;
    private final Posts posts;
    private final Clock clock;
    private final Policy policy;

    CaseController(CaseAccess access, Posts posts, Clock clock, Policy policy) {
        this.access = access;
        this.posts = posts;
        this.clock = clock;
        this.policy = policy;
    }

    @GetMapping("/cases/{caseId}")
    ResponseEntity<CaseView> view(
            @AuthenticationPrincipal SignedIn person, @PathVariable String caseId, HttpServletRequest request) {
        var record = access.read(person, caseId);
        var events =
                CaseMoment.of(Parameters.of(request, "version", "asOf", "axis")).of(record.events());
        if (events.isEmpty()) {
            throw notYetRegistered();
        }
        // along either axis events are only ever added to those of a moment, so their number tells its answers apart
        var tag = "\"" + events.size() + "\"";
        return EntityTags.match(request.getHeaders(HttpHeaders.IF_NONE_MATCH), tag)
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build()
                : ResponseEntity.ok().eTag(tag).body(CaseView.of(fold(events)));
    }

    @GetMapping("/cases/{caseId}/events")
    ResponseEntity<Items<HistoryItem>> events(
            @AuthenticationPrincipal SignedIn person, @PathVariable String caseId, HttpServletRequest request) {
        return list(
                access.read(person, caseId).events(),
                events -> events,
                HistoryItem::of,
                request,
                Parameters.DEFAULT_LIMIT);
    }

    @GetMapping("/cases/{caseId}/deadlines")
    ResponseEntity<Items<DeadlineItem>> deadlines(
            @AuthenticationPrincipal SignedIn person, @PathVariable String caseId, HttpServletRequest request) {
        return list(
                access.read(person, caseId).events(),
                events -> {
                    var file = fold(events);
                    return CaseDeadlines.of(file, postOf(file), policy.alarms());
                },
                DeadlineItem::of,
                request,
                Parameters.DEFAULT_LIMIT);
    }

    /** All of them, which are more than a page has elsewhere: whoever asks what may be done is to miss nothing. */
    @GetMapping("/cases/{caseId}/commands")
    ResponseEntity<Items<CommandItem>> commands(
            @AuthenticationPrincipal SignedIn person, @PathVariable String caseId, HttpServletRequest request) {
        return list(
                access.read(person, caseId).events(),
                events -> commands(person, fold(events)),
                Function.identity(),
                request,
                Parameters.HIGHEST_LIMIT);
    }

    /** A list made from a case's events; it carries the case's version. */
    private static <S, T> ResponseEntity<Items<T>> list(
            List<StoredEvent> events,
            Function<List<StoredEvent>, List<S>> all,
            Function<S, T> row,
            HttpServletRequest request,
            int otherwise) {
        var parameters = Parameters.of(request, "limit", "after");
        var after = parameters.number("after", 0).orElse(-1L);
        var page = Items.page(all.apply(events), after, parameters.limit(otherwise), row);
        return ResponseEntity.ok().eTag("\"" + events.size() + "\"").body(page);
    }

    private List<CommandItem> commands(SignedIn person, CaseFile file) {
        var post = postOf(file);
        // the same role for several commands, so each role's answers are worked out once
        var byActor = new HashMap<Actor, Map<CommandName, Availability>>();
        return Arrays.stream(CommandName.values())
                .filter(name -> name != CommandName.RegisterCase)
                .map(name -> CaseAccess.giver(person, name)
                        .map(actor -> byActor.computeIfAbsent(actor, it -> available(it, file, post))
                                .get(name))
                        .map(CommandItem::of)
                        .orElseGet(() -> CommandItem.notForRole(name)))
                .toList();
    }

    private Map<CommandName, Availability> available(Actor actor, CaseFile file, Post post) {
        var context =
                new CommandContext(file.caseId(), actor, post, null, clock.instant(), null, null, false).under(policy);
        return AvailableCommands.of(file, context).stream()
                .collect(Collectors.toMap(Availability::command, Function.identity()));
    }

    private Post postOf(CaseFile file) {
        return posts.find(file.post()).orElseThrow();
    }

    private static CaseFile fold(List<StoredEvent> events) {
        var lines = events.stream()
                .map(event -> new RecordedEvent(event.event(), event.stamp()))
                .toList();
        return switch (CaseDecider.fold(lines)) {
            case CaseFile file -> file;
            case NotRegistered _ -> throw notYetRegistered();
        };
    }

    private static ApiException notYetRegistered() {
        return ApiException.notFound("the case was not yet registered then");
    }
}
