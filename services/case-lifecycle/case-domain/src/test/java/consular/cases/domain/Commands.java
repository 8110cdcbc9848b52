package consular.cases.domain;

import consular.cases.domain.CaseCommand.*;
import consular.cases.domain.notices.Requester;
import consular.cases.domain.opinions.AdvisoryOpinionId;
import consular.cases.domain.opinions.OpinionOutcome;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.Counsel;
import consular.cases.domain.people.FamilyRole;
import consular.cases.domain.people.Person;
import consular.cases.domain.people.Petition;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.refusals.Document;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.NoticeInstruction;
import consular.cases.domain.refusals.OvercomeBasis;
import consular.cases.domain.refusals.ProposedAction;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.domain.visas.VisaCategory;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commands that name what matters to a test and hide the rest. The applicant is a1 unless said. */
final class Commands {
    static final ApplicantId A1 = new ApplicantId("a1");
    static final ApplicantId A2 = new ApplicantId("a2");

    private Commands() {}

    static RegisterCase register(String post, String visaClass, Person... applicants) {
        return new RegisterCase(
                "CASE1",
                new PostCode(post),
                VisaCategory.IMMIGRANT,
                visaClass,
                new Petition("I-130", "WAC1"),
                List.of(applicants),
                null);
    }

    static RegisterCase register(String post, VisaCategory category, String visaClass, Person... applicants) {
        return new RegisterCase(
                "CASE1",
                new PostCode(post),
                category,
                visaClass,
                new Petition("I-129", "WAC1"),
                List.of(applicants),
                null);
    }

    static RegisterCase register(String post) {
        return register(post, "IR1", principal());
    }

    static Person principal() {
        return person("a1", FamilyRole.PRINCIPAL);
    }

    static Person spouse() {
        return person("a2", FamilyRole.SPOUSE);
    }

    private static Person person(String id, FamilyRole role) {
        return new Person(new ApplicantId(id), role, "Santos", "Maria", LocalDate.of(1990, 1, 1), "PH");
    }

    static NotifyVisaAvailability notifyAvailability(String transmittedOn) {
        return new NotifyVisaAvailability(LocalDate.parse(transmittedOn));
    }

    static RecordRetrogression retrogress(String from) {
        return new RecordRetrogression(LocalDate.parse(from));
    }

    static RestoreAvailability restore(String from) {
        return new RestoreAvailability(LocalDate.parse(from));
    }

    static ApplyForVisa apply() {
        return apply(A1);
    }

    static ApplyForVisa apply(ApplicantId applicantId) {
        return new ApplyForVisa(applicantId, "DS-260", new Fee(true, "R-1", Fee.Place.NVC));
    }

    static ApplyForVisa applyUnpaid() {
        return new ApplyForVisa(A1, "DS-260", new Fee(false, null, Fee.Place.POST));
    }

    static IssueVisa issue() {
        return issue(A1, null);
    }

    static IssueVisa issue(VisaAnnotation annotation) {
        return issue(A1, annotation);
    }

    static IssueVisa issue(ApplicantId applicantId, @Nullable VisaAnnotation annotation) {
        return new IssueVisa(applicantId, annotation);
    }

    static Refuse221g refuse221g(String... annotations) {
        return refuse221g(A1, annotations);
    }

    static Refuse221g refuse221g(ApplicantId applicantId, String... annotations) {
        return new Refuse221g(
                applicantId,
                Arrays.stream(annotations)
                        .map(it -> new ReasonGiven(it, null, null))
                        .toList(),
                null);
    }

    static Refuse221g refuse221g(ReasonGiven... reasons) {
        return new Refuse221g(A1, List.of(reasons), null);
    }

    /** On grounds that evidence cannot cure. */
    static RefuseIneligible refuseIneligible(String... grounds) {
        return refuseIneligible(A1, grounds);
    }

    static RefuseIneligible refuseIneligible(ApplicantId applicantId, String... grounds) {
        return new RefuseIneligible(
                applicantId,
                Arrays.stream(grounds)
                        .map(it -> new GroundGiven(it, "facts on the file", false, true, false))
                        .toList(),
                null);
    }

    static RefuseIneligible refuseCurable(String ground) {
        return new RefuseIneligible(A1, List.of(new GroundGiven(ground, "facts", true, true, false)), null);
    }

    static PresentEvidence evidence(String... findingIds) {
        return evidence(A1, findingIds);
    }

    static PresentEvidence evidence(ApplicantId applicantId, String... findingIds) {
        return new PresentEvidence(
                applicantId, findings(findingIds), List.of(new Document("document", true, "as asked for", null)));
    }

    static OvercomeRefusal overcome(String... findingIds) {
        return new OvercomeRefusal(findings(findingIds), OvercomeBasis.EVIDENCE);
    }

    static OvercomeRefusal processed(String... findingIds) {
        return new OvercomeRefusal(findings(findingIds), OvercomeBasis.PROCESSING_COMPLETE);
    }

    private static List<FindingId> findings(String... findingIds) {
        return Arrays.stream(findingIds).map(FindingId::new).toList();
    }

    static Refuse214b refuse214b() {
        return new Refuse214b(A1, "no ties to a residence abroad");
    }

    static RecordMissedInterview missedInterview(String appointmentOn) {
        return new RecordMissedInterview(A1, LocalDate.parse(appointmentOn));
    }

    static DiscontinueGrant discontinue(String orderId) {
        return new DiscontinueGrant(orderId);
    }

    static LiftSanction lift(String orderId) {
        return new LiftSanction(orderId);
    }

    static WithdrawApplication withdraw() {
        return new WithdrawApplication(A1, "travels no more");
    }

    static TransferCase transfer(String toPost) {
        return new TransferCase(new PostCode(toPost));
    }

    static RecordWaiver waive(String findingId) {
        return new RecordWaiver(new FindingId(findingId), "DHS-1");
    }

    static RefundFee refund() {
        return new RefundFee(A1, "the post was closed by order of the Department", "22 CFR 42.71(b)(1)");
    }

    static GrantFeeException feeException() {
        return new GrantFeeException(A1, "9 FAM 504.6-5(B)");
    }

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

    static ReinstateRegistration reinstate() {
        return new ReinstateRegistration("in hospital throughout the year");
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

    static RecordCounsel counsel(@Nullable String name) {
        return new RecordCounsel(name == null ? null : new Counsel(name, "Makati"));
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

    static AddCaseNote note() {
        return new AddCaseNote("called the applicant");
    }
}
