package consular.cases.domain;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.Cause;
import consular.cases.domain.refusals.Finding;
import java.time.LocalDate;
import java.util.function.Predicate;
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
        var warnedFor = file.registration().warnedFor();
        if (warnedFor == null || terminateFrom == null) {
            return null;
        }
        var last = clock.dayOf(
                reckonedBy(file, warnedFor, clock).startOf(warnedFor).minusNanos(1));
        return last.isBefore(terminateFrom) ? null : last;
    }

    /** Whether that day, or one before it on which the warning had gone out, is in time for it. */
    static Predicate<LocalDate> wasTold(CaseFile file, @Nullable LocalDate terminateFrom, Cause clock) {
        var last = of(file, terminateFrom, clock);
        var warnedFor = file.registration().warnedFor();
        if (last == null || warnedFor == null) {
            return _ -> false;
        }
        var first = clock.dayOf(reckonedBy(file, warnedFor, clock)
                .startOf(file.registration().warningsOf(warnedFor).getFirst()));
        return day -> !day.isBefore(first) && !day.isAfter(last);
    }

    /** What the warned day was reckoned from, on the days of whose post it was told. */
    private static Cause reckonedBy(CaseFile file, LocalDate warnedFor, Cause clock) {
        var principal = file.principal();
        return principal
                .findings()
                .filter(finding -> warnedFor.equals(finding.terminateFrom()) || isDeferredUntil(finding, warnedFor))
                .map(finding -> TerminationClock.causeOf(finding, principal))
                .findFirst()
                .orElse(clock);
    }

    private static boolean isDeferredUntil(Finding finding, LocalDate warnedFor) {
        var deferral = finding.deferral();
        return deferral != null && deferral.until().plusDays(1).equals(warnedFor);
    }
}
