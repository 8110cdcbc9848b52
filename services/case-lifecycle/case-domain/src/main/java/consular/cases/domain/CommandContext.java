package consular.cases.domain;

import consular.cases.domain.law.Policy;
import consular.cases.domain.law.RuleSet;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.posts.Post;
import java.time.Instant;
import java.time.LocalDate;
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
 * @param ruleSet the version of the law to decide under, whatever the day of the act; null for the one in force on it
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
        Policy policy,
        @Nullable RuleSet ruleSet) {

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
                Policy.RECOMMENDED,
                null);
    }

    /** The same under another policy. */
    public CommandContext under(Policy other) {
        return with(effectiveAt, recordedAt, destination, other, ruleSet);
    }

    /** The same under a version of the law, whatever the day; null for the one in force on it. */
    CommandContext under(@Nullable RuleSet law) {
        return with(effectiveAt, recordedAt, destination, policy, law);
    }

    /** The same for a command that sends the case to another post. */
    public CommandContext sendingTo(@Nullable Post other) {
        return with(effectiveAt, recordedAt, other, policy, ruleSet);
    }

    /** The same with another reason for a late entry. */
    CommandContext explained(String reason) {
        return new CommandContext(
                caseId,
                actor,
                post,
                effectiveAt,
                recordedAt,
                reason,
                expectedVersion,
                destination,
                caseNumberTaken,
                policy,
                ruleSet);
    }

    CommandContext at(@Nullable Instant effective, Instant recorded) {
        return with(effective, recorded, destination, policy, ruleSet);
    }

    /** The same for the service, which acts now on what time has brought about. */
    CommandContext ofService() {
        return new CommandContext(
                caseId, Actor.SERVICE, post, null, recordedAt, null, null, null, caseNumberTaken, policy, ruleSet);
    }

    private CommandContext with(
            @Nullable Instant effective,
            Instant recorded,
            @Nullable Post sentTo,
            Policy settled,
            @Nullable RuleSet law) {
        return new CommandContext(
                caseId,
                actor,
                post,
                effective,
                recorded,
                lateEntryReason,
                expectedVersion,
                sentTo,
                caseNumberTaken,
                settled,
                law);
    }

    /** The version of the law that applies on a post-local day. */
    RuleSet lawOn(LocalDate day) {
        return ruleSet == null ? RuleSet.inForceOn(day) : ruleSet;
    }

    /** When the act took effect: as said, or now. */
    public Instant actEffectiveAt() {
        return effectiveAt == null ? recordedAt : effectiveAt;
    }
}
