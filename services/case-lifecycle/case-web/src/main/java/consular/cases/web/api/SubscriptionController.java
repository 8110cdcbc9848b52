package consular.cases.web.api;

import consular.cases.application.EventFeed;
import consular.cases.application.webhooks.Secret;
import consular.cases.application.webhooks.Subscription;
import consular.cases.application.webhooks.Subscriptions;
import consular.cases.application.webhooks.targets.Targets;
import consular.cases.domain.posts.Posts;
import consular.cases.web.api.SubscriptionAnswers.Created;
import consular.cases.web.api.SubscriptionAnswers.CreatedSubscription;
import consular.cases.web.api.SubscriptionAnswers.Rotated;
import consular.cases.web.api.SubscriptionAnswers.RotatedSecret;
import consular.cases.web.identity.SignedIn;
import consular.cases.web.json.BodyBinder;
import consular.cases.web.json.JsonBody;
import consular.cases.web.problem.ApiException;
import consular.cases.web.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Receivers to which events are sent. */
@Resource
@OpenTo(Audience.ADMINISTRATORS)
class SubscriptionController {
    static final String ALL = "/subscriptions";
    static final String ONE = ALL + "/{subscriptionId}";

    private final Subscriptions subscriptions;
    private final EntitledSubscriptions entitled;
    private final Targets targets;
    private final EventFeed feed;
    private final Posts posts;
    private final KeyedChanges keyed;

    SubscriptionController(
            Subscriptions subscriptions,
            EntitledSubscriptions entitled,
            Targets targets,
            EventFeed feed,
            Posts posts,
            KeyedChanges keyed) {
        this.subscriptions = subscriptions;
        this.entitled = entitled;
        this.targets = targets;
        this.feed = feed;
        this.posts = posts;
        this.keyed = keyed;
    }

    @PostMapping(ALL)
    ResponseEntity<CreatedSubscription> create(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        Parameters.of(request);
        var body = JsonBody.read(request);
        var asked = BodyBinder.bind(SubscriptionBody.class, SubscriptionBody.SHAPE, body);
        var wanted = asked.wanted(person, posts);
        var id = KeyedChanges.idOf(person, request, "subscription");
        var secretId = KeyedChanges.idOf(person, request, "secret");
        return keyed.perform(
                person,
                request,
                body,
                Created.class,
                () -> {
                    var target = target(asked.url());
                    create(new Subscriptions.New(
                            id,
                            target,
                            asked.description(),
                            wanted,
                            beginning(asked),
                            person.name(),
                            secretId,
                            Secret.make()));
                    return new Created(id, secretId);
                },
                ResponseEntity.status(HttpStatus.CREATED).location(URI.create(Resource.ROOT + ALL + "/" + id)),
                created -> new CreatedSubscription(
                        entitled.of(person, created.subscriptionId()),
                        secret(created.subscriptionId(), created.secretId())));
    }

    private URI target(String url) {
        // without saying what the name led to, which would tell of a network that nobody outside may see
        return targets.find(url)
                .orElseThrow(() -> new ApiException(
                        ProblemCode.TARGET_REFUSED,
                        "/url must be an https URL with a name that leads to public addresses only, at a port that is"
                                + " allowed"));
    }

    private long beginning(SubscriptionBody asked) {
        var head = feed.head();
        var after = asked.after() == null ? head : asked.after();
        if (after > head) {
            throw SubscriptionBody.bad("/after", "must be a position of the log");
        }
        return after;
    }

    private void create(Subscriptions.New subscription) {
        if (!subscriptions.create(subscription)) {
            throw new ApiException(
                    ProblemCode.TOO_MANY_SUBSCRIPTIONS, "there are as many subscriptions as the service delivers");
        }
    }

    private String secret(UUID subscriptionId, UUID secretId) {
        return subscriptions
                .secret(subscriptionId, secretId)
                .orElseThrow(() -> ApiException.notFound("the secret was replaced since"))
                .text();
    }

