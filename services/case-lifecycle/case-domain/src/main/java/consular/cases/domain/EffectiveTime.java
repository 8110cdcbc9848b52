package consular.cases.domain;

import static consular.cases.domain.law.RejectionCode.FUTURE_EFFECTIVE_TIME;
import static consular.cases.domain.law.RejectionCode.LATE_ENTRY_REASON_REQUIRED;
import static consular.cases.domain.law.RejectionCode.OUT_OF_ORDER;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.posts.Post;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When an act may take effect: not in the future, not out of order, not unexplained on a later day. */
final class EffectiveTime {
    /** How far the clocks of two nodes may be apart for an act of now to follow the latest act all the same. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    /** The last day that the calendars cover. */
    static final LocalDate LAST_DAY = LocalDate.of(2050, 12, 31);

    /** What is said of any other day. */
    static final String OUTSIDE = "the day has to be from " + FIRST_DAY + " to " + LAST_DAY;

    private EffectiveTime() {}

    /**
     * The times as they are recorded: what was said, to the millisecond like the clock; and now is not before the
     * latest act on the case, though the clock that recorded that one may have been a little ahead.
     */
    static CommandContext settled(CommandContext context, @Nullable CaseFile file) {
        var said = context.effectiveAt();
        if (said != null) {
            return context.at(said.truncatedTo(ChronoUnit.MILLIS), context.recordedAt());
        }
        if (file == null) {
            return context;
        }
        var latest = file.progress().orderedUntil();
        var now = context.recordedAt();
        return latest.isAfter(now) && !latest.isAfter(now.plus(SKEW)) ? context.at(null, latest) : context;
    }

    /** Whether a day is one of those that the calendars cover. */
    static boolean isCovered(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    /** Whether the time said makes sense at all. */
    static Optional<Decision> senseless(CommandContext context, ZoneId zone) {
        var said = context.effectiveAt();
        return said == null || isCovered(said.atZone(zone).toLocalDate())
                ? Optional.empty()
                : CommandReferences.malformed("/effectiveAt", OUTSIDE);
    }

    /** Whether the act would take effect in the future, for which the post need not be known. */
    static Optional<Decision> future(CommandContext context) {
        return context.actEffectiveAt().isAfter(context.recordedAt())
                ? Optional.of(Act.reject(
                        FUTURE_EFFECTIVE_TIME, "an act can't take effect after the clock, " + context.recordedAt()))
                : Optional.empty();
    }

    /** What the time of the act objects to; {@code file} is null for a registration. */
    static Optional<Decision> objection(CommandContext context, Post post, @Nullable CaseFile file) {
        var effectiveAt = context.actEffectiveAt();
        var future = future(context);
        if (future.isPresent()) {
            return future;
        }
        if (file != null && effectiveAt.isBefore(file.progress().orderedUntil())) {
            return Optional.of(Act.reject(
                    OUT_OF_ORDER,
                    "an act can't take effect before the latest on the case, "
                            + file.progress().orderedUntil()));
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
