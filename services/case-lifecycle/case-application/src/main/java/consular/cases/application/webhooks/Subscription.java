package consular.cases.application.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A receiver of events, and how it fares.
 *
 * @param eventTypes the types that it is sent; all when empty
 * @param posts what is at these posts now is sent; at every post when empty
 * @param stateReason why the service disabled it: GONE, UNREACHABLE or UNCONFIRMED; null otherwise
 * @param position up to where the log was looked at: what is wanted up to there is sent, held or given up
 * @param heldCases cases that wait for their next attempt, and with them their later events
 * @param deadCases cases that wait for somebody to see to them
 * @param failingSince since when no attempt succeeded; null when the last one did
 * @param lastFailure what failed last
 * @param lastDeliveredAt when the receiver last took anything
 * @param confirmedBy who last said that it is to be sent, entitled to it at that time
 * @param confirmedUntil until when that holds; then it is disabled until somebody resumes it
 */
public record Subscription(
        UUID subscriptionId,
        String url,
        @Nullable String description,
        List<String> eventTypes,
        List<String> posts,
        SubscriptionState state,
        @Nullable String stateReason,
        long position,
        long heldCases,
        long deadCases,
        @Nullable Instant failingSince,
        @Nullable String lastFailure,
        @Nullable Instant lastDeliveredAt,
        String createdBy,
        Instant createdAt,
        String confirmedBy,
        Instant confirmedUntil) {
    public Subscription {
        eventTypes = List.copyOf(eventTypes);
        posts = List.copyOf(posts);
    }
}
