package consular.cases.domain;

import consular.cases.domain.CaseCommand.*;
import consular.cases.domain.notices.Requester;
import consular.cases.domain.opinions.AdvisoryOpinionId;
import consular.cases.domain.opinions.OpinionOutcome;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.NoticeInstruction;
import consular.cases.domain.refusals.ProposedAction;
import consular.cases.domain.refusals.RefusalId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done about a refusal once it is made: review, opinions, notice, documents, inquiries. Tests reach them through {@link
 * Commands}.
 */
class CommandsOnARefusal {
    static final ApplicantId A1 = new ApplicantId("a1");

    static SelectForReview select(String refusalId) {
        return new SelectForReview(new RefusalId(refusalId), null);
    }

    static SelectForReview selectIssuance() {
        return new SelectForReview(null, A1);
    }

    static SupervisorConcur concur(String refusalId) {
        return new SupervisorConcur(new RefusalId(refusalId), "agreed");
    }

    static RecordReviewDiscussion discuss(String refusalId, ProposedAction action) {
        return new RecordReviewDiscussion(new RefusalId(refusalId), "talked it over", action, true);
    }

    static SupervisorReverse reverse(String refusalId) {
        return new SupervisorReverse(new RefusalId(refusalId), "the facts do not bear it");
    }

    static SupervisorRefer refer(String refusalId) {
        return new SupervisorRefer(new RefusalId(refusalId), "does the ground apply?");
    }

    static RecordReviewConsultation consult(String refusalId) {
        return new RecordReviewConsultation(new RefusalId(refusalId), null, "consulted");
    }

    static RecordReviewConsultation consultOnIssuance() {
        return new RecordReviewConsultation(null, A1, "consulted");
    }

    static ReverseOwnRefusal reverseOwn(String refusalId) {
        return new ReverseOwnRefusal(new RefusalId(refusalId), "on reflection");
    }

    static HandBackResponsibility handBack() {
        return new HandBackResponsibility(A1);
    }

    static AdviseRefusingOfficer adviseOfficer(String refusalId) {
        return new AdviseRefusingOfficer(new RefusalId(refusalId));
    }

    static NotifyApplicantOfReversal notifyOfReversal(String refusalId) {
        return new NotifyApplicantOfReversal(new RefusalId(refusalId));
    }

    static RequestAdvisoryOpinion ask(String findingId) {
        return new RequestAdvisoryOpinion(A1, new FindingId(findingId), "is the applicant ineligible?");
    }

    static SendAdvisoryOpinionFollowUp followUp(String opinionId) {
        return new SendAdvisoryOpinionFollowUp(new AdvisoryOpinionId(opinionId));
    }

    static ReceiveAdvisoryOpinion favourable(String opinionId, @Nullable String ground) {
        return answer(opinionId, OpinionOutcome.NO_INELIGIBILITY, ground, false);
    }

    static ReceiveAdvisoryOpinion adverse(String opinionId, @Nullable String ground) {
        return answer(opinionId, OpinionOutcome.INELIGIBLE, ground, false);
    }

    static ReceiveAdvisoryOpinion binding(String opinionId, OpinionOutcome outcome, @Nullable String ground) {
        return answer(opinionId, outcome, ground, true);
    }

    private static ReceiveAdvisoryOpinion answer(
            String opinionId, OpinionOutcome outcome, @Nullable String ground, boolean binding) {
        return new ReceiveAdvisoryOpinion(new AdvisoryOpinionId(opinionId), outcome, ground, binding);
    }

    static ResubmitToDepartment resubmit(String opinionId) {
        return new ResubmitToDepartment(new AdvisoryOpinionId(opinionId), "the facts are other than supposed");
    }

    static GiveOralNotice tell(String refusalId) {
        return new GiveOralNotice(new RefusalId(refusalId));
    }

    static IssueWrittenNotice write(String refusalId) {
        return new IssueWrittenNotice(new RefusalId(refusalId), null);
    }

    static IssueWrittenNotice write(String refusalId, String text) {
        return new IssueWrittenNotice(new RefusalId(refusalId), text);
    }

    static InstructNotice instruct(String refusalId, NoticeInstruction instruction) {
        return new InstructNotice(new RefusalId(refusalId), instruction, "D-1");
    }

    static AnswerInquiry answer(Requester requester) {
        return new AnswerInquiry(A1, requester, "INQ-7");
    }

    static RequestClassDeletion deleteFromClass(String refusalId) {
        return new RequestClassDeletion(new RefusalId(refusalId));
    }

    static RecordDocumentConsent consent(String refusalId, boolean consented) {
        return new RecordDocumentConsent(new RefusalId(refusalId), consented);
    }

    static ReturnDocuments giveBack(String refusalId, String... documents) {
        return new ReturnDocuments(new RefusalId(refusalId), List.of(documents));
    }
}
