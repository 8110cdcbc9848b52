package consular.cases.domain;

import consular.cases.domain.ineligibility.FileCategory;
import consular.cases.domain.notices.Requester;
import consular.cases.domain.opinions.AdvisoryOpinionId;
import consular.cases.domain.opinions.OpinionOrigin;
import consular.cases.domain.opinions.OpinionOutcome;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.Counsel;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.people.Person;
import consular.cases.domain.people.Petition;
import consular.cases.domain.petitions.PetitionStatus;
import consular.cases.domain.petitions.SuspensionReason;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.privacy.ErasureLevel;
import consular.cases.domain.refusals.DeferralKind;
import consular.cases.domain.refusals.Document;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.NewFinding;
import consular.cases.domain.refusals.NoticeAlarm;
import consular.cases.domain.refusals.NoticeInstruction;
import consular.cases.domain.refusals.OvercomeBasis;
import consular.cases.domain.refusals.ProposedAction;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.domain.refusals.ReviewClass;
import consular.cases.domain.registration.FollowUpAnswer;
import consular.cases.domain.registration.NoticeIssuer;
import consular.cases.domain.registration.Pauses.Pause;
import consular.cases.domain.registration.TerminationKind;
import consular.cases.domain.registration.YearToApply;
import consular.cases.domain.visas.VisaCategory;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can have happened to a case: the record's table of contents. Each is stored under
 * its plain name. Legal dates are post-local and were reckoned under the rule set that the event's
 * {@link Stamp} names; they are kept, never reckoned again. All are sealed, so that every switch over them is checked.
 */
public sealed interface CaseEvent permits CaseEvent.ByPerson, EventByTime, EventByAnotherSystem {

    /** An event that a person's command brought about. */
    sealed interface ByPerson extends CaseEvent {}

    record CaseRegistered(
            CaseId caseId,
            String caseNumber,
            PostCode post,
            ZoneId zone,
            VisaCategory category,
            String visaClass,
            @Nullable Petition petition,
            List<Person> applicants,
            @Nullable Counsel counsel)
            implements ByPerson {}

    /**
     * The year to apply runs from the transmission; the dates are null for diversity visas, and of a notice that moves no year.
     *
     * @param endsRetrogression whether, moving no year, it says that retrogression of before it was over
     * @param stoppedFrom from when retrogression that is over already has stopped the year that it sets going; null where none has
     * @param pauses the retrogressions, over already, in which that year stood, where they only pause it
     * @param year the year to apply from then on, where it was entered after what followed it; else null
     */
    record VisaAvailabilityNotified(
            LocalDate transmittedOn,
            @Nullable LocalDate terminateFrom,
            @Nullable LocalDate reinstateBy,
            boolean endsRetrogression,
            @Nullable LocalDate stoppedFrom,
            List<Pause> pauses,
            @Nullable YearToApply year)
            implements ByPerson {
        public VisaAvailabilityNotified {
            pauses = List.copyOf(pauses);
        }
    }

    /** {@code stopsClock}: under a rule set that lets it stop a year, after the latest notice. {@code year} is as with that. */
    record RetrogressionRecorded(
            LocalDate from, boolean stopsClock, @Nullable YearToApply year) implements ByPerson {}

    /** The dates are those of a year that had stood and runs on; null where none does. {@code year} is as with a notice. */
    record AvailabilityRestored(
            LocalDate from,
            @Nullable LocalDate terminateFrom,
            @Nullable LocalDate reinstateBy,
            @Nullable YearToApply year)
            implements ByPerson {}

    record ApplicationExecuted(
            ApplicantId applicantId, String form, Fee fee, LocalDate executedOn, LocalDate decisionDue)
            implements ByPerson {}

    /** A new application after a lapsed fee window; a decision is due only when nothing stands refused. */
    record NewApplicationTaken(
            ApplicantId applicantId,
            String form,
            Fee fee,
            LocalDate takenOn,
            @Nullable LocalDate decisionDue) implements ByPerson {}

    record VisaIssued(
            ApplicantId applicantId,
            LocalDate issuedOn,
            @Nullable VisaAnnotation annotation) implements ByPerson {}

    /**
     * {@code missingDocuments} are the standard annotations of documents that are missing besides what an applicant is found
     * ineligible for; null where none are named.
     */
    record VisaRefused(
            RefusalId refusalId,
            ApplicantId applicantId,
            LocalDate refusedOn,
            OfficerId officer,
            boolean straightforward,
            FileCategory fileCategory,
            ReviewClass reviewClass,
            LocalDate reviewTarget,
            @Nullable LocalDate reviewDeadline,
            LocalDate noticeDueOn,
            List<NewFinding> findings,
            @Nullable List<String> missingDocuments)
            implements ByPerson {}