    @GetMapping(ALL)
    Items<Subscription> list(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        var parameters = Parameters.of(request, "limit", "after");
        var limit = parameters.limit();
        var after = SubscriptionIds.after(parameters);
        var found = entitled.list(person, limit + 1, after);
        var shown = found.stream().limit(limit).toList();
        return new Items<>(
                shown, found.size() > limit ? shown.getLast().subscriptionId().toString() : null);
    }

    @GetMapping(ONE)
    Subscription read(
            @AuthenticationPrincipal SignedIn person, @PathVariable String subscriptionId, HttpServletRequest request) {
        var found = entitled.of(person, SubscriptionIds.of(subscriptionId));
        Parameters.of(request);
        return found;
    }

    /** Open to every administrator, as is a pause: what takes rights away must be at hand. */
    @DeleteMapping(ONE)
    ResponseEntity<Void> delete(@PathVariable String subscriptionId, HttpServletRequest request) {
        Parameters.of(request);
        if (!subscriptions.delete(SubscriptionIds.of(subscriptionId))) {
            throw SubscriptionIds.missing();
        }
        return ResponseEntity.noContent().build();
    }

    @PostMapping(ONE + "/pause")
    ResponseEntity<Subscription> pause(
            @AuthenticationPrincipal SignedIn person, @PathVariable String subscriptionId, HttpServletRequest request) {
        return change(person, subscriptionId, request, subscriptions::pause);
    }

    @PostMapping(ONE + "/resume")
    ResponseEntity<Subscription> resume(
            @AuthenticationPrincipal SignedIn person, @PathVariable String subscriptionId, HttpServletRequest request) {
        entitled.of(person, SubscriptionIds.of(subscriptionId));
        return change(person, subscriptionId, request, id -> subscriptions.resume(id, person.name()));
    }

    private ResponseEntity<Subscription> change(
            SignedIn person, String subscriptionId, HttpServletRequest request, Predicate<UUID> change) {
        Parameters.of(request);
        var body = JsonBody.readIfAny(request);
        var id = SubscriptionIds.of(subscriptionId);
        return keyed.perform(
                person,
                request,
                body,
                Subscription.class,
                () -> {
                    SubscriptionIds.require(change.test(id));
                    return found(id);
                },
                ResponseEntity.ok(),
                answer -> answer);
    }

    @PostMapping(ONE + "/replay")
    ResponseEntity<Subscription> replay(
            @AuthenticationPrincipal SignedIn person, @PathVariable String subscriptionId, HttpServletRequest request) {
        var id = SubscriptionIds.of(subscriptionId);
        var there = entitled.of(person, id);
        Parameters.of(request);
        var body = JsonBody.read(request);
        var after = BodyBinder.bind(ReplayBody.class, ReplayBody.SHAPE, body).after();
        return keyed.perform(
                person,
                request,
                body,
                Subscription.class,
                () -> {
                    if (after > there.position() || !subscriptions.replay(id, after)) {
                        throw SubscriptionBody.bad("/after", "must be a position that the subscription has passed");
                    }
                    return found(id);
                },
                ResponseEntity.ok(),
                answer -> answer);
    }

    @PostMapping(ONE + "/rotate-secret")
    ResponseEntity<RotatedSecret> rotate(
            @AuthenticationPrincipal SignedIn person, @PathVariable String subscriptionId, HttpServletRequest request) {
        var id = SubscriptionIds.of(subscriptionId);
        entitled.of(person, id);
        Parameters.of(request);
        var body = JsonBody.readIfAny(request);
        var overlap =
                BodyBinder.bind(RotationBody.class, RotationBody.SHAPE, body).overlap();
        var secretId = KeyedChanges.idOf(person, request, "rotated");
        return keyed.perform(
                person,
                request,
                body,
                Rotated.class,
                () -> {
                    var until = subscriptions.rotate(id, secretId, Secret.make(), overlap);
                    return new Rotated(secretId, until.orElse(null));
                },
                ResponseEntity.ok(),
                rotated -> new RotatedSecret(secret(id, rotated.secretId()), rotated.earlierUntil()));
    }

    private Subscription found(UUID id) {
        return subscriptions.find(id).orElseThrow(SubscriptionIds::missing);
    }
}
