package consular.cases.application.webhooks;

import consular.cases.domain.posts.PostCode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator may do with subscriptions. Doing anything twice does no harm. Where a method answers whether it did
 * something, it did not because there is no such subscription or case.
 */
public interface Subscriptions {

    /**
     * Makes one, unless it is there already.
     *
     * @return false if there are as many as there may be
     */
    boolean create(New subscription);

    Optional<Subscription> find(UUID subscriptionId);

    /**
     * In the order of their ids.
     *
     * @param posts only those that are sent nothing but what is at these posts; all when empty
     */
    List<Subscription> list(Set<PostCode> posts, int limit, @Nullable UUID after);

    /** Sends nothing more until it is resumed; an attempt that is under way may still arrive. */
    boolean pause(UUID subscriptionId);

    /**
     * Sends again from where it was, at once; also one that is sent already is confirmed by that, from now on.
     *
     * @param by who is entitled to what is sent, and answers for it from now on
     */
    boolean resume(UUID subscriptionId, String by);

    /** Forgets it, its secrets, and what is held. */
    boolean delete(UUID subscriptionId);

    /** Sends what is behind a position again; false also when it was never there. */
    boolean replay(UUID subscriptionId, long after);

    /**
     * Makes a secret with which everything is signed from now on, unless it is there already. What signed before goes on beside it
     * for a while, and what signed before that no more.
     *
     * @return when the earlier one signs no more
     */
    Optional<Instant> rotate(UUID subscriptionId, UUID secretId, Secret secret, Duration overlap);

    /** A secret that still signs. */
    Optional<Secret> secret(UUID subscriptionId, UUID secretId);

    /**
     * The cases that are held, in the order of their ids.
     *
     * @param dead only those that are dead, or only those that are not; null for all
     */
    List<Waiting> waiting(UUID subscriptionId, @Nullable Boolean dead, int limit, @Nullable UUID after);

    /** Tries a case again at once, from the event that failed. */
    boolean retry(UUID subscriptionId, UUID subject);

    /** Gives up what is held of a case, and records that for good; its later events are sent. */
    boolean discard(UUID subscriptionId, UUID subject, String by, String reason);

    /** How all fare together. */
    Totals totals(Instant now);

    /**
     * One that is to be made.
     *
     * @param after the position behind which it begins
     */
    record New(
            UUID subscriptionId,
            URI target,
            @Nullable String description,
            Wanted wanted,
            long after,
            String createdBy,
            UUID secretId,
            Secret secret) {}

    /**
     * A case that is held.
     *
     * @param subject the case or quasi-refusal
     * @param position of the event that is to be sent next
     * @param attempts how often sending it failed
     * @param failure why it failed last; null while others failed before it was tried
     * @param since when the case was first held
     * @param nextAttemptAt when it is tried again, unless it is dead or the receiver takes nothing at all
     */
    record Waiting(
            UUID subject,
            long position,
            int attempts,
            @Nullable String failure,
            Instant since,
            Instant nextAttemptAt,
            boolean dead) {}

    /**
     * How all subscriptions fare together.
     *
     * @param lowest the position of the active one that is furthest behind; null when none is active
     * @param failing for how many seconds the active one has been failing that fails longest
     * @param held cases that wait for their next attempt
     * @param dead cases that wait for somebody
     * @param disabled subscriptions that the service gave up
     * @param confirmed for how many seconds the confirmation still holds of the active one that loses it first; null when none is
     *     active
     */
    record Totals(
            @Nullable Long lowest,
            double failing,
            long held,
            long dead,
            long disabled,
            @Nullable Double confirmed) {}
}
