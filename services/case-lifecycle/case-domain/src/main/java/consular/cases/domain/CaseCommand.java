package consular.cases.domain;

import consular.cases.domain.inquiries.OneLine;
import consular.cases.domain.notices.Requester;
import consular.cases.domain.opinions.AdvisoryOpinionId;
import consular.cases.domain.opinions.OpinionOutcome;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.AtMost;
import consular.cases.domain.people.Counsel;
import consular.cases.domain.people.Person;
import consular.cases.domain.people.Petition;
import consular.cases.domain.petitions.PetitionStatus;
import consular.cases.domain.petitions.SuspensionReason;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.privacy.ErasureLevel;
import consular.cases.domain.refusals.ClassMessage;
import consular.cases.domain.refusals.DeferralKind;
import consular.cases.domain.refusals.Document;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.NoticeInstruction;
import consular.cases.domain.refusals.OvercomeBasis;
import consular.cases.domain.refusals.ProposedAction;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.domain.registration.FollowUpAnswer;
import consular.cases.domain.registration.NoticeIssuer;
import consular.cases.domain.visas.VisaCategory;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be asked of a case. The components are the members of the REST bodies. A
 * nullable component may be missing: it is optional, or its absence has a rejection code of its own.
 */
public sealed interface CaseCommand {

    /** A command that a person gives. */
    sealed interface ByPerson extends CaseCommand {}

    record RegisterCase(
            @AtMost(Petition.LONGEST_NUMBER) String caseNumber,
            PostCode post,
            VisaCategory category,
            String visaClass,
            @Nullable Petition petition,
            List<Person> applicants,
            @Nullable Counsel counsel)
            implements ByPerson {}

    record NotifyVisaAvailability(LocalDate transmittedOn) implements ByPerson {}

    record RecordRetrogression(LocalDate from) implements ByPerson {}

    record RestoreAvailability(LocalDate from) implements ByPerson {}

    record ApplyForVisa(ApplicantId applicantId, String form, Fee fee) implements ByPerson {}

    record IssueVisa(ApplicantId applicantId, @Nullable VisaAnnotation annotation) implements ByPerson {}

    record Refuse221g(
            ApplicantId applicantId,
            @Nullable List<ReasonGiven> reasons,
            @Nullable Boolean straightforward) implements ByPerson {}

    /**
     * {@code missingDocuments} are documents by their standard names or abbreviations, with prefixes, that the letter names as
     * missing; they make no finding and start no year.
     */
    record RefuseIneligible(
            ApplicantId applicantId,
            @Nullable List<GroundGiven> grounds,
            @Nullable Boolean straightforward,
            @Nullable List<String> missingDocuments)
            implements ByPerson {
        /** Where no document is missing besides. */
        public RefuseIneligible(
                ApplicantId applicantId, @Nullable List<GroundGiven> grounds, @Nullable Boolean straightforward) {
            this(applicantId, grounds, straightforward, null);
        }
    }

    record PresentEvidence(ApplicantId applicantId, List<FindingId> findingIds, List<Document> documents)
            implements ByPerson {}

    record OvercomeRefusal(List<FindingId> findingIds, OvercomeBasis basis) implements ByPerson {}

    record RecordWaiver(FindingId findingId, @Nullable String dhsReference) implements ByPerson {}

    record GrantFeeException(
            ApplicantId applicantId, @Nullable String citation) implements ByPerson {}

    /** {@code reason} says what the Government did, beyond the applicant's control, that kept it from deciding. */
    record RefundFee(ApplicantId applicantId, String reason, String citation) implements ByPerson {}

    /** Exactly one of the two: a refusal, or an applicant whose issuance is selected. */
    record SelectForReview(
            @Nullable RefusalId refusalId, @Nullable ApplicantId applicantId) implements ByPerson {}

    record SupervisorConcur(RefusalId refusalId, String remarks) implements ByPerson {}

    record RecordReviewDiscussion(
            RefusalId refusalId, String summary, ProposedAction proposedAction, Boolean officerInformed)
            implements ByPerson {}

    record SupervisorReverse(RefusalId refusalId, String reason) implements ByPerson {}

    record SupervisorRefer(RefusalId refusalId, String question) implements ByPerson {}

    /** Exactly one of the two: a refusal, or an applicant whose issuance was selected. */
    record RecordReviewConsultation(
            @Nullable RefusalId refusalId, @Nullable ApplicantId applicantId, String remarks) implements ByPerson {}

    record ReverseOwnRefusal(RefusalId refusalId, String reason) implements ByPerson {}

    record HandBackResponsibility(ApplicantId applicantId) implements ByPerson {}

    record AdviseRefusingOfficer(RefusalId refusalId) implements ByPerson {}

    record NotifyApplicantOfReversal(RefusalId refusalId) implements ByPerson {}

    record RequestAdvisoryOpinion(ApplicantId applicantId, FindingId findingId, String question) implements ByPerson {}

    record SendAdvisoryOpinionFollowUp(AdvisoryOpinionId advisoryOpinionId) implements ByPerson {}

