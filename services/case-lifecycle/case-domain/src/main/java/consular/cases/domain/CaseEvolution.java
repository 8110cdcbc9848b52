package consular.cases.domain;

import consular.cases.domain.CaseEvent.*;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.CaseState.NotRegistered;
import consular.cases.domain.EventByAnotherSystem.*;
import consular.cases.domain.EventByTime.*;
import consular.cases.domain.opinions.AdvisoryOpinion;
import consular.cases.domain.petitions.PetitionFact;
import consular.cases.domain.petitions.PetitionFacts;
import consular.cases.domain.privacy.PersonalRecords;
import consular.cases.domain.refusals.ClassEntry;
import consular.cases.domain.refusals.Custody;
import consular.cases.domain.refusals.FindingStatus;
import consular.cases.domain.refusals.Notice;
import consular.cases.domain.refusals.Review;
import consular.cases.domain.refusals.ReviewState;
import consular.cases.domain.registration.Registration;
import java.util.List;

/** Folds an event into a case. Total: whatever the order of the events, it answers. */
final class CaseEvolution {
    private CaseEvolution() {}

    static CaseState evolve(CaseState state, CaseEvent event, Stamp stamp) {
        return switch (state) {
            case NotRegistered _ -> event instanceof CaseRegistered registered ? registered(registered, stamp) : state;
            case CaseFile file ->
                changed(file, event, stamp).withProgress(file.progress().after(event, stamp));
        };
    }

    private static CaseFile registered(CaseRegistered event, Stamp stamp) {
        return new CaseFile(
                new CaseDetails(
                        event.caseId(),
                        event.caseNumber(),
                        event.post(),
                        event.zone(),
                        event.category(),
                        event.visaClass(),
                        event.petition(),
                        event.counsel(),
                        null),
                event.applicants().stream().map(Applicant::registered).toList(),
                Registration.NEW,
                PetitionFacts.NONE,
                List.of(),
                null,
                PersonalRecords.UNTOUCHED,
                CaseProgress.begun(stamp));
    }

