package consular.cases.web.api;

import consular.cases.application.KeyedOperations;
import consular.cases.projections.deadletters.DeadLetterOperations;
import consular.cases.projections.deadletters.DeadLetterOperations.Evicted;
import consular.cases.projections.deadletters.DeadLetterOperations.Held;
import consular.cases.projections.deadletters.DeadLetterOperations.Place;
import consular.cases.projections.deadletters.DeadLetterOperations.Retried;
import consular.cases.web.identity.SignedIn;
import consular.cases.web.json.BodyBinder;
import consular.cases.web.json.JsonBody;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.JsonNode;

/** What an administrator may do with events that an event processor could not take in. */
@Resource
@OpenTo(Audience.ADMINISTRATORS)
class DeadLetterController {
    private static final String LETTERS = "/admin/dead-letters";
    private static final String ONE = LETTERS + "/{processor}/{sequence}";
    private static final String OF_ALL_POSTS = "dead letters are of all posts";
    private static final Pattern CURSOR = Pattern.compile("([^/]{1,100})/([^/]{1,200})");

    private final DeadLetterOperations letters;
    private final KeyedOperations keyed;

    DeadLetterController(DeadLetterOperations letters, KeyedOperations keyed) {
        this.letters = letters;
        this.keyed = keyed;
    }

    @GetMapping(LETTERS)
    Items<Held> held(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        person.requireEveryPost(OF_ALL_POSTS);
        var parameters = Parameters.of(request, "processor", "caseId", "limit", "after");
        var limit = parameters.limit();
        var caseId = parameters.text("caseId").map(DeadLetterController::caseId).orElse(null);
        var after = parameters.text("after").map(DeadLetterController::place).orElse(null);
        var found = letters.held(parameters.text("processor").orElse(null), caseId, limit + 1, after);
        var shown = found.stream().limit(limit).toList();
        return new Items<>(shown, found.size() > limit ? cursor(shown.getLast()) : null);
    }

    /** The body has no member that counts, but is a part of the request that the key belongs to. */
    @PostMapping(ONE + "/retry")
    ResponseEntity<Retried> retry(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String processor,
            @PathVariable String sequence,
            HttpServletRequest request) {
        person.requireEveryPost(OF_ALL_POSTS);
        Parameters.of(request);
        var body = JsonBody.readIfAny(request);
        return perform(person, request, body, Retried.class, () -> letters.retry(processor, sequence));
    }

    @PostMapping(ONE + "/evict")
    ResponseEntity<Evicted> evict(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String processor,
            @PathVariable String sequence,
            HttpServletRequest request) {
        person.requireEveryPost(OF_ALL_POSTS);
        Parameters.of(request);
        var body = JsonBody.read(request);
        var reason =
                BodyBinder.bind(EvictionBody.class, EvictionBody.SHAPE, body).stripped();
        return perform(
                person, request, body, Evicted.class, () -> letters.evict(processor, sequence, person.name(), reason));
    }

    private <T> ResponseEntity<T> perform(
            SignedIn person, HttpServletRequest request, JsonNode body, Class<T> type, Supplier<T> operation) {
        var key = CommandHeaders.key(request)
                .map(text -> CommandHeaders.commandKey(person.name(), text, request.getRequestURI(), body));
        var outcome = keyed.perform(key.orElse(null), type, operation);
        var response = ResponseEntity.ok();
        if (outcome.replayed()) {
            response.header(CommandHeaders.REPLAYED, "true");
        }
        return response.body(outcome.answer());
    }

    private static String caseId(String text) {
        return CaseIds.parse(text)
                .orElseThrow(() -> Parameters.bad("caseId", "must be the id of a case"))
                .toString();
    }

    private static Place place(String cursor) {
        var parts = CURSOR.matcher(cursor);
        if (!parts.matches()) {
            throw Parameters.bad("after", "must be the next of the page before");
        }
        return new Place(parts.group(1), parts.group(2));
    }

    private static String cursor(Held last) {
        return last.processor() + "/" + last.sequence();
    }
}