    record ReceiveAdvisoryOpinion(
            AdvisoryOpinionId advisoryOpinionId,
            OpinionOutcome outcome,
            @Nullable String ground,
            Boolean bindingLegalRuling)
            implements ByPerson {}

    record ResubmitToDepartment(AdvisoryOpinionId advisoryOpinionId, String explanation) implements ByPerson {}

    /** The applicant lacks tests that take a given time; {@code until} is its last day. */
    record DeferMedically(ApplicantId applicantId, FindingId findingId, LocalDate until) implements ByPerson {}

    /** Something other than medical tests or an advisory opinion has to come before a decision. */
    record DeferCase(ApplicantId applicantId, FindingId findingId, DeferralKind kind, String explanation)
            implements ByPerson {}

    record RecordMedicalResult(ApplicantId applicantId, MedicalResult result) implements ByPerson {}

    record ElectFamilyToWait(ApplicantId blockedApplicantId, List<ApplicantId> waitingApplicantIds)
            implements ByPerson {}

    record ElectToTravelSeparately(ApplicantId blockedApplicantId, List<ApplicantId> waitingApplicantIds)
            implements ByPerson {}

    record ReinstateRegistration(@Nullable String beyondControlFinding) implements ByPerson {}

    /**
     * What has become of the petition that carries the case: action suspended, returned to DHS, revoked, or reaffirmed, on a
     * day that may be long past. {@code reason} goes with a suspension and with nothing else.
     */
    record RecordPetitionStatus(
            PetitionStatus status,
            LocalDate on,
            @Nullable SuspensionReason reason,
            @Nullable String report) implements ByPerson {}

    record Refuse214b(ApplicantId applicantId, @Nullable String factualBasis) implements ByPerson {}

    record RecordMissedInterview(ApplicantId applicantId, LocalDate appointmentOn) implements ByPerson {}

    /** The follow-up instruction package went out. */
    record RecordFollowUpPackage(LocalDate transmittedOn, NoticeIssuer issuer) implements ByPerson {}

    /**
     * The follow-up package is answered, or the case is taken up after a missed interview; whoever of the family does so, does
     * it for the registration.
     */
    record RecordFollowUpAnswer(ApplicantId applicantId, LocalDate answeredOn, FollowUpAnswer answer)
            implements ByPerson {}

    record DiscontinueGrant(String orderId) implements ByPerson {}

    record LiftSanction(String orderId) implements ByPerson {}

    record WithdrawApplication(ApplicantId applicantId, String reason) implements ByPerson {}

    record TransferCase(PostCode toPost) implements ByPerson {}

    record AddCaseNote(String text) implements ByPerson {}

    record GiveOralNotice(RefusalId refusalId) implements ByPerson {}

    /** Without a text the service's own letter is the notice; with one, the post's own wording is. */
    record IssueWrittenNotice(RefusalId refusalId, @Nullable String text) implements ByPerson {}

    record InstructNotice(RefusalId refusalId, NoticeInstruction instruction, String instructionId)
            implements ByPerson {}

    /** Without counsel: there is none on record any more. */
    record RecordCounsel(@Nullable Counsel counsel) implements ByPerson {}

    record AnswerInquiry(
            ApplicantId applicantId,
            Requester requester,
            @AtMost(OneLine.GREATEST_LENGTH) String reference) implements ByPerson {}

    record RequestClassDeletion(RefusalId refusalId) implements ByPerson {}

    /** Whether the applicant lets the post keep the documents; without consent their custody ends that day. */
    record RecordDocumentConsent(RefusalId refusalId, Boolean consented) implements ByPerson {}

    /** {@code documents} says in words what went back; what the refusal rests on stays in the file. */
    record ReturnDocuments(RefusalId refusalId, List<String> documents) implements ByPerson {}

    /**
     * The names and the words of an applicant are destroyed; without one, those of the case itself. {@code authority} says
     * under which schedule or order, and names nobody.
     */
    record ErasePersonalData(
            @Nullable ApplicantId applicantId,
            ErasureLevel level,
            @AtMost(OneLine.GREATEST_LENGTH) String authority) implements ByPerson {}

    /** Nothing of the applicant may be erased until the hold is lifted. */
    record PlaceLegalHold(
            ApplicantId applicantId,
            @AtMost(OneLine.GREATEST_LENGTH) String authority) implements ByPerson {}

    record LiftLegalHold(
            ApplicantId applicantId,
            @AtMost(OneLine.GREATEST_LENGTH) String authority) implements ByPerson {}

    /**
     * The service's own command: act on every deadline of the case that has passed. Harmless when
     * there is none, so several nodes may send it.
     */
    record ActOnDeadlines() implements CaseCommand {}

    /**
     * The service's own command: the endpoint of CLASS has acknowledged a message. Harmless when that is on record
     * already, so several nodes may send it.
     */
    record AcknowledgeClassEntry(RefusalId refusalId, ClassMessage message) implements CaseCommand {}
}
