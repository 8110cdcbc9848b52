package consular.cases.domain.law;

import static consular.cases.domain.law.RejectionCode.FUTURE_EFFECTIVE_TIME;
import static consular.cases.domain.law.RejectionCode.LATE_ENTRY_REASON_REQUIRED;
import static consular.cases.domain.law.RejectionCode.OUT_OF_ORDER;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a person's act took effect and when it was recorded.
 *
 * @param lateEntryReason why it is entered on a later post-local day; null when nothing was said
 */
public record TimeOfAct(
        Instant effectiveAt, Instant recordedAt, @Nullable String lateEntryReason) {
    /** How far the clocks of two nodes may be apart for an act of now to follow the latest act all the same. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    /** The last day that the calendars cover. */
    public static final LocalDate LAST_DAY = LocalDate.of(2050, 12, 31);

    /** What is said of a day that no calendar covers. */
    public static final String OUTSIDE = "the day has to be from " + FIRST_DAY + " to " + LAST_DAY;

    /**
     * The times as they are recorded: what was said, to the millisecond like the clock; and now is not before the latest
     * act on the same record, though the clock that recorded that one may have been a little ahead.
     *
     * @param said when the act took effect; null for now
     * @param latest the latest act on the same record; null when there is none
     */
    public static TimeOfAct settled(
            @Nullable Instant said, Instant now, @Nullable String lateEntryReason, @Nullable Instant latest) {
        if (said != null) {
            return new TimeOfAct(said.truncatedTo(ChronoUnit.MILLIS), now, lateEntryReason);
        }
        var settled = latest != null && latest.isAfter(now) && !latest.isAfter(now.plus(SKEW)) ? latest : now;
        return new TimeOfAct(settled, settled, lateEntryReason);
    }

    /** Whether a day is one of those that the calendars cover. */
    public static boolean isCovered(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    /** Whether the act would take effect in the future, for which the post need not be known. */
    public Optional<Rejection> future() {
        return effectiveAt.isAfter(recordedAt)
                ? Optional.of(
                        new Rejection(FUTURE_EFFECTIVE_TIME, "an act can't take effect after the clock, " + recordedAt))
                : Optional.empty();
    }

    /**
     * What the time of the act objects to.
     *
     * @param latest the latest act on the same record; null when it would be the first
     */
    public Optional<Rejection> objection(ZoneId zone, @Nullable Instant latest) {
        var future = future();
        if (future.isPresent()) {
            return future;
        }
        if (latest != null && effectiveAt.isBefore(latest)) {
            return Optional.of(
                    new Rejection(OUT_OF_ORDER, "an act can't take effect before the latest on the case, " + latest));
        }
        return isLate(zone) && (lateEntryReason == null || lateEntryReason.isBlank())
                ? Optional.of(new Rejection(
                        LATE_ENTRY_REASON_REQUIRED,
                        "an act entered on a later day than it took effect needs lateEntryReason"))
                : Optional.empty();
    }

    /** The same, saying {@code reason} of a late entry; of one that is not late, nothing. */
    public TimeOfAct explainedIfLate(ZoneId zone, String reason) {
        return new TimeOfAct(effectiveAt, recordedAt, isLate(zone) ? reason : null);
    }

    private boolean isLate(ZoneId zone) {
        return effectiveAt.isBefore(recordedAt)
                && LocalDate.ofInstant(effectiveAt, zone).isBefore(LocalDate.ofInstant(recordedAt, zone));
    }
}