    private static CaseFile changed(CaseFile file, CaseEvent event, Stamp stamp) {
        return switch (event) {
            case CaseRegistered _,
                    AdvisoryOpinionFollowUpSent _,
                    CaseNoteAdded _,
                    CaseDeferred _,
                    InquiryAnswered _,
                    ApplicantNotifiedOfReversal _,
                    TerminationNoticeIssued _,
                    PetitionRevokedAutomatically _,
                    FamilyElectedToWait _,
                    FamilyElectedToTravelSeparately _ -> file;
            case VisaAvailabilityNotified e -> RegistrationEvolution.notified(file, e, stamp);
            case RetrogressionRecorded e -> RegistrationEvolution.retrogressed(file, e, stamp);
            case AvailabilityRestored e -> RegistrationEvolution.restored(file, e, stamp);
            case ApplicationExecuted e ->
                RegistrationEvolution.applied(ApplicationEvolution.applied(file, e, stamp), e, stamp);
            case NewApplicationTaken e ->
                file.mapApplicant(e.applicantId(), it -> ApplicationEvolution.appliedAnew(file, it, e, stamp));
            case VisaIssued e ->
                OpinionEvolution.acted(
                        file.mapApplicant(
                                e.applicantId(),
                                it -> it.issue(stamp.actor().officer(), stamp.effectiveAt(), file.post(), file.zone())),
                        e.applicantId());
            case VisaRefused e -> ApplicationEvolution.refused(file, e, stamp);
            case FindingsSuperseded e ->
                OpinionEvolution.superseded(
                        ApplicationEvolution.closeWithFee(
                                file, e.applicantId(), e.findingIds(), FindingStatus.SUPERSEDED, stamp),
                        e);
            case EvidencePresented e -> ApplicationEvolution.presented(file, e, stamp);
            case RefusalOvercome e ->
                OpinionEvolution.acted(
                        ApplicationEvolution.closeWithFee(
                                file, e.applicantId(), e.findingIds(), FindingStatus.OVERCOME, stamp),
                        e.applicantId());
            case WaiverRecorded e ->
                ApplicationEvolution.closeWithFee(
                        file, e.applicantId(), List.of(e.findingId()), FindingStatus.WAIVED, stamp);
            case ApplicationReopened e ->
                file.mapApplicant(
                        e.applicantId(),
                        it -> it.with(
                                ApplicationState.REOPENED, DecisionClock.running(e.decisionDue(), stamp, file.zone())));
            case FeeExceptionGranted e ->
                file.mapApplicant(e.applicantId(), it -> it.withFee(it.fee().except()));
            case FeeRefunded e ->
                file.mapApplicant(e.applicantId(), it -> it.withFee(it.fee().refund()));
            case RefusalSelectedForReview e -> ReviewEvolution.review(file, e.refusalId(), Review::select);
            case IssuanceSelectedForReview e ->
                file.mapApplicant(e.applicantId(), it -> it.reviewIssuance(Review::select));
            case RefusalSelectedByPolicy e -> ReviewEvolution.review(file, e.refusalId(), Review::select);
            case IssuanceSelectedByPolicy e ->
                file.mapApplicant(e.applicantId(), it -> it.reviewIssuance(Review::select));
            case SupervisorConcurred e ->
                ReviewEvolution.review(
                        file,
                        e.refusalId(),
                        it -> it.close(
                                ReviewState.CONCURRED, e.reviewer(), ReviewEvolution.day(file, e.refusalId(), stamp)));
            case ReviewDiscussed e ->
                ReviewEvolution.review(
                        file, e.refusalId(), it -> it.discuss(e.reviewer(), e.proposedAction(), e.officerInformed()));
            case RefusalReversedBySupervisor e -> ReviewEvolution.reversedBySupervisor(file, e, stamp);
            case RefusalReferredToDepartment e ->
                ReviewEvolution.review(
                        file,
                        e.refusalId(),
                        it -> it.close(
                                ReviewState.REFERRED, e.reviewer(), ReviewEvolution.day(file, e.refusalId(), stamp)));
            case ReviewConsultationRecorded e -> ReviewEvolution.consulted(file, e, stamp);
            case RefusalReversedByAdjudicator e -> ReviewEvolution.reversedByAdjudicator(file, e, stamp);
            case ResponsibilityHandedBack e -> file.mapApplicant(e.applicantId(), it -> it.withResponsible(null));
            case RefusingOfficerAdvised e -> ReviewEvolution.review(file, e.refusalId(), Review::adviseOfficer);
            case AdvisoryOpinionRequested e -> file.addOpinion(OpinionEvolution.requested(file, e, stamp));
            case AdvisoryOpinionReceived e -> OpinionEvolution.received(file, e, stamp);
            case CaseResubmittedToDepartment e ->
                OpinionEvolution.opinion(file, e.advisoryOpinionId(), AdvisoryOpinion::resubmit);
            case MedicallyDeferred e -> MedicalEvolution.deferred(file, e, stamp);
            case MedicalResultRecorded e -> MedicalEvolution.resulted(file, e, stamp);
            case OralNoticeGiven e -> NoticeEvolution.given(file, e.refusalId(), Notice::tell, stamp);
            case WrittenNoticeIssued e -> NoticeEvolution.given(file, e.refusalId(), Notice::write, stamp);
            case NoticeInstructed e ->
                NoticeEvolution.given(file, e.refusalId(), (it, on) -> it.instruct(e.instruction(), on), stamp);
            case NoticeOverdue e -> NoticeEvolution.passed(file, e.refusalId(), stamp);
            case CounselRecorded e -> file.withDetails(file.details().withCounsel(e.counsel()));
            case ClassDeletionRequested e ->
                NoticeEvolution.classEntry(file, e.refusalId(), ClassEntry::requestDeletion);
            case ClassEntryAcknowledged e ->
                NoticeEvolution.classEntry(file, e.refusalId(), it -> it.acknowledge(e.message()));
            case DocumentConsentRecorded e -> DocumentDecisions.consented(file, e, stamp);
            case DocumentsReturned e ->
                DocumentDecisions.custody(file, e.refusalId(), it -> it.handBack(stamp.effectiveAt()));
            case DocumentReturnDue e -> DocumentDecisions.custody(file, e.refusalId(), Custody::becomeDue);
            case InterviewMissed e -> InterviewDecisions.missed(file, e, stamp);
            case FollowUpPackageSent e -> FollowUpDecisions.sent(file, e, stamp);
            case FollowUpAnswered e -> FollowUpDecisions.answered(file, e);
            case GrantDiscontinued e -> SanctionDecisions.discontinued(file, e, stamp.effectiveAt());
            case SanctionLifted _ -> file.withOrder(null);
            case ApplicationWithdrawn e -> WithdrawalDecisions.withdrawn(file, e, stamp.effectiveAt());
            case ApplicationLapsed e -> file.mapApplicant(e.applicantId(), Applicant::lapse);
            case CaseTransferred e -> NoticeEvolution.transferred(file, e, stamp);
            case PetitionStatusRecorded e ->
                file.withPetitionFacts(file.petitionFacts().with(new PetitionFact(e.status(), e.on(), e.reason())));
            case RegistrationReinstated e -> RegistrationEvolution.reinstated(file, e, stamp);
            case PersonalDataErased e -> NoticeEvolution.erased(file, e);
            case LegalHoldPlaced e -> file.withPersonal(file.personal().hold(e.applicantId()));
            case LegalHoldLifted e -> file.withPersonal(file.personal().release(e.applicantId()));
            case DecisionOverdue e -> file.mapApplicant(e.applicantId(), ApplicationEvolution::decisionOverdue);
            case ReviewOverdue e ->
                ReviewEvolution.review(
                        file,
                        e.refusalId(),
                        it -> it.passLimit(e.reviewDeadline().plusDays(1)));
            case FeeWindowClosed e ->
                file.mapApplicant(e.applicantId(), it -> it.withFee(it.fee().closeWindow(e.feeWindowEnd())));
            case AdvisoryOpinionFollowUpDue e ->
                OpinionEvolution.opinion(
                        file, e.advisoryOpinionId(), it -> it.isOpen() ? it.followUpNextOn(e.nextFollowUpOn()) : it);
            case MedicalDeferralEnded e -> MedicalEvolution.ended(file, e);
            case TerminationWarningSent e ->
                file.withRegistration(file.registration()
                        .warn(
                                e.terminateFrom(),
                                e.warning(),
                                stamp.effectiveAt(),
                                TerminationDays.zone(e.kind(), file)));
            case RegistrationTerminated e ->
                file.withRegistration(file.registration().terminate(RegistrationEvolution.termination(file, e, stamp)));
            case ReinstatementWindowClosed _ ->
                file.withRegistration(file.registration().closeWindow());
        };
    }
}