    record FindingsSuperseded(ApplicantId applicantId, List<FindingId> findingIds, RefusalId supersededBy)
            implements ByPerson {}

    record EvidencePresented(
            ApplicantId applicantId, LocalDate receivedOn, List<FindingEvidence> findings, List<Document> documents)
            implements ByPerson {}

    record RefusalOvercome(ApplicantId applicantId, List<FindingId> findingIds, OvercomeBasis basis)
            implements ByPerson {}

    record WaiverRecorded(ApplicantId applicantId, FindingId findingId, String dhsReference) implements ByPerson {}

    record ApplicationReopened(ApplicantId applicantId, LocalDate reopenedOn, LocalDate decisionDue)
            implements ByPerson {}

    record FeeExceptionGranted(ApplicantId applicantId, String citation) implements ByPerson {}

    /** {@code reason} says in words what the Government did; {@code citation} under which provision the fee goes back. */
    record FeeRefunded(ApplicantId applicantId, String reason, String citation) implements ByPerson {}

    record RefusalSelectedForReview(RefusalId refusalId) implements ByPerson {}

    record IssuanceSelectedForReview(ApplicantId applicantId) implements ByPerson {}

    /** The policy of the post selected it, which takes {@code percent} of its kind from every officer. */
    record RefusalSelectedByPolicy(RefusalId refusalId, int percent) implements ByPerson {}

    /** The policy of the post selected it, which takes {@code percent} of its kind from every officer. */
    record IssuanceSelectedByPolicy(ApplicantId applicantId, int percent) implements ByPerson {}

    record SupervisorConcurred(RefusalId refusalId, OfficerId reviewer, String remarks) implements ByPerson {}

    record ReviewDiscussed(
            RefusalId refusalId,
            OfficerId reviewer,
            String summary,
            ProposedAction proposedAction,
            boolean officerInformed)
            implements ByPerson {}

    /** The supervisor assumes responsibility for the applicant until it is decided or handed back. */
    record RefusalReversedBySupervisor(
            RefusalId refusalId, ApplicantId applicantId, OfficerId reviewer, String reason, List<FindingId> findingIds)
            implements ByPerson {}

    record RefusalReferredToDepartment(
            RefusalId refusalId, OfficerId reviewer, String question, AdvisoryOpinionId advisoryOpinionId)
            implements ByPerson {}

    record ReviewConsultationRecorded(
            @Nullable RefusalId refusalId, @Nullable ApplicantId applicantId, OfficerId reviewer, String remarks)
            implements ByPerson {}

    record RefusalReversedByAdjudicator(
            RefusalId refusalId, ApplicantId applicantId, OfficerId officer, String reason, List<FindingId> findingIds)
            implements ByPerson {}

    record ResponsibilityHandedBack(ApplicantId applicantId) implements ByPerson {}

    record RefusingOfficerAdvised(RefusalId refusalId) implements ByPerson {}

    record ApplicantNotifiedOfReversal(RefusalId refusalId) implements ByPerson {}

    /** Asked by an officer on a finding of a 221(g) refusal, or by a reviewer on a whole refusal. */
    record AdvisoryOpinionRequested(
            AdvisoryOpinionId advisoryOpinionId,
            ApplicantId applicantId,
            RefusalId refusalId,
            @Nullable FindingId findingId,
            OpinionOrigin origin,
            String question,
            LocalDate requestedOn,
            LocalDate nextFollowUpOn)
            implements ByPerson {}

    record AdvisoryOpinionFollowUpSent(AdvisoryOpinionId advisoryOpinionId, LocalDate sentOn) implements ByPerson {}

    record AdvisoryOpinionReceived(
            AdvisoryOpinionId advisoryOpinionId,
            LocalDate receivedOn,
            OpinionOutcome outcome,
            @Nullable String ground,
            boolean bindingLegalRuling)
            implements ByPerson {}

    record CaseResubmittedToDepartment(AdvisoryOpinionId advisoryOpinionId, String explanation) implements ByPerson {}

    /** What a decision waits for. The finding stands as it did, and so do its clocks. */
    record CaseDeferred(ApplicantId applicantId, FindingId findingId, DeferralKind kind, String explanation)
            implements ByPerson {}

    /** Nothing is decided on the finding before {@code until} has passed, unless a result comes first. */
    record MedicallyDeferred(ApplicantId applicantId, FindingId findingId, LocalDate until) implements ByPerson {}

    /** {@code findings} are those on which the result counts as evidence; none if it is positive. */
    record MedicalResultRecorded(
            ApplicantId applicantId, MedicalResult result, LocalDate receivedOn, List<FindingEvidence> findings)
            implements ByPerson {}

