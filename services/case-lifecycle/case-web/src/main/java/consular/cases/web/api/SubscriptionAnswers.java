package consular.cases.web.api;

import consular.cases.application.webhooks.Subscription;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is answered to changes of subscriptions. */
public final class SubscriptionAnswers {
    private SubscriptionAnswers() {}

    /**
     * A subscription that was made.
     *
     * @param secret what signs; it is told here and never again
     */
    public record CreatedSubscription(Subscription subscription, String secret) {}

    /**
     * A secret that was made.
     *
     * @param secret what signs from now on; it is told here and never again
     * @param earlierUntil when the earlier one signs no more
     */
    public record RotatedSecret(String secret, @Nullable Instant earlierUntil) {}

    /** What became of a case that was held. */
    public record HeldCaseAnswer(UUID subscriptionId, UUID subject) {}

    /** What is kept under the key of a creation, without the secret. */
    record Created(UUID subscriptionId, UUID secretId) {}

    /** What is kept under the key of a rotation, without the secret. */
    record Rotated(UUID secretId, @Nullable Instant earlierUntil) {}
}
