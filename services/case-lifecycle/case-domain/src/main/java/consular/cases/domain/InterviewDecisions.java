package consular.cases.domain;

import static consular.cases.domain.law.RejectionCode.BAD_STATE;
import static consular.cases.domain.law.Rule.MISSED_INTERVIEW;
import static consular.cases.domain.law.Rule.REINSTATEMENT_BY_REGULATION;
import static consular.cases.domain.law.Rule.REINSTATEMENT_BY_STATUTE;

import consular.cases.domain.CaseCommand.RecordMissedInterview;
import consular.cases.domain.CaseEvent.InterviewMissed;
import consular.cases.domain.CaseState.CaseFile;
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
                                    new InterviewMissed(
                                            command.applicantId(),
                                            command.appointmentOn(),
                                            act.reckoning().terminateFrom(command.appointmentOn()),
                                            act.reckoning().lastDayOfSecondYear(command.appointmentOn())),
                                    MISSED_INTERVIEW,
                                    REINSTATEMENT_BY_REGULATION,
                                    REINSTATEMENT_BY_STATUTE)
                            .accepted();
        });
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
