package consular.cases.domain.registration;

import consular.cases.domain.law.Cause;
import java.time.LocalDate;

/**
 * The notice that a visa is available, and the year to apply that runs from it.
 *
 * @param transmittedOn when the notice went out
 * @param clockFrom the day the year runs from: the transmission, a missed interview, or a reinstatement
 * @param failure what the applicant will have failed to do by its end
 * @param statutoryReinstateBy the last day for reinstatement by INA 203(g), which no reinstatement moves
 * @param stopped whether retrogression has stopped the year until the next notice
 */
public record Availability(
        LocalDate transmittedOn,
        LocalDate clockFrom,
        FailureToApply failure,
        LocalDate terminateFrom,
        LocalDate reinstateBy,
        LocalDate statutoryReinstateBy,
        boolean stopped,
        Cause cause) {

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
                before.stopped,
                cause);
    }

    public Availability stop() {
        return new Availability(
                transmittedOn, clockFrom, failure, terminateFrom, reinstateBy, statutoryReinstateBy, true, cause);
    }
}
