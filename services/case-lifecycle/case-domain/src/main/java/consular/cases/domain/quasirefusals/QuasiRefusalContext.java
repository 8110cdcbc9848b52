package consular.cases.domain.quasirefusals;

import consular.cases.domain.people.Actor;
import consular.cases.domain.posts.Post;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a decision needs to know besides the command and the inquiry.
 *
 * @param post the post of the inquiry; null when a new one names a post that does not exist
 * @param effectiveAt when the act took effect; null for now
 * @param recordedAt the clock, read once
 * @param expectedVersion the version the sender last saw; null when the sender does not say
 * @param application of the applicant whom the command names, as the case has it; null when there is no such applicant
 */
public record QuasiRefusalContext(
        QuasiRefusalId quasiRefusalId,
        Actor actor,
        @Nullable Post post,
        @Nullable Instant effectiveAt,
        Instant recordedAt,
        @Nullable String lateEntryReason,
        @Nullable Long expectedVersion,
        @Nullable FormalApplication application) {}
