package consular.cases.domain;

import static consular.cases.domain.law.RejectionCode.BAD_STATE;
import static consular.cases.domain.law.Rule.MISSED_INTERVIEW;
import static consular.cases.domain.law.Rule.REINSTATEMENT_BY_REGULATION;
import static consular.cases.domain.law.Rule.REINSTATEMENT_BY_STATUTE;

import consular.cases.domain.CaseCommand.RecordMissedInterview;
import consular.cases.domain.CaseEvent.InterviewMissed;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.Reckoning;
import consular.cases.domain.registration.Availability;

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
                                new InterviewMissed(command.applicantId(), command.appointmentOn(), null, null),
                                MISSED_INTERVIEW)
                        .accepted();
            }
            var availability = file.registration().availability();
            return availability == null || command.appointmentOn().isBefore(availability.clockFrom())
                    ? Act.reject(
                            BAD_STATE,
                            "an appointment follows the notice that a visa is available, and one missed before it")
                    : act.record(
                                    missed(command, availability, act.reckoning()),
                                    MISSED_INTERVIEW,
                                    REINSTATEMENT_BY_REGULATION,
                                    REINSTATEMENT_BY_STATUTE)
                            .accepted();
        });
    }

    /** The year stood while retrogression stopped it, also where that is on record before the interview is. */
    private static InterviewMissed missed(
            RecordMissedInterview command, Availability availability, Reckoning reckoning) {
        var on = command.appointmentOn();
        var terminateFrom = reckoning.terminateFrom(on);
        var reinstateBy = reckoning.lastDayOfSecondYear(on);
        var stood =
                availability.pausesOfInterview(on, terminateFrom, reinstateBy).days();
        return new InterviewMissed(
                command.applicantId(),
                on,
                reckoning.terminateFromAfterPause(terminateFrom, stood),
                reckoning.lastDayAfterPause(reinstateBy, stood));
    }

    static CaseFile missed(CaseFile file, InterviewMissed event, Stamp stamp) {
        var availability = file.registration().availability();
        var terminateFrom = event.terminateFrom();
        var reinstateBy = event.reinstateBy();
        return availability == null || terminateFrom == null || reinstateBy == null
                ? file
                : file.withRegistration(file.registration()
                        .available(Availability.missed(
                                availability,
                                event.appointmentOn(),
                                terminateFrom,
                                reinstateBy,
                                stamp.causeByPerson(file.zone()))));
    }
}
