package consular.cases.application;

import consular.cases.domain.people.Actor;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand;
import consular.cases.domain.quasirefusals.QuasiRefusalId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command on an inquiry without a formal application as it comes in, with all that is said about it.
 *
 * @param quasiRefusalId the inquiry it is for; a new id for a new one
 * @param effectiveAt when the act took effect; null for now
 * @param lateEntryReason why it is entered on a later post-local day
 * @param expectedVersion the version that the sender last saw; null when the sender does not say
 * @param key the idempotency key; null when the sender gave none
 */
public record QuasiRefusalSubmission(
        QuasiRefusalCommand command,
        QuasiRefusalId quasiRefusalId,
        Actor actor,
        @Nullable Instant effectiveAt,
        @Nullable String lateEntryReason,
        @Nullable Long expectedVersion,
        @Nullable CommandKey key) {}
