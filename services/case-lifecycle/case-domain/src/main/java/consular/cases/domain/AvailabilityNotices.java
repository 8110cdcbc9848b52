package consular.cases.domain;

import static consular.cases.domain.law.Rule.RETROGRESSION_STOPS_THE_YEAR;
import static consular.cases.domain.law.Rule.TERMINATION_FOR_FAILING_TO_APPLY;
import static consular.cases.domain.law.Rule.YEAR_RUNS_FROM_TRANSMISSION;

import consular.cases.domain.CaseCommand.NotifyVisaAvailability;
import consular.cases.domain.CaseEvent.VisaAvailabilityNotified;
import consular.cases.domain.law.RegistrationClocks.Retrogression;
import consular.cases.domain.law.Rule;
import consular.cases.domain.registration.Availability;
import consular.cases.domain.registration.Pauses.Pause;
import consular.cases.domain.registration.Registration;
import java.time.LocalDate;
import java.util.List;

/**
 * Notice that a visa is available. The year to apply runs from it, unless it runs from something later; and retrogression
 * that came after the notice has stopped or paused that year, also where it was over before the notice was entered.
 */
final class AvailabilityNotices {
    private AvailabilityNotices() {}

    static Decision notify(NotifyVisaAvailability command, Act act) {
        var on = command.transmittedOn();
        var registration = act.file().registration();
        var isRestarted = act.context().policy().registration().retrogression() == Retrogression.RESTART;
        if (act.file().isDiversity() || isOvertaken(on, registration, isRestarted)) {
            return movingNoYear(on, registration, act);
        }
        var terminateFrom = act.reckoning().terminateFrom(on);
        var reinstateBy = act.reckoning().lastDayOfSecondYear(on);
        List<Pause> known =
                isRestarted ? List.of() : registration.retrogressions().endedSince(on);
        var stood = Availability.pausesOfNotice(registration.availability(), on, terminateFrom, reinstateBy, known)
                .days();
        var unavailableFrom = registration.retrogressions().firstWithin(on, terminateFrom);
        return act.record(
                        new VisaAvailabilityNotified(
                                on,
                                act.reckoning().terminateFromAfterPause(terminateFrom, stood),
                                act.reckoning().lastDayAfterPause(reinstateBy, stood),
                                false,
                                isRestarted ? unavailableFrom.orElse(null) : null,
                                known),
                        rules(stood > 0 || unavailableFrom.isPresent()))
                .accepted();
    }

    private static Rule[] rules(boolean isRetrogressed) {
        return isRetrogressed
                ? new Rule[] {
                    TERMINATION_FOR_FAILING_TO_APPLY, YEAR_RUNS_FROM_TRANSMISSION, RETROGRESSION_STOPS_THE_YEAR
                }
                : new Rule[] {TERMINATION_FOR_FAILING_TO_APPLY, YEAR_RUNS_FROM_TRANSMISSION};
    }

    private static Decision movingNoYear(LocalDate on, Registration registration, Act act) {
        var availability = registration.availability();
        var endsRetrogression = availability != null && on.isAfter(availability.transmittedOn());
        var isReleased = availability != null && availability.isReleasedBy(on);
        return act.record(
                        new VisaAvailabilityNotified(on, null, null, endsRetrogression, null, List.of()),
                        isReleased
                                ? new Rule[] {YEAR_RUNS_FROM_TRANSMISSION, RETROGRESSION_STOPS_THE_YEAR}
                                : new Rule[] {YEAR_RUNS_FROM_TRANSMISSION})
                .accepted();
    }

    /** Whether the year runs from something later already, or was stopped for good by a later retrogression. */
    private static boolean isOvertaken(LocalDate on, Registration registration, boolean isRestarted) {
        var availability = registration.availability();
        if (availability == null) {
            return false;
        }
        var stoppedFrom = availability.stoppedFrom();
        return on.isBefore(availability.clockFrom())
                || (isRestarted && availability.stopped() && stoppedFrom != null && on.isBefore(stoppedFrom));
    }
}
