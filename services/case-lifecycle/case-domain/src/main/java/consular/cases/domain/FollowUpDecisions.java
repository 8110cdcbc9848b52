package consular.cases.domain;

import static consular.cases.domain.law.RejectionCode.BAD_STATE;
import static consular.cases.domain.law.Rule.YEAR_TO_ACT;

import consular.cases.domain.CaseCommand.RecordFollowUpAnswer;
import consular.cases.domain.CaseCommand.RecordFollowUpPackage;
import consular.cases.domain.CaseEvent.FollowUpAnswered;
import consular.cases.domain.CaseEvent.FollowUpPackageSent;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.registration.YearFacts.Kind;
import java.util.Optional;

/**
 * The follow-up instruction package goes out to who has let a notice lie, and is answered. The year to act begins anew on the
 * day on which it goes out, and so do the two years in which the regulation reinstates; those of the statute do not. An answer
 * meets that year, or that of an interview that was missed: from then on none runs, until the next notice, missed interview or
 * package begins one.
 */
final class FollowUpDecisions {
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
                    ? YearAnew.followUpPackage(on)
                            .record(
                                    act,
                                    (terminateFrom, reinstateBy, year) -> new FollowUpPackageSent(
                                            on, command.issuer(), terminateFrom, reinstateBy, year))
                    : Act.reject(BAD_STATE, "a follow-up package follows the notice that a visa is available");
        });
    }

    static Decision answered(RecordFollowUpAnswer command, Act act) {
        return objection(act)
                .orElseGet(() -> act.file().registration().facts().isAnswerableOn(command.answeredOn())
                        ? act.record(
                                        new FollowUpAnswered(
                                                command.applicantId(), command.answeredOn(), command.answer()),
                                        YEAR_TO_ACT)
                                .accepted()
                        : Act.reject(
                                BAD_STATE,
                                "no follow-up package and no missed interview of that day or before begins a year"
                                        + " that it could meet"));
    }

    private static Optional<Decision> objection(Act act) {
        return NonimmigrantDecisions.noRegistration(act)
                .or(() -> act.file().principal().executedOn() == null
                        ? Optional.empty()
                        : Optional.of(
                                Act.reject(BAD_STATE, "the principal has applied, which says more than any answer")));
    }

    static CaseFile sent(CaseFile file, FollowUpPackageSent event, Stamp stamp) {
        return YearAnew.followUpPackage(event.transmittedOn())
                .evolve(file, event.terminateFrom(), event.reinstateBy(), event.year(), stamp);
    }

    /** It moves no day of the year. */
    static CaseFile answered(CaseFile file, FollowUpAnswered event) {
        return file.withRegistration(file.registration().with(event.answeredOn(), Kind.ANSWERED));
    }
}
