package consular.cases.application;

import consular.cases.domain.CaseCommand;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.CaseId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command as it comes in, with all that is said about it.
 *
 * @param caseId the case it is for; a new id for a registration
 * @param effectiveAt when the act took effect; null for now
 * @param lateEntryReason why it is entered on a later post-local day
 * @param expectedVersion the version that the sender last saw; null when the sender does not say
 * @param key the idempotency key; null when the sender gave none
 */
public record Submission(
        CaseCommand command,
        CaseId caseId,
        Actor actor,
        @Nullable Instant effectiveAt,
        @Nullable String lateEntryReason,
        @Nullable Long expectedVersion,
        @Nullable CommandKey key) {

    /** Whether it asks for a new case. */
    boolean isRegistration() {
        return command instanceof CaseCommand.RegisterCase;
    }
}
