package consular.cases.domain;

import static consular.cases.domain.law.Rule.EACH_FINDING_IS_CLOSED_ON_ITS_OWN;

import consular.cases.domain.CaseCommand.*;
import consular.cases.domain.CaseEvent.*;
import consular.cases.domain.EventByAnotherSystem.*;
import consular.cases.domain.ineligibility.AnnotationParser;
import consular.cases.domain.ineligibility.Grounds;
import consular.cases.domain.ineligibility.ParsedAnnotation.Recognised;
import consular.cases.domain.ineligibility.ReasonKind;
import consular.cases.domain.refusals.FindingKind;
import consular.cases.domain.refusals.NewFinding;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The command that somebody must have given for a decision to have the events that it has. The record keeps what followed
 * from commands and not the commands; but the events of a decision say all that its command said.
 */
final class GivenCommand {
    private GivenCommand() {}

    /** The command behind the events of one decision; empty when the passing of time brought them about. */
    static Optional<CaseCommand> of(List<RecordedEvent> decision) {
        return decision.stream()
                .flatMap(line -> of(line.event()).stream())
                .findFirst()
                .map(first -> first instanceof OvercomeRefusal overcome ? whole(overcome, decision) : first);
    }

    /** Of overcoming alone there is an event for each applicant; whoever followed one of them is released beside. */
    private static OvercomeRefusal whole(OvercomeRefusal first, List<RecordedEvent> decision) {
        return new OvercomeRefusal(
                decision.stream()
                        .filter(line -> line.stamp().rules().contains(EACH_FINDING_IS_CLOSED_ON_ITS_OWN))
                        .map(RecordedEvent::event)
                        .filter(RefusalOvercome.class::isInstance)
                        .flatMap(event -> ((RefusalOvercome) event).findingIds().stream())
                        .toList(),
                first.basis());
    }

    /** Empty for an event that only ever follows from another of the same decision, or from the passing of time. */
    private static Optional<CaseCommand> of(CaseEvent event) {
        return switch (event) {
            case FindingsSuperseded _,
                    ApplicationReopened _,
                    RefusalSelectedByPolicy _,
                    IssuanceSelectedByPolicy _,
                    EventByTime _ -> Optional.empty();
            case ClassEntryAcknowledged e -> Optional.of(new AcknowledgeClassEntry(e.refusalId(), e.message()));
            case CaseEvent.ByPerson e -> Optional.of(given(e));
        };
    }

