package consular.cases.domain;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.TimeOfAct;
import consular.cases.domain.posts.Post;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When an act on a case may take effect: not in the future, not out of order, not unexplained on a later day. */
final class EffectiveTime {
    /** The last day that the calendars cover. */
    static final LocalDate LAST_DAY = TimeOfAct.LAST_DAY;

    /** What is said of a day that no calendar covers. */
    static final String OUTSIDE = TimeOfAct.OUTSIDE;

    private EffectiveTime() {}

    /** The times as they are recorded; {@code file} is null for a registration. */
    static CommandContext settled(CommandContext context, @Nullable CaseFile file) {
        var said = context.effectiveAt();
        var settled = TimeOfAct.settled(
                said,
                context.recordedAt(),
                context.lateEntryReason(),
                file == null ? null : file.progress().orderedUntil());
        return context.at(said == null ? null : settled.effectiveAt(), settled.recordedAt());
    }

    /** Whether a day is one of those that the calendars cover. */
    static boolean isCovered(LocalDate day) {
        return TimeOfAct.isCovered(day);
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
        return time(context).future().map(Decision.Rejected::new);
    }

    /** What the time of the act objects to; {@code file} is null for a registration. */
    static Optional<Decision> objection(CommandContext context, Post post, @Nullable CaseFile file) {
        return time(context)
                .objection(post.zone(), file == null ? null : file.progress().orderedUntil())
                .map(Decision.Rejected::new);
    }

    private static TimeOfAct time(CommandContext context) {
        return new TimeOfAct(context.actEffectiveAt(), context.recordedAt(), context.lateEntryReason());
    }
}
