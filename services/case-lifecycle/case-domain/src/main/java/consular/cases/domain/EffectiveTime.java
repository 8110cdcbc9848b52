package consular.cases.domain;

import static consular.cases.domain.law.RejectionCode.FUTURE_EFFECTIVE_TIME;
import static consular.cases.domain.law.RejectionCode.LATE_ENTRY_REASON_REQUIRED;
import static consular.cases.domain.law.RejectionCode.OUT_OF_ORDER;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.posts.Post;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When an act may take effect: not in the future, not out of order, not unexplained on a later day. */
final class EffectiveTime {
    private EffectiveTime() {}

    /** What the time of the act objects to; {@code file} is null for a registration. */
    static Optional<Decision> objection(CommandContext context, Post post, @Nullable CaseFile file) {
        var effectiveAt = context.actEffectiveAt();
        if (effectiveAt.isAfter(context.recordedAt())) {
            return Optional.of(Act.reject(
                    FUTURE_EFFECTIVE_TIME, "an act can't take effect after the clock, " + context.recordedAt()));
        }
        if (file != null && effectiveAt.isBefore(file.orderedUntil())) {
            return Optional.of(Act.reject(
                    OUT_OF_ORDER, "an act can't take effect before the latest on the case, " + file.orderedUntil()));
        }
        var reason = context.lateEntryReason();
        var late = post.dateOf(effectiveAt).isBefore(post.dateOf(context.recordedAt()));
        return late && (reason == null || reason.isBlank())
                ? Optional.of(Act.reject(
                        LATE_ENTRY_REASON_REQUIRED,
                        "an act entered on a later day than it took effect needs lateEntryReason"))
                : Optional.empty();
    }
}
