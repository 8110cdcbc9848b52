package consular.cases.domain;

import static consular.cases.domain.law.Rule.*;

import consular.cases.domain.CaseEvent.RefusalOvercome;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.Rule;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.OvercomeBasis;
import consular.cases.domain.refusals.Refusal;
import java.util.List;

/**
 * The refusals under 221(g) of those who wait for another member of the family: they come with the other's refusal, and
 * go when that member is cleared.
 */
final class FollowingRefusals {
    private FollowingRefusals() {}

    /**
     * After a refusal: if it was the principal's, the others whose application is open are refused with it.
     *
     * @param before the case before the refusal, which changed nobody but the refused
     */
    static void afterRefusalOf(Applicant refused, CaseFile before, Act act) {
        if (Family.isDecidedTogether(before) && refused.isPrincipal()) {
            for (var applicant : before.applicants()) {
                if (!applicant.isPrincipal() && applicant.state().awaitsDecision()) {
                    followPrincipal(applicant, act);
                }
            }
        }
    }

    /** After the execution of an application: one who follows a principal that stands refused is refused at once. */
    static void afterExecutionBy(ApplicantId executed, Act act) {
        var file = act.file();
        if (Family.isDecidedTogether(file) && file.principal().state() == ApplicationState.REFUSED) {
            file.applicant(executed)
                    .filter(applicant -> !applicant.isPrincipal())
                    .ifPresent(applicant -> followPrincipal(applicant, act));
        }
    }

    /** It is the decision of the officer who refused the principal, whoever took the application. */
    private static void followPrincipal(Applicant applicant, Act act) {
        var principal = act.file().principal();
        var decided = principal.refusals().stream()
                .filter(Refusal::hasActiveFinding)
                .reduce((_, later) -> later)
                .orElseThrow();
        refuse(applicant, principal.applicantId(), decided.officer(), DERIVATIVE_FOLLOWS_PRINCIPAL, act);
    }

    /** Refuses an applicant because another member stands refused. */
    static void refuse(Applicant applicant, ApplicantId blocking, OfficerId officer, Rule basis, Act act) {
        RefusalEntry.of(act, applicant, true)
                .by(officer)
                .following(blocking)
                .record(basis, REFUSAL_RESTS_ON_A_GROUND, STATUTORY_BASE_OF_221G);
    }

    /**
     * Releases everybody who waits for a member that nothing stands against any more. To be called by whatever may have
     * cleared a member, in the same decision.
     */
    static void release(Act act) {
        var blocking = Family.blocking(act.file());
        for (var applicant : act.file().applicants()) {
            if (applicant.state() != ApplicationState.REFUSED) {
                continue;
            }
            overcome(
                    applicant,
                    applicant
                            .activeFindings()
                            .filter(finding -> Family.isFollowing(finding) && !Family.isHeldBy(finding, blocking))
                            .map(Finding::findingId)
                            .toList(),
                    FAMILY_IS_RELEASED_TOGETHER,
                    act);
        }
    }

    /** Overcomes findings that wait, without evidence from those who waited. */
    static void overcome(Applicant applicant, List<FindingId> findingIds, Rule basis, Act act) {
        if (!findingIds.isEmpty()) {
            act.record(
                    new RefusalOvercome(applicant.applicantId(), findingIds, OvercomeBasis.PROCESSING_COMPLETE),
                    basis,
                    OVERCOME_BY_EVIDENCE_OR_PROCESSING);
            OvercomingDecisions.reopen(applicant.applicantId(), act);
        }
    }
}
