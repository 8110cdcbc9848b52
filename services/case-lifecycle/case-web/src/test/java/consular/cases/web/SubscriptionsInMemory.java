package consular.cases.web;

import consular.cases.application.webhooks.Secret;
import consular.cases.application.webhooks.Subscription;
import consular.cases.application.webhooks.SubscriptionState;
import consular.cases.application.webhooks.Subscriptions;
import consular.cases.domain.posts.PostCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One subscription with one case that is dead, and what is made beside it, all of the same posts. What is deleted is there again when it is looked for. */
public final class SubscriptionsInMemory implements Subscriptions {
    public static final UUID SUBSCRIPTION = UUID.fromString("00000000-0000-4000-8000-000000000007");
    public static final UUID HELD = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final long POSITION = 5;

    private final Map<UUID, New> made = new TreeMap<>();
    private final Map<UUID, Secret> secrets = new TreeMap<>();
    private SubscriptionState state = SubscriptionState.ACTIVE;
    private String confirmedBy = "somebody";
    private List<String> posts = List.of("MNL");
    private boolean full;

    /** Lets nothing more be made. */
    public void fill(boolean whether) {
        full = whether;
    }

    /** Sends what is at these posts, whatever was asked for; at all of them if none is named. */
    public void sendWhatIsAt(String... codes) {
        posts = List.of(codes);
    }

    /** What was asked for. */
    public New made(UUID id) {
        return Optional.ofNullable(made.get(id)).orElseThrow();
    }

    public int count() {
        return made.size();
    }

    @Override
    public boolean create(New subscription) {
        if (full) {
            return false;
        }
        made.putIfAbsent(subscription.subscriptionId(), subscription);
        secrets.putIfAbsent(subscription.secretId(), subscription.secret());
        return true;
    }

    @Override
    public Optional<Subscription> find(UUID subscriptionId) {
        return all().filter(it -> it.subscriptionId().equals(subscriptionId)).findFirst();
    }

    private Stream<Subscription> all() {
        return Stream.concat(
                Stream.of(subscription(SUBSCRIPTION, "https://receiver.example/hook")),
                made.values().stream()
                        .map(it -> subscription(it.subscriptionId(), it.target().toString())));
    }

    private Subscription subscription(UUID id, String url) {
        return new Subscription(
                id,
                url,
                null,
                List.of("VisaIssued"),
                posts,
                state,
                null,
                POSITION,
                0,
                1,
                MovableClock.START,
                "STATUS_500",
                null,
                "admin",
                MovableClock.START,
                confirmedBy,
                MovableClock.START);
    }

    @Override
    public List<Subscription> list(Set<PostCode> only, int limit, @Nullable UUID after) {
        return all().filter(it -> only.isEmpty()
                        || (!posts.isEmpty()
                                && posts.stream().map(PostCode::new).allMatch(only::contains)))
                .filter(it -> after == null || it.subscriptionId().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    private boolean change(UUID id, SubscriptionState next) {
        state = next;
        return find(id).isPresent();
    }

    @Override
    public boolean pause(UUID subscriptionId) {
        return change(subscriptionId, SubscriptionState.PAUSED);
    }

    @Override
    public boolean resume(UUID subscriptionId, String by) {
        confirmedBy = by;
        return change(subscriptionId, SubscriptionState.ACTIVE);
    }

    @Override
    public boolean delete(UUID subscriptionId) {
        return find(subscriptionId).isPresent();
    }

    @Override
    public boolean replay(UUID subscriptionId, long after) {
        return find(subscriptionId).isPresent() && after <= POSITION;
    }

    @Override
    public Optional<Instant> rotate(UUID subscriptionId, UUID secretId, Secret secret, Duration overlap) {
        secrets.putIfAbsent(secretId, secret);
        return Optional.of(MovableClock.START.plus(overlap));
    }

    @Override
    public Optional<Secret> secret(UUID subscriptionId, UUID secretId) {
        return Optional.ofNullable(secrets.get(secretId));
    }

    @Override
    public List<Waiting> waiting(UUID subscriptionId, @Nullable Boolean dead, int limit, @Nullable UUID after) {
        return Boolean.FALSE.equals(dead) || after != null
                ? List.of()
                : List.of(new Waiting(HELD, 3, 30, "STATUS_500", MovableClock.START, MovableClock.START, true));
    }

    @Override
    public boolean retry(UUID subscriptionId, UUID subject) {
        return find(subscriptionId).isPresent() && subject.equals(HELD);
    }

    @Override
    public boolean discard(UUID subscriptionId, UUID subject, String by, String reason) {
        return retry(subscriptionId, subject);
    }

    @Override
    public Totals totals(Instant now) {
        return new Totals(POSITION, 0, 0, 1, 0, null);
    }
}
