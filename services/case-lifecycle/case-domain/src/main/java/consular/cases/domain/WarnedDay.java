package consular.cases.domain;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.Cause;
import java.time.LocalDate;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The last day in time that a warning has named, where it is later than that of the year which runs: what it was reckoned from
 * has ceased to stand since. Nobody's registration ends before the day that they were told.
 */
final class WarnedDay {
    private WarnedDay() {}

    /**
     * That day as a clock reckons it, which may be the clock of another post; null where the year ends no sooner.
     *
     * @param terminateFrom the first day on which the registration may be terminated by the year; null where no year runs
     */
    static @Nullable LocalDate of(CaseFile file, @Nullable LocalDate terminateFrom, Cause clock) {
        var warned = file.registration().warned();
        if (warned == null || terminateFrom == null) {
            return null;
        }
        var last = clock.dayOf(warned.end().minusNanos(1));
        return last.isBefore(terminateFrom) ? null : last;
    }

    /** That day as it was told; null as {@link #of}. */
    static @Nullable LocalDate told(CaseFile file, @Nullable LocalDate terminateFrom, Cause clock) {
        var warned = file.registration().warned();
        return warned == null || of(file, terminateFrom, clock) == null
                ? null
                : warned.terminateFrom().minusDays(1);
    }

    /**
     * Whether a day, as a clock reckons it, is one on which evidence on whatever stands is in time, as a warning had told: from
     * the first one on.
     */
    static BiPredicate<LocalDate, Cause> wasTold(CaseFile file) {
        var warned = file.registration().warned();
        return (day, clock) -> warned != null
                && !day.isBefore(clock.dayOf(warned.since()))
                && !day.isAfter(clock.dayOf(warned.end().minusNanos(1)));
    }
}
