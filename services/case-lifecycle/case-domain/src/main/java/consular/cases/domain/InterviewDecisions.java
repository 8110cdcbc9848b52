package consular.cases.domain;

import static consular.cases.domain.law.RejectionCode.BAD_STATE;
import static consular.cases.domain.law.Rule.REINSTATEMENT_BY_REGULATION;
import static consular.cases.domain.law.Rule.REINSTATEMENT_BY_STATUTE;
import static consular.cases.domain.law.Rule.RETROGRESSION_STOPS_THE_YEAR;
import static consular.cases.domain.law.Rule.YEAR_TO_ACT;

import consular.cases.domain.CaseCommand.RecordMissedInterview;
import consular.cases.domain.CaseEvent.InterviewMissed;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.Rule;
import consular.cases.domain.lists.Lists;
import consular.cases.domain.registration.Availability;
import consular.cases.domain.registration.FailureToApply;
import consular.cases.domain.registration.YearFacts.Kind;
import consular.cases.domain.registration.YearToApply;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An applicant does not come to the interview. For the principal of an immigrant case the year to act begins anew on the
 * day of the appointment, and so do the two years in which the regulation reinstates; those of the statute do not.
 */
final class InterviewDecisions {
    private static final List<Rule> RULES = List.of(YEAR_TO_ACT, REINSTATEMENT_BY_REGULATION, REINSTATEMENT_BY_STATUTE);

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
            return yearBegun(command, act);
        });
    }

    /**
     * Retrogression stops or pauses the year, also where that is on record before the interview is. One that was missed on the
     * day of a package is on record, and moves no year.
     */
    private static Decision yearBegun(RecordMissedInterview command, Act act) {
        var on = command.appointmentOn();
        return YearInTurn.with(on, Kind.MISSED, act)
                .map(year -> begins(year, on)
                        ? act.record(
                                missed(command, year.terminateFrom(), year.reinstateBy(), year),
                                year.retrogressed() ? Lists.and(RULES, RETROGRESSION_STOPS_THE_YEAR) : RULES)
                        : act.record(missed(command, null, null, year), YEAR_TO_ACT))
                .orElseGet(() -> act.record(
                        missed(
                                command,
                                act.reckoning().terminateFrom(on),
                                act.reckoning().lastDayOfSecondYear(on),
                                null),
                        RULES))
                .accepted();
    }

    private static boolean begins(YearToApply year, LocalDate on) {
        return year.failure() == FailureToApply.MISSED_INTERVIEW
                && year.runsFrom().equals(on);
    }

    private static InterviewMissed missed(
            RecordMissedInterview command,
            @Nullable LocalDate terminateFrom,
            @Nullable LocalDate reinstateBy,
            @Nullable YearToApply year) {
        return new InterviewMissed(command.applicantId(), command.appointmentOn(), terminateFrom, reinstateBy, year);
    }

    /** Where it says nothing of the year, there is none that it could move. */
    static CaseFile missed(CaseFile file, InterviewMissed event, Stamp stamp) {
        var availability = file.registration().availability();
        var terminateFrom = event.terminateFrom();
        var reinstateBy = event.reinstateBy();
        if (availability == null || (terminateFrom == null && reinstateBy == null && event.year() == null)) {
            return file;
        }
        var known = file.registration().with(event.appointmentOn(), Kind.MISSED);
        return file.withRegistration(RegistrationEvolution.reckonedAnew(known, event.year(), file, stamp)
                .orElseGet(() -> terminateFrom == null || reinstateBy == null
                        ? known
                        : known.available(Availability.missed(
                                availability,
                                event.appointmentOn(),
                                terminateFrom,
                                reinstateBy,
                                stamp.causeByPerson(file.zone())))));
    }
}
