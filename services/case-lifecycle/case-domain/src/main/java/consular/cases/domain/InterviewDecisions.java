package consular.cases.domain;

import static consular.cases.domain.law.RejectionCode.BAD_STATE;
import static consular.cases.domain.law.Rule.YEAR_TO_ACT;

import consular.cases.domain.CaseCommand.RecordMissedInterview;
import consular.cases.domain.CaseEvent.InterviewMissed;
import consular.cases.domain.CaseState.CaseFile;

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
                        "an appointment follows what the year runs from: the notice that a visa is available, one"
                                + " missed before it, a follow-up package or a reinstatement");
            }
            return YearAnew.missedInterview(command.appointmentOn())
                    .record(
                            act,
                            (terminateFrom, reinstateBy, year) -> new InterviewMissed(
                                    command.applicantId(), command.appointmentOn(), terminateFrom, reinstateBy, year));
        });
    }

    /** Where it says nothing of the year, there is none that it could move. */
    static CaseFile missed(CaseFile file, InterviewMissed event, Stamp stamp) {
        var saysNothing = event.terminateFrom() == null && event.reinstateBy() == null && event.year() == null;
        return file.registration().availability() == null || saysNothing
                ? file
                : YearAnew.missedInterview(event.appointmentOn())
                        .evolve(file, event.terminateFrom(), event.reinstateBy(), event.year(), stamp);
    }
}
