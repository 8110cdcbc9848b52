package consular.cases.domain;

import consular.cases.domain.law.Policy;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.posts.Post;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a decision needs to know besides the command and the case.
 *
 * @param post the post of the case; null when a registration names one that does not exist
 * @param effectiveAt when the act took effect; null for now
 * @param recordedAt the clock, read once
 * @param expectedVersion the version the sender last saw; null when the sender does not say
 * @param destination the post to which a transfer goes; null when there is no such post, and for other commands
 * @param caseNumberTaken whether another case already has the number that a registration asks for
 * @param policy what the law leaves open and the service has settled
 */
public record CommandContext(
        CaseId caseId,
        Actor actor,
        @Nullable Post post,
        @Nullable Instant effectiveAt,
        Instant recordedAt,
        @Nullable String lateEntryReason,
        @Nullable Long expectedVersion,
        @Nullable Post destination,
        boolean caseNumberTaken,
        Policy policy) {

    /** A context under the recommended readings, of a command that names no other post. */
    public CommandContext(
            CaseId caseId,
            Actor actor,
            @Nullable Post post,
            @Nullable Instant effectiveAt,
            Instant recordedAt,
            @Nullable String lateEntryReason,
            @Nullable Long expectedVersion,
            boolean caseNumberTaken) {
        this(
                caseId,
                actor,
                post,
                effectiveAt,
                recordedAt,
                lateEntryReason,
                expectedVersion,
                null,
                caseNumberTaken,
                Policy.RECOMMENDED);
    }

    /** The same under another policy. */
    public CommandContext under(Policy other) {
        return new CommandContext(
                caseId,
                actor,
                post,
                effectiveAt,
                recordedAt,
                lateEntryReason,
                expectedVersion,
                destination,
                caseNumberTaken,
                other);
    }

    /** The same for a command that sends the case to another post. */
    public CommandContext sendingTo(@Nullable Post other) {
        return new CommandContext(
                caseId,
                actor,
                post,
                effectiveAt,
                recordedAt,
                lateEntryReason,
                expectedVersion,
                other,
                caseNumberTaken,
                policy);
    }

    CommandContext at(@Nullable Instant effective, Instant recorded) {
        return new CommandContext(
                caseId,
                actor,
                post,
                effective,
                recorded,
                lateEntryReason,
                expectedVersion,
                destination,
                caseNumberTaken,
                policy);
    }

    /** When the act took effect: as said, or now. */
    public Instant actEffectiveAt() {
        return effectiveAt == null ? recordedAt : effectiveAt;
    }
}
