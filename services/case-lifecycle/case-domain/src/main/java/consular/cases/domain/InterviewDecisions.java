package consular.cases.domain;

import static consular.cases.domain.law.RejectionCode.BAD_STATE;
import static consular.cases.domain.law.Rule.REINSTATEMENT_BY_REGULATION;
import static consular.cases.domain.law.Rule.REINSTATEMENT_BY_STATUTE;
import static consular.cases.domain.law.Rule.RETROGRESSION_STOPS_THE_YEAR;
import static consular.cases.domain.law.Rule.YEAR_TO_ACT;

import consular.cases.domain.CaseCommand.RecordMissedInterview;
import consular.cases.domain.CaseEvent.InterviewMissed;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.lists.Lists;
import consular.cases.domain.registration.Availability;
import consular.cases.domain.registration.YearFacts.Kind;
import java.util.List;

/**
 * An applicant does not come to the interview. For the principal of an immigrant case the year to act begins anew on the
 * day of the appointment, and so do the two years in which the regulation reinstates; those of the statute do not.
 */
final class InterviewDecisions {
    private InterviewDecisions() {}

    static Decision missed(RecordMissedInterview command, Act act) {
        return NonimmigrantDecisions.noRegistration(act).orElseGet(() -> {
            var file = act.file();
            var applicant = file.applicant(command.applicantId()).orElseThrow();
            if (applicant.executedOn() != null) {
                return Act.reject(BAD_STATE, "the application is executed; refuse under 221(g), No Show");
            }
            if (!applicant.isPrincipal() || file.isDiversity()) {
                return act.record(
                                new InterviewMissed(command.applicantId(), command.appointmentOn(), null, null, null),
                                YEAR_TO_ACT)
                        .accepted();
            }
            var availability = file.registration().availability();
            if (availability == null || command.appointmentOn().isBefore(availability.clockFrom())) {
                return Act.reject(
                        BAD_STATE,
                        "an appointment follows the notice that a visa is available, and one missed before it");
            }
            return yearBegun(command, act);
        });
    }

    /** Retrogression stops or pauses the year, also where that is on record before the interview is. */
    private static Decision yearBegun(RecordMissedInterview command, Act act) {
        var on = command.appointmentOn();
        var year = YearInTurn.with(on, Kind.MISSED, act).orElse(null);
        var rules = List.of(YEAR_TO_ACT, REINSTATEMENT_BY_REGULATION, REINSTATEMENT_BY_STATUTE);
        return act.record(
                        new InterviewMissed(
                                command.applicantId(),
                                on,
                                year == null ? act.reckoning().terminateFrom(on) : year.terminateFrom(),
                                year == null ? act.reckoning().lastDayOfSecondYear(on) : year.reinstateBy(),
                                year),
                        year != null && year.retrogressed() ? Lists.and(rules, RETROGRESSION_STOPS_THE_YEAR) : rules)
                .accepted();
    }

    static CaseFile missed(CaseFile file, InterviewMissed event, Stamp stamp) {
        var availability = file.registration().availability();
        var terminateFrom = event.terminateFrom();
        var reinstateBy = event.reinstateBy();
        if (availability == null || terminateFrom == null || reinstateBy == null) {
            return file;
        }
        var known = file.registration().with(event.appointmentOn(), Kind.MISSED);
        return file.withRegistration(RegistrationEvolution.reckonedAnew(known, event.year(), file, stamp)
                .orElseGet(() -> known.available(Availability.missed(
                        availability,
                        event.appointmentOn(),
                        terminateFrom,
                        reinstateBy,
                        stamp.causeByPerson(file.zone())))));
    }
}