    /** What the family chose; each member's refusal follows as an event of its own. */
    record FamilyElectedToWait(ApplicantId blockedApplicantId, List<ApplicantId> waitingApplicantIds)
            implements ByPerson {}

    /** What the family chose; what each member's refusal comes to follows as an event of its own. */
    record FamilyElectedToTravelSeparately(ApplicantId blockedApplicantId, List<ApplicantId> waitingApplicantIds)
            implements ByPerson {}

    /**
     * The year that was missed begins anew, from the reinstatement. {@code feeWindowEnd} is the last day of the fee windows
     * that begin anew with it; null where they stay as they were. {@code decisionDue} is the limit for deciding those who
     * await a decision, which nobody could give before; null where nobody does.
     */
    record RegistrationReinstated(
            TerminationKind kind,
            String beyondControlFinding,
            LocalDate reinstatedOn,
            LocalDate terminateFrom,
            LocalDate reinstateBy,
            @Nullable LocalDate feeWindowEnd,
            @Nullable LocalDate decisionDue)
            implements ByPerson {}

    /**
     * What became of the petition on a day, by whomever it was told. {@code reason} says why action was suspended, null for
     * every other status; {@code report} is what the officer wrote of it, null where nothing was.
     */
    record PetitionStatusRecorded(
            PetitionStatus status,
            LocalDate on,
            @Nullable SuspensionReason reason,
            @Nullable String report) implements ByPerson {}

    /** The principal's year to act begins anew; the dates are null where none does. {@code year} is as with a notice. */
    record InterviewMissed(
            ApplicantId applicantId,
            LocalDate appointmentOn,
            @Nullable LocalDate terminateFrom,
            @Nullable LocalDate reinstateBy,
            @Nullable YearToApply year)
            implements ByPerson {}

    /**
     * The year to act begins anew with the follow-up instruction package; the dates are null where none does. {@code year} is
     * as with a notice.
     */
    record FollowUpPackageSent(
            LocalDate transmittedOn,
            NoticeIssuer issuer,
            @Nullable LocalDate terminateFrom,
            @Nullable LocalDate reinstateBy,
            @Nullable YearToApply year)
            implements ByPerson {}

    /** The applicant has taken the case up; the year of the package or the missed interview is met, and a late answer stops it. */
    record FollowUpAnswered(ApplicantId applicantId, LocalDate answeredOn, FollowUpAnswer answer) implements ByPerson {}

    /** An order under INA 243(d) stands on the case; the applicants are those whose grant it discontinued. */
    record GrantDiscontinued(String orderId, LocalDate discontinuedOn, List<ApplicantId> applicantIds)
            implements ByPerson {}

    record SanctionLifted(String orderId, LocalDate liftedOn) implements ByPerson {}

    record ApplicationWithdrawn(ApplicantId applicantId, LocalDate withdrawnOn, String reason) implements ByPerson {}

    /** {@code toZone} is the zone in which the case's days are reckoned from then on. */
    record CaseTransferred(PostCode from, PostCode to, ZoneId toZone, List<NoticeAlarm> noticeAlarms)
            implements ByPerson {}

    record CaseNoteAdded(String text) implements ByPerson {}

    record OralNoticeGiven(RefusalId refusalId) implements ByPerson {}

    /** {@code text} is the post's own wording; null when the notice is the service's own letter. */
    record WrittenNoticeIssued(
            RefusalId refusalId, @Nullable String text) implements ByPerson {}

    record NoticeInstructed(RefusalId refusalId, NoticeInstruction instruction, String instructionId)
            implements ByPerson {}

    /** The attorney of record from now on; null when there is none any more. */
    record CounselRecorded(@Nullable Counsel counsel) implements ByPerson {}

    /** {@code text} is the whole reply. */
    record InquiryAnswered(ApplicantId applicantId, Requester requester, String reference, String text)
            implements ByPerson {}

    /** The refusal has been overcome or reversed, so its entry in CLASS is to be deleted. */
    record ClassDeletionRequested(RefusalId refusalId) implements ByPerson {}

    /** Without consent the custody of the documents ends that day. */
    record DocumentConsentRecorded(RefusalId refusalId, boolean consented) implements ByPerson {}

    /** {@code documents} says what went back; what the refusal rests on stayed in the file. */
    record DocumentsReturned(RefusalId refusalId, List<String> documents) implements ByPerson {}

    /** The data of an applicant, or without one the texts of the case itself; it was destroyed after this was recorded. */
    record PersonalDataErased(@Nullable ApplicantId applicantId, ErasureLevel level, String authority)
            implements ByPerson {}

    record LegalHoldPlaced(ApplicantId applicantId, String authority) implements ByPerson {}

    record LegalHoldLifted(ApplicantId applicantId, String authority) implements ByPerson {}
}
