package consular.cases.domain;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.Cause;
import consular.cases.domain.law.Rule;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A clock that was past already when a late entry set it going waits until the next command of a
 * person on the case, so that a history can be entered line by line without the service acting on
 * half of it.
 */
final class LateEntry {
    private LateEntry() {}

    static DeadlineState state(Cause cause, LocalDate due, CaseFile file) {
        return isLate(cause, due) && releasedOn(cause, file).isEmpty()
                ? DeadlineState.SUSPENDED
                : DeadlineState.RUNNING;
    }

    /** Why a clock waits that does so, beside whatever else it waits for; nothing where it was not past when entered. */
    static List<Deadline.Because> reason(DeadlineState state, Rule limit, Cause cause, LocalDate due, CaseFile file) {
        return state == DeadlineState.SUSPENDED && state(cause, due, file) == DeadlineState.SUSPENDED
                ? List.of(Deadline.Because.rule(
                        limit,
                        "it was past already when it was entered, and waits for the next act of a person on the case"))
                : List.of();
    }

    /**
     * The day on which something comes about that would by law on {@code day}; but what was held back, or waited because it
     * was past when entered, does not come about before the day after it was released.
     *
     * @param heldUntil the latest day on which something went that had held it back
     */
    static LocalDate comesAbout(LocalDate day, Cause cause, @Nullable LocalDate heldUntil, CaseFile file) {
        return Stream.concat(Stream.ofNullable(heldUntil), waitedUntil(cause, day.minusDays(1), file).stream())
                .filter(released -> !released.isBefore(day))
                .max(Comparator.naturalOrder())
                .map(released -> released.plusDays(1))
                .orElse(day);
    }

    /** The day of the act that ended the wait; empty when the clock never waited, or waits still. */
    private static Optional<LocalDate> waitedUntil(Cause cause, LocalDate due, CaseFile file) {
        return isLate(cause, due) ? releasedOn(cause, file) : Optional.empty();
    }

    private static boolean isLate(Cause cause, LocalDate due) {
        return cause.byPerson() && cause.recordedOn().isAfter(due);
    }

    private static Optional<LocalDate> releasedOn(Cause cause, CaseFile file) {
        return file.progress().acts().stream()
                .filter(act -> act.decision() > cause.decision())
                .findFirst()
                .map(act -> cause.dayOf(act.at()));
    }
}
