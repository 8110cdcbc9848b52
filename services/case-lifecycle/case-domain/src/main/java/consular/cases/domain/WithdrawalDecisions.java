package consular.cases.domain;

import static consular.cases.domain.law.RejectionCode.BAD_STATE;

import consular.cases.domain.CaseCommand.WithdrawApplication;
import consular.cases.domain.CaseEvent.ApplicationWithdrawn;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.opinions.AdvisoryOpinion;
import java.time.Instant;

/**
 * An applicant withdraws the application. It ends that application and nothing else: not the refusals on record, not the
 * family's applications, not the registration. Those who waited for a spouse or child who withdraws wait no longer.
 */
final class WithdrawalDecisions {
    private WithdrawalDecisions() {}

    static Decision withdraw(WithdrawApplication command, Act act) {
        var applicant = act.file().applicant(command.applicantId()).orElseThrow();
        return switch (applicant.state()) {
            case REGISTERED -> Act.reject(BAD_STATE, "there is no application to withdraw");
            case ISSUED -> Act.reject(BAD_STATE, "the visa is issued already");
            case LAPSED, WITHDRAWN -> Act.reject(BAD_STATE, "the application has ended already");
            case UNDECIDED, REFUSED, REOPENED, DISCONTINUED -> {
                act.record(
                        new ApplicationWithdrawn(command.applicantId(), act.day(), command.reason()),
                        ApplicationDecisions.endsIn(act.file()));
                FollowingRefusals.release(act);
                yield act.accepted();
            }
        };
    }

    static CaseFile withdrawn(CaseFile file, ApplicationWithdrawn event, Instant at) {
        var mayDecide = !file.registration().isTerminated();
        return file.mapApplicant(event.applicantId(), it -> it.withdraw(at, mayDecide))
                .mapOpinions(it -> it.applicantId().equals(event.applicantId()) && it.isOpen()
                        ? AdvisoryOpinion.withdrawn(it)
                        : it);
    }
}
