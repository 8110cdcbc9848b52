package consular.cases.domain.registration;

import consular.cases.domain.law.Cause;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The notice that a visa is available, and the year to apply that runs from it.
 *
 * @param transmittedOn when the notice went out
 * @param clockFrom the day the year runs from: the transmission, a missed interview, or a reinstatement
 * @param failure what the applicant will have failed to do by its end
 * @param statutoryReinstateBy the last day for reinstatement by INA 203(g), which no reinstatement moves
 * @param stoppedFrom the day from which there was retrogression, which stops a year that is not over; null while there
 *     was none
 * @param pause the last pause that ended and let the year run on; null while there was none
 */
public record Availability(
        LocalDate transmittedOn,
        LocalDate clockFrom,
        FailureToApply failure,
        LocalDate terminateFrom,
        LocalDate reinstateBy,
        LocalDate statutoryReinstateBy,
        @Nullable LocalDate stoppedFrom,
        @Nullable Pause pause,
        Cause cause) {

    /**
     * How long the year had stood when it last ran on.
     *
     * @param terminateFrom as it was before
     * @param reinstateBy as it was before
     */
    public record Pause(LocalDate stoppedFrom, LocalDate restoredOn, LocalDate terminateFrom, LocalDate reinstateBy) {}

    /** The year that a notice sets going. */
    public static Availability notified(
            LocalDate transmittedOn, LocalDate terminateFrom, LocalDate reinstateBy, Cause cause) {
        return new Availability(
                transmittedOn,
                transmittedOn,
                FailureToApply.NO_APPLICATION,
                terminateFrom,
                reinstateBy,
                reinstateBy,
                null,
                null,
                cause);
    }

    /** The year begins anew with the registration. */
    public Availability reinstated(LocalDate on, LocalDate terminate, LocalDate reinstate, Cause reinstatement) {
        return new Availability(
                transmittedOn,
                on,
                FailureToApply.NO_APPLICATION,
                terminate,
                reinstate,
                statutoryReinstateBy,
                null,
                null,
                reinstatement);
    }

    /** The year begins anew on the day of an interview that the applicant missed. */
    public static Availability missed(
            Availability before, LocalDate appointmentOn, LocalDate terminateFrom, LocalDate reinstateBy, Cause cause) {
        return new Availability(
                before.transmittedOn,
                appointmentOn,
                FailureToApply.MISSED_INTERVIEW,
                terminateFrom,
                reinstateBy,
                before.statutoryReinstateBy,
                before.stoppedFrom,
                null,
                cause);
    }

    /** Whether retrogression has stopped the year: inside it, for a full year of availability is enough (R-TRM-06). */
    public boolean stopped() {
        return stoppedFrom != null && stoppedFrom.isBefore(terminateFrom);
    }

    /** Whether retrogression set in only after a day on which visas were available again. */
    public boolean isStoppedAfter(LocalDate restoredOn) {
        return stoppedFrom != null && restoredOn.isBefore(stoppedFrom);
    }

    /**
     * Retrogression stops the year; if it has done so already, from the earlier day. From a day before visas were last
     * available again, it puts right when that pause began: the year stands again as it did, until availability is restored.
     */
    public Availability stop(LocalDate from) {
        if (pause != null && from.isBefore(pause.restoredOn)) {
            var earlier = from.isBefore(pause.stoppedFrom) ? from : pause.stoppedFrom;
            return with(pause.terminateFrom, pause.reinstateBy, earlier, null, cause);
        }
        return stopped() && !isStoppedAfter(from) ? this : with(terminateFrom, reinstateBy, from, pause, cause);
    }

    /**
     * How many days the year had stood when visas were available again; none while nothing had stopped it. A year that
     * began only after retrogression had set in, at a missed interview, stood only since it began.
     */
    public long stoodUntil(LocalDate restoredOn) {
        if (stoppedFrom == null || !stopped()) {
            return 0;
        }
        var since = stoppedFrom.isAfter(clockFrom) ? stoppedFrom : clockFrom;
        return Math.max(0, ChronoUnit.DAYS.between(since, restoredOn));
    }

    /** There is no retrogression any more that could stop a year. */
    public Availability withoutRetrogression() {
        return with(terminateFrom, reinstateBy, null, pause, cause);
    }

    /** What was left of the year runs on. */
    public Availability resume(LocalDate restoredOn, LocalDate terminate, LocalDate reinstate, Cause resumed) {
        return stoppedFrom == null
                ? this
                : with(
                        terminate,
                        reinstate,
                        null,
                        new Pause(stoppedFrom, restoredOn, terminateFrom, reinstateBy),
                        resumed);
    }

    private Availability with(
            LocalDate terminate, LocalDate reinstate, @Nullable LocalDate stopped, @Nullable Pause ended, Cause next) {
        return new Availability(
                transmittedOn, clockFrom, failure, terminate, reinstate, statutoryReinstateBy, stopped, ended, next);
    }
}
