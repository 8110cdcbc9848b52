package consular.cases.web.api;

import consular.cases.application.webhooks.Subscriptions;
import consular.cases.application.webhooks.Subscriptions.Waiting;
import consular.cases.web.api.SubscriptionAnswers.HeldCaseAnswer;
import consular.cases.web.identity.SignedIn;
import consular.cases.web.json.BodyBinder;
import consular.cases.web.json.JsonBody;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The cases of which a receiver did not take an event: those that are tried again, and those that wait for somebody. */
@Resource
@OpenTo(Audience.ADMINISTRATORS)
class HeldCaseController {
    private static final String ALL = SubscriptionController.ONE + "/held-cases";
    private static final String ONE = ALL + "/{subject}";

    private final Subscriptions subscriptions;
    private final EntitledSubscriptions entitled;
    private final KeyedChanges keyed;

    HeldCaseController(Subscriptions subscriptions, EntitledSubscriptions entitled, KeyedChanges keyed) {
        this.subscriptions = subscriptions;
        this.entitled = entitled;
        this.keyed = keyed;
    }

    @GetMapping(ALL)
    Items<Waiting> list(
            @AuthenticationPrincipal SignedIn person, @PathVariable String subscriptionId, HttpServletRequest request) {
        var id = SubscriptionIds.of(subscriptionId);
        entitled.of(person, id);
        var parameters = Parameters.of(request, "dead", "limit", "after");
        var limit = parameters.limit();
        var dead = parameters.text("dead").isPresent() ? parameters.flag("dead") : null;
        var found = subscriptions.waiting(id, dead, limit + 1, SubscriptionIds.after(parameters));
        var shown = found.stream().limit(limit).toList();
        return new Items<>(
                shown, found.size() > limit ? shown.getLast().subject().toString() : null);
    }

    @PostMapping(ONE + "/retry")
    ResponseEntity<HeldCaseAnswer> retry(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String subscriptionId,
            @PathVariable String subject,
            HttpServletRequest request) {
        var held = held(person, subscriptionId, subject);
        Parameters.of(request);
        var body = JsonBody.readIfAny(request);
        return keyed.perform(
                person,
                request,
                body,
                HeldCaseAnswer.class,
                () -> {
                    SubscriptionIds.require(subscriptions.retry(held.subscriptionId(), held.subject()));
                    return held;
                },
                ResponseEntity.ok(),
                answer -> answer);
    }

    @PostMapping(ONE + "/discard")
    ResponseEntity<HeldCaseAnswer> discard(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String subscriptionId,
            @PathVariable String subject,
            HttpServletRequest request) {
        var held = held(person, subscriptionId, subject);
        Parameters.of(request);
        var body = JsonBody.read(request);
        var reason =
                BodyBinder.bind(EvictionBody.class, EvictionBody.SHAPE, body).stripped();
        return keyed.perform(
                person,
                request,
                body,
                HeldCaseAnswer.class,
                () -> {
                    SubscriptionIds.require(
                            subscriptions.discard(held.subscriptionId(), held.subject(), person.name(), reason));
                    return held;
                },
                ResponseEntity.ok(),
                answer -> answer);
    }

    private HeldCaseAnswer held(SignedIn person, String subscriptionId, String subject) {
        var id = SubscriptionIds.of(subscriptionId);
        entitled.of(person, id);
        return new HeldCaseAnswer(id, SubscriptionIds.of(subject));
    }
}
