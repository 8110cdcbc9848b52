package consular.cases.domain;

import static consular.cases.domain.law.RejectionCode.BAD_STATE;
import static consular.cases.domain.law.Rule.REINSTATEMENT_BY_REGULATION;
import static consular.cases.domain.law.Rule.REINSTATEMENT_BY_STATUTE;
import static consular.cases.domain.law.Rule.RETROGRESSION_STOPS_THE_YEAR;
import static consular.cases.domain.law.Rule.YEAR_TO_ACT;

import consular.cases.domain.CaseCommand.RecordFollowUpAnswer;
import consular.cases.domain.CaseCommand.RecordFollowUpPackage;
import consular.cases.domain.CaseEvent.FollowUpAnswered;
import consular.cases.domain.CaseEvent.FollowUpPackageSent;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.Rule;
import consular.cases.domain.lists.Lists;
import consular.cases.domain.registration.FailureToApply;
import consular.cases.domain.registration.YearFacts.Kind;
import consular.cases.domain.registration.YearToApply;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The follow-up instruction package goes out to who has let a notice lie, and is answered. The year to act begins anew on the
 * day on which it goes out, and so do the two years in which the regulation reinstates; those of the statute do not. An answer
 * meets that year: from then on none runs, until the next notice, missed interview or package begins one.
 */
final class FollowUpDecisions {
    private static final List<Rule> RULES = List.of(YEAR_TO_ACT, REINSTATEMENT_BY_REGULATION, REINSTATEMENT_BY_STATUTE);

    private FollowUpDecisions() {}

    static Decision sent(RecordFollowUpPackage command, Act act) {
        return objection(act).orElseGet(() -> {
            var on = command.transmittedOn();
            var file = act.file();
            if (file.isDiversity()) {
                return act.record(new FollowUpPackageSent(on, command.issuer(), null, null, null), YEAR_TO_ACT)
                        .accepted();
            }
            return file.registration().facts().isNotifiedBy(on)
                    ? yearBegun(command, act)
                    : Act.reject(BAD_STATE, "a follow-up package follows the notice that a visa is available");
        });
    }

    /** The package of a day before what the year runs from is on record, and moves no year. */
    private static Decision yearBegun(RecordFollowUpPackage command, Act act) {
        var on = command.transmittedOn();
        return YearInTurn.with(on, Kind.FOLLOWED_UP, act)
                .map(year -> begins(year, on)
                        ? act.record(
                                new FollowUpPackageSent(
                                        on, command.issuer(), year.terminateFrom(), year.reinstateBy(), year),
                                year.retrogressed() ? Lists.and(RULES, RETROGRESSION_STOPS_THE_YEAR) : RULES)
                        : act.record(new FollowUpPackageSent(on, command.issuer(), null, null, year), YEAR_TO_ACT))
                .orElseGet(() -> act.record(
                        new FollowUpPackageSent(
                                on,
                                command.issuer(),
                                act.reckoning().terminateFrom(on),
                                act.reckoning().lastDayOfSecondYear(on),
                                null),
                        RULES))
                .accepted();
    }

    private static boolean begins(YearToApply year, LocalDate on) {
        return year.failure() == FailureToApply.NO_FOLLOW_UP && year.runsFrom().equals(on);
    }

    static Decision answered(RecordFollowUpAnswer command, Act act) {
        return objection(act)
                .orElseGet(() -> act.file().registration().facts().isFollowedUpBy(command.answeredOn())
                        ? act.record(
                                        new FollowUpAnswered(
                                                command.applicantId(), command.answeredOn(), command.answer()),
                                        YEAR_TO_ACT)
                                .accepted()
                        : Act.reject(
                                BAD_STATE, "there is no follow-up package of that day or before that it could answer"));
    }

    private static Optional<Decision> objection(Act act) {
        return NonimmigrantDecisions.noRegistration(act)
                .or(() -> act.file().principal().executedOn() == null
                        ? Optional.empty()
                        : Optional.of(
                                Act.reject(BAD_STATE, "the principal has applied, which says more than any answer")));
    }

    static CaseFile sent(CaseFile file, FollowUpPackageSent event, Stamp stamp) {
        var known = file.registration().with(event.transmittedOn(), Kind.FOLLOWED_UP);
        var availability = known.availability();
        var terminateFrom = event.terminateFrom();
        var reinstateBy = event.reinstateBy();
        return file.withRegistration(RegistrationEvolution.reckonedAnew(known, event.year(), file, stamp)
                .orElseGet(() -> availability == null || terminateFrom == null || reinstateBy == null
                        ? known
                        : known.available(availability.followedUp(
                                event.transmittedOn(), terminateFrom, reinstateBy, stamp.causeByPerson(file.zone())))));
    }

    /** It moves no day of the year. */
    static CaseFile answered(CaseFile file, FollowUpAnswered event) {
        return file.withRegistration(file.registration().with(event.answeredOn(), Kind.ANSWERED));
    }
}
