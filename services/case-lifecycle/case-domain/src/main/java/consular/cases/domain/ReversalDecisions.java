package consular.cases.domain;

import static consular.cases.domain.law.RejectionCode.BAD_STATE;
import static consular.cases.domain.law.RejectionCode.NOT_ADJUDICATOR;
import static consular.cases.domain.law.RejectionCode.OFFICER_NOT_ADVISED;
import static consular.cases.domain.law.Rule.OFFICER_ADVISED_BEFORE_APPLICANT;
import static consular.cases.domain.law.Rule.REFUSING_OFFICER_ACTS_FIRST;
import static consular.cases.domain.law.Rule.TWO_WAYS_TO_DISAGREE;

import consular.cases.domain.CaseCommand.AdviseRefusingOfficer;
import consular.cases.domain.CaseCommand.HandBackResponsibility;
import consular.cases.domain.CaseCommand.NotifyApplicantOfReversal;
import consular.cases.domain.CaseCommand.ReverseOwnRefusal;
import consular.cases.domain.CaseEvent.ApplicantNotifiedOfReversal;
import consular.cases.domain.CaseEvent.RefusalReversedByAdjudicator;
import consular.cases.domain.CaseEvent.RefusingOfficerAdvised;
import consular.cases.domain.CaseEvent.ResponsibilityHandedBack;
import consular.cases.domain.refusals.Refusal;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.domain.refusals.ReviewState;

/** Reversing one's own refusal, and what follows when a refusal has been reversed. */
final class ReversalDecisions {
    private ReversalDecisions() {}

    static Decision reverseOwn(ReverseOwnRefusal command, Act act) {
        var refusal = refusal(command.refusalId(), act);
        if (!refusal.officer().equals(act.officer())) {
            return Act.reject(NOT_ADJUDICATOR, "only the officer who refused reverses the refusal so");
        }
        if (!refusal.hasActiveFinding()) {
            return Act.reject(BAD_STATE, "nothing of the refusal stands any more");
        }
        act.record(
                new RefusalReversedByAdjudicator(
                        refusal.refusalId(),
                        refusal.applicantId(),
                        act.officer(),
                        command.reason(),
                        ReviewDecisions.activeFindings(refusal)),
                REFUSING_OFFICER_ACTS_FIRST);
        OvercomingDecisions.reopenIfNothingStands(refusal.applicantId(), act);
        return act.accepted();
    }

    static Decision handBack(HandBackResponsibility command, Act act) {
        var responsible =
                act.file().applicant(command.applicantId()).orElseThrow().responsible();
        return responsible == null
                ? Act.reject(BAD_STATE, "no supervisor has assumed responsibility for the applicant")
                : act.record(new ResponsibilityHandedBack(command.applicantId()), TWO_WAYS_TO_DISAGREE)
                        .accepted();
    }

    static Decision adviseOfficer(AdviseRefusingOfficer command, Act act) {
        return refusal(command.refusalId(), act).review().state() == ReviewState.REVERSED
                ? act.record(new RefusingOfficerAdvised(command.refusalId()), OFFICER_ADVISED_BEFORE_APPLICANT)
                        .accepted()
                : Act.reject(BAD_STATE, "no supervisor has reversed the refusal");
    }

    static Decision notifyApplicant(NotifyApplicantOfReversal command, Act act) {
        var refusal = refusal(command.refusalId(), act);
        if (refusal.awaitsAdvice()) {
            return Act.reject(OFFICER_NOT_ADVISED, "advise the refusing officer first");
        }
        return refusal.isReversed()
                ? act.record(new ApplicantNotifiedOfReversal(command.refusalId()), OFFICER_ADVISED_BEFORE_APPLICANT)
                        .accepted()
                : Act.reject(BAD_STATE, "the refusal has not been reversed");
    }

    private static Refusal refusal(RefusalId refusalId, Act act) {
        return act.file().refusal(refusalId).orElseThrow();
    }
}
