package consular.cases.domain.registration;

import consular.cases.domain.registration.Pauses.Pause;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The year to apply as it is with everything that is on record, each on its day, whatever the order of entry.
 *
 * @param runsFrom the day it runs from
 * @param failure what the applicant will have failed to do by its end
 * @param terminateFrom the first day after it
 * @param reinstateBy the last day for reinstatement by the regulation
 * @param statutoryReinstateBy the last day for reinstatement by INA 203(g)
 * @param stoppedFrom the day from which there was retrogression, which stops a year that is not over; null where none does
 * @param pauses the retrogressions after which it ran on
 */
public record YearToApply(
        LocalDate runsFrom,
        FailureToApply failure,
        LocalDate terminateFrom,
        LocalDate reinstateBy,
        LocalDate statutoryReinstateBy,
        @Nullable LocalDate stoppedFrom,
        List<Pause> pauses) {
    public YearToApply {
        pauses = List.copyOf(pauses);
    }

    /** The year as it is. */
    public static YearToApply of(Availability availability) {
        return new YearToApply(
                availability.clockFrom(),
                availability.failure(),
                availability.terminateFrom(),
                availability.reinstateBy(),
                availability.statutoryReinstateBy(),
                availability.stoppedFrom(),
                availability.pauses().ended());
    }

    /** Whether retrogression has stopped it: inside it, for a full year of availability is enough (R-TRM-06). */
    public boolean stopped() {
        return stoppedFrom != null && stoppedFrom.isBefore(terminateFrom);
    }

    /** Whether retrogression has stopped it, or let it stand. */
    public boolean retrogressed() {
        return stoppedFrom != null || !pauses.isEmpty();
    }

    /** The same year with other last days. */
    YearToApply with(LocalDate terminate, LocalDate reinstate) {
        return new YearToApply(runsFrom, failure, terminate, reinstate, statutoryReinstateBy, stoppedFrom, pauses);
    }

    /** The retrogressions that began before a day. */
    Standing standsUntil(LocalDate day) {
        return new Standing(
                stoppedFrom != null && stoppedFrom.isBefore(day) ? stoppedFrom : null,
                pauses.stream().filter(it -> it.stoppedFrom().isBefore(day)).toList());
    }

    /** How a year stands: since when, if it does, and when it did before. */
    record Standing(@Nullable LocalDate stoppedFrom, List<Pause> pauses) {}
}
