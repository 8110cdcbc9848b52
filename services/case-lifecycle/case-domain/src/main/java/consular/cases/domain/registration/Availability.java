package consular.cases.domain.registration;

import consular.cases.domain.law.Cause;
import java.time.LocalDate;

/**
 * The notice that a visa is available, and the year to apply that runs from it.
 *
 * @param transmittedOn when the notice went out
 * @param clockFrom the day the year runs from: the transmission, or a reinstatement
 * @param statutoryReinstateBy the last day for reinstatement by INA 203(g), which no reinstatement moves
 * @param stopped whether retrogression has stopped the year until the next notice
 */
public record Availability(
        LocalDate transmittedOn,
        LocalDate clockFrom,
        LocalDate terminateFrom,
        LocalDate reinstateBy,
        LocalDate statutoryReinstateBy,
        boolean stopped,
        Cause cause) {

    public Availability stop() {
        return new Availability(
                transmittedOn, clockFrom, terminateFrom, reinstateBy, statutoryReinstateBy, true, cause);
    }
}
