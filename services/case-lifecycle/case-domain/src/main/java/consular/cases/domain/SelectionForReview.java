package consular.cases.domain;

import static consular.cases.domain.law.Rule.NIV_REFUSAL_IS_REVIEWED;
import static consular.cases.domain.law.Rule.REVIEW_IS_DISCRETIONARY;
import static consular.cases.domain.law.Rule.SHARE_OF_NONIMMIGRANT_CASES_REVIEWED;

import consular.cases.domain.CaseEvent.IssuanceSelectedByPolicy;
import consular.cases.domain.CaseEvent.RefusalSelectedByPolicy;
import consular.cases.domain.law.Rule;
import consular.cases.domain.oversight.Decided;
import consular.cases.domain.oversight.ReviewSample;
import consular.cases.domain.oversight.ReviewSubject;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.refusals.FindingKind;
import consular.cases.domain.refusals.NewFinding;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.domain.refusals.ReviewClass;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What the policy of the post selects for review, in the same decision as what is to be reviewed. The event keeps that it
 * was selected, so another policy changes nothing of it.
 */
final class SelectionForReview {
    private SelectionForReview() {}

    /** After a refusal. One that has to be reviewed anyway, or only follows another's, is not for the policy to select. */
    static void afterRefusal(
            RefusalId refusalId, OfficerId officer, ReviewClass reviewClass, List<NewFinding> findings, Act act) {
        if (selectsNothing(act) || reviewClass != ReviewClass.DISCRETIONARY || isFollowing(findings)) {
            return;
        }
        var subject = findings.stream().allMatch(finding -> finding.kind().is221g())
                ? ReviewSubject.REFUSAL_UNDER_221G
                : ReviewSubject.OTHER_REFUSAL;
        select(
                new Decided(subject, officer, act.file().caseId(), refusalId.value()),
                percent -> new RefusalSelectedByPolicy(refusalId, percent),
                act);
    }

    private static boolean isFollowing(List<NewFinding> findings) {
        return findings.stream().allMatch(finding -> finding.kind() == FindingKind.FOLLOWS_FAMILY);
    }

    static Act afterIssuance(ApplicantId applicantId, Act act) {
        if (selectsNothing(act)) {
            return act;
        }
        return select(
                new Decided(ReviewSubject.ISSUANCE, act.officer(), act.file().caseId(), applicantId.value()),
                percent -> new IssuanceSelectedByPolicy(applicantId, percent),
                act);
    }

    /** Asked first, since the case with what was just recorded costs something. */
    private static boolean selectsNothing(Act act) {
        return act.context().policy().review().sample().equals(ReviewSample.NONE);
    }

    private static Act select(Decided decision, IntFunction<CaseEvent> selected, Act act) {
        var sample = act.context().policy().review().sample();
        var percent = sample.sharesOf(
                        decision.officer(), act.file().post(), act.file().category())
                .of(decision.subject());
        return sample.selects(decision, percent) ? act.record(selected.apply(percent), rules(act)) : act;
    }

    private static Rule[] rules(Act act) {
        return act.file().isNonimmigrant()
                ? new Rule[] {NIV_REFUSAL_IS_REVIEWED, SHARE_OF_NONIMMIGRANT_CASES_REVIEWED}
                : new Rule[] {REVIEW_IS_DISCRETIONARY};
    }
}