    private static CaseCommand given(CaseEvent.ByPerson event) {
        return switch (event) {
            case FindingsSuperseded _, ApplicationReopened _, RefusalSelectedByPolicy _, IssuanceSelectedByPolicy _ ->
                throw new IllegalStateException("no command is about " + event);
            case CaseRegistered e ->
                new RegisterCase(
                        e.caseNumber(),
                        e.post(),
                        e.category(),
                        e.visaClass(),
                        e.petition(),
                        e.applicants(),
                        e.counsel());
            case VisaAvailabilityNotified e -> new NotifyVisaAvailability(e.transmittedOn());
            case RetrogressionRecorded e -> new RecordRetrogression(e.from());
            case AvailabilityRestored e -> new RestoreAvailability(e.from());
            case ApplicationExecuted e -> new ApplyForVisa(e.applicantId(), e.form(), e.fee());
            case NewApplicationTaken e -> new ApplyForVisa(e.applicantId(), e.form(), e.fee());
            case VisaIssued e -> new IssueVisa(e.applicantId(), e.annotation());
            case VisaRefused e -> refused(e);
            case EvidencePresented e ->
                new PresentEvidence(
                        e.applicantId(),
                        e.findings().stream().map(FindingEvidence::findingId).toList(),
                        e.documents());
            case RefusalOvercome e -> new OvercomeRefusal(e.findingIds(), e.basis());
            case WaiverRecorded e -> new RecordWaiver(e.findingId(), e.dhsReference());
            case FeeExceptionGranted e -> new GrantFeeException(e.applicantId(), e.citation());
            case FeeRefunded e -> new RefundFee(e.applicantId(), e.reason(), e.citation());
            case RefusalSelectedForReview e -> new SelectForReview(e.refusalId(), null);
            case IssuanceSelectedForReview e -> new SelectForReview(null, e.applicantId());
            case SupervisorConcurred e -> new SupervisorConcur(e.refusalId(), e.remarks());
            case ReviewDiscussed e ->
                new RecordReviewDiscussion(e.refusalId(), e.summary(), e.proposedAction(), e.officerInformed());
            case RefusalReversedBySupervisor e -> new SupervisorReverse(e.refusalId(), e.reason());
            case RefusalReferredToDepartment e -> new SupervisorRefer(e.refusalId(), e.question());
            case ReviewConsultationRecorded e ->
                new RecordReviewConsultation(e.refusalId(), e.applicantId(), e.remarks());
            case RefusalReversedByAdjudicator e -> new ReverseOwnRefusal(e.refusalId(), e.reason());
            case ResponsibilityHandedBack e -> new HandBackResponsibility(e.applicantId());
            case RefusingOfficerAdvised e -> new AdviseRefusingOfficer(e.refusalId());
            case ApplicantNotifiedOfReversal e -> new NotifyApplicantOfReversal(e.refusalId());
            case AdvisoryOpinionRequested e ->
                new RequestAdvisoryOpinion(e.applicantId(), Objects.requireNonNull(e.findingId()), e.question());
            case AdvisoryOpinionFollowUpSent e -> new SendAdvisoryOpinionFollowUp(e.advisoryOpinionId());
            case AdvisoryOpinionReceived e ->
                new ReceiveAdvisoryOpinion(e.advisoryOpinionId(), e.outcome(), e.ground(), e.bindingLegalRuling());
            case CaseResubmittedToDepartment e -> new ResubmitToDepartment(e.advisoryOpinionId(), e.explanation());
            case MedicallyDeferred e -> new DeferMedically(e.applicantId(), e.findingId(), e.until());
            case CaseDeferred e -> new DeferCase(e.applicantId(), e.findingId(), e.kind(), e.explanation());
            case MedicalResultRecorded e -> new RecordMedicalResult(e.applicantId(), e.result());
            case FamilyElectedToWait e -> new ElectFamilyToWait(e.blockedApplicantId(), e.waitingApplicantIds());
            case FamilyElectedToTravelSeparately e ->
                new ElectToTravelSeparately(e.blockedApplicantId(), e.waitingApplicantIds());
            case PetitionStatusRecorded e -> new RecordPetitionStatus(e.status(), e.on(), e.reason(), e.report());
            case RegistrationReinstated e -> new ReinstateRegistration(e.beyondControlFinding());
            case InterviewMissed e -> new RecordMissedInterview(e.applicantId(), e.appointmentOn());
            case FollowUpPackageSent e -> new RecordFollowUpPackage(e.transmittedOn(), e.issuer());
            case FollowUpAnswered e -> new RecordFollowUpAnswer(e.applicantId(), e.answeredOn(), e.answer());
            case GrantDiscontinued e -> new DiscontinueGrant(e.orderId());
            case SanctionLifted e -> new LiftSanction(e.orderId());
            case ApplicationWithdrawn e -> new WithdrawApplication(e.applicantId(), e.reason());
            case CaseTransferred e -> new TransferCase(e.to());
            case CaseNoteAdded e -> new AddCaseNote(e.text());
            case OralNoticeGiven e -> new GiveOralNotice(e.refusalId());
            // what was written held then whatever may be written now, and the words may have been erased since
            case WrittenNoticeIssued e -> new IssueWrittenNotice(e.refusalId(), null);
            case NoticeInstructed e -> new InstructNotice(e.refusalId(), e.instruction(), e.instructionId());
            case CounselRecorded e -> new RecordCounsel(e.counsel());
            case InquiryAnswered e -> new AnswerInquiry(e.applicantId(), e.requester(), e.reference());
            case ClassDeletionRequested e -> new RequestClassDeletion(e.refusalId());
            case DocumentConsentRecorded e -> new RecordDocumentConsent(e.refusalId(), e.consented());
            case DocumentsReturned e -> new ReturnDocuments(e.refusalId(), e.documents());
            case PersonalDataErased e -> new ErasePersonalData(e.applicantId(), e.level(), e.authority());
            case LegalHoldPlaced e -> new PlaceLegalHold(e.applicantId(), e.authority());
            case LegalHoldLifted e -> new LiftLegalHold(e.applicantId(), e.authority());
        };
    }

    /** The command follows from what the refusal rests on, for no refusal rests on two kinds of ground. */
    private static CaseCommand refused(VisaRefused event) {
        var findings = event.findings();
        var first = findings.getFirst();
        if (Grounds.is214b(first.ground())) {
            return new Refuse214b(event.applicantId(), first.factualBasis());
        }
        return first.kind().is221g()
                ? new Refuse221g(
                        event.applicantId(),
                        findings.stream().map(GivenCommand::reason).toList(),
                        event.straightforward())
                : new RefuseIneligible(
                        event.applicantId(),
                        findings.stream().map(GivenCommand::ground).toList(),
                        event.straightforward(),
                        event.missingDocuments());
    }

    private static ReasonGiven reason(NewFinding finding) {
        var annotation = Objects.requireNonNull(finding.annotation());
        var stated = AnnotationParser.parse(annotation) instanceof Recognised recognised
                && recognised.reason().kind() == ReasonKind.OFFICER_STATES;
        return new ReasonGiven(annotation, stated ? processing(finding) : null, finding.note(), finding.cfrTrigger());
    }

    private static ReasonGiven.Processing processing(NewFinding finding) {
        return finding.kind() == FindingKind.ADMIN_PROCESSING
                ? ReasonGiven.Processing.ADMINISTRATIVE
                : ReasonGiven.Processing.EVIDENCE;
    }

    private static GroundGiven ground(NewFinding finding) {
        return new GroundGiven(
                finding.ground(),
                finding.factualBasis(),
                finding.curableByEvidence(),
                finding.waiverAvailable(),
                finding.classified());
    }
}
