package consular.cases.domain;

import static consular.cases.domain.law.Rule.RETROGRESSION_STOPS_THE_YEAR;
import static consular.cases.domain.law.Rule.TERMINATION_FOR_FAILING_TO_APPLY;
import static consular.cases.domain.law.Rule.YEAR_RUNS_FROM_TRANSMISSION;

import consular.cases.domain.CaseCommand.NotifyVisaAvailability;
import consular.cases.domain.CaseEvent.VisaAvailabilityNotified;
import consular.cases.domain.law.Rule;
import consular.cases.domain.registration.FailureToApply;
import consular.cases.domain.registration.YearFacts.Kind;
import consular.cases.domain.registration.YearToApply;
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
        if (act.file().isDiversity()) {
            return act.record(
                            new VisaAvailabilityNotified(on, null, null, false, null, List.of(), null),
                            YEAR_RUNS_FROM_TRANSMISSION)
                    .accepted();
        }
        return YearInTurn.with(on, Kind.NOTIFIED, act)
                .map(year -> begins(year, on) ? beginning(year, on, act) : movingNoYear(year, on, act))
                .orElseGet(() -> act.record(
                        new VisaAvailabilityNotified(
                                on,
                                act.reckoning().terminateFrom(on),
                                act.reckoning().lastDayOfSecondYear(on),
                                false,
                                null,
                                List.of(),
                                null),
                        TERMINATION_FOR_FAILING_TO_APPLY,
                        YEAR_RUNS_FROM_TRANSMISSION))
                .accepted();
    }

    private static boolean begins(YearToApply year, LocalDate on) {
        return year.failure() == FailureToApply.NO_APPLICATION
                && year.runsFrom().equals(on);
    }

    private static Act beginning(YearToApply year, LocalDate on, Act act) {
        return act.record(
                new VisaAvailabilityNotified(
                        on,
                        year.terminateFrom(),
                        year.reinstateBy(),
                        false,
                        year.stopped() ? year.stoppedFrom() : null,
                        year.pauses(),
                        year),
                year.retrogressed()
                        ? new Rule[] {
                            TERMINATION_FOR_FAILING_TO_APPLY, YEAR_RUNS_FROM_TRANSMISSION, RETROGRESSION_STOPS_THE_YEAR
                        }
                        : new Rule[] {TERMINATION_FOR_FAILING_TO_APPLY, YEAR_RUNS_FROM_TRANSMISSION});
    }

    /** It says all the same that visas were available, so that retrogression of before it was over. */
    private static Act movingNoYear(YearToApply year, LocalDate on, Act act) {
        var availability = act.file().registration().availability();
        return act.record(
                new VisaAvailabilityNotified(
                        on,
                        null,
                        null,
                        availability != null && on.isAfter(availability.transmittedOn()),
                        null,
                        List.of(),
                        year),
                YearInTurn.isMoved(year, act)
                        ? new Rule[] {YEAR_RUNS_FROM_TRANSMISSION, RETROGRESSION_STOPS_THE_YEAR}
                        : new Rule[] {YEAR_RUNS_FROM_TRANSMISSION});
    }
}
