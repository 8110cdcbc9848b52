package consular.cases.domain;

import static consular.cases.domain.law.RejectionCode.DEFERRAL_NEEDS_221G;
import static consular.cases.domain.law.Rule.DEFERRED_CASES_ARE_REFUSED_FIRST;
import static consular.cases.domain.law.Rule.OTHER_DEFERRALS_NEED_A_REFUSAL;

import consular.cases.domain.CaseCommand.DeferCase;
import consular.cases.domain.CaseEvent.CaseDeferred;
import consular.cases.domain.law.Rule;
import consular.cases.domain.refusals.FindingId;

/** Deferring a decision for evidence, a clearance or a name check. Nothing is pending meanwhile: the applicant stands refused. */
final class DeferralDecisions {
    private DeferralDecisions() {}

    static Decision defer(DeferCase command, Act act) {
        var applicant = act.file().applicant(command.applicantId()).orElseThrow();
        return standsUnder221g(applicant, command.findingId())
                ? act.record(
                                new CaseDeferred(
                                        command.applicantId(),
                                        command.findingId(),
                                        command.kind(),
                                        command.explanation()),
                                OTHER_DEFERRALS_NEED_A_REFUSAL,
                                DEFERRED_CASES_ARE_REFUSED_FIRST)
                        .accepted()
                : refuseFirst(OTHER_DEFERRALS_NEED_A_REFUSAL);
    }

    /** Whether a finding stands under 221(g) that asks something of the applicant, which may take its time. */
    static boolean asksUnder221g(Applicant applicant, FindingId findingId) {
        return applicant
                .activeFindings()
                .anyMatch(it -> it.findingId().equals(findingId) && it.kind().asksOfTheApplicant());
    }

    /** Whether a finding stands under 221(g), and not only because another member of the family stands refused. */
    static boolean standsUnder221g(Applicant applicant, FindingId findingId) {
        return applicant
                .activeFindings()
                .anyMatch(it -> it.findingId().equals(findingId) && it.kind().is221g() && !Family.isFollowing(it));
    }

    static Decision refuseFirst(Rule deferral) {
        return Act.reject(DEFERRAL_NEEDS_221G, deferral, "refuse under 221(g) first and defer on that finding");
    }
}
