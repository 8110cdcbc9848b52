package consular.benchmarks.target;

import consular.cases.domain.CaseCommand;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.CaseId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command to be given, wherever the service runs.
 *
 * @param caseId the case; null for a registration, which is told the id
 * @param effectiveAt null for now
 * @param lateEntryReason null for an act of today
 * @param key the idempotency key; null to give none
 */
public record Order(
        @Nullable CaseId caseId,
        CaseCommand.ByPerson command,
        Actor actor,
        @Nullable Instant effectiveAt,
        @Nullable String lateEntryReason,
        @Nullable String key) {}
