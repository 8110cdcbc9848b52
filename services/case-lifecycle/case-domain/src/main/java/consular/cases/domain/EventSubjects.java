package consular.cases.domain;

import consular.cases.domain.CaseEvent.*;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.EventByAnotherSystem.*;
import consular.cases.domain.EventByTime.*;
import consular.cases.domain.opinions.AdvisoryOpinionId;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.refusals.RefusalId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom an event is about: the applicant that it names, or that of its refusal or advisory opinion. */
public final class EventSubjects {
    private EventSubjects() {}

    /** What an event says of whom it is about. */
    private sealed interface Reference {
        record ToApplicant(ApplicantId applicantId) implements Reference {}

        record ToRefusal(RefusalId refusalId) implements Reference {}

        record ToOpinion(AdvisoryOpinionId opinionId) implements Reference {}

        /** To the case, or to several of its applicants. */
        record ToTheCase() implements Reference {}
    }

    /** The applicant; empty if the event is about none, or about several. */
    static Optional<ApplicantId> of(CaseEvent event, CaseFile file) {
        return switch (reference(event)) {
            case Reference.ToApplicant(var applicantId) -> Optional.of(applicantId);
            case Reference.ToRefusal(var refusalId) -> ofRefusal(refusalId, file);
            case Reference.ToOpinion(var opinionId) ->
                file.opinion(opinionId).flatMap(it -> ofRefusal(it.refusalId(), file));
            case Reference.ToTheCase _ -> Optional.empty();
        };
    }

    /** The applicant whom an event is about without naming; null where it names one itself, or is about none. */
    public static @Nullable ApplicantId unnamed(CaseEvent event, CaseState state) {
        return state instanceof CaseFile file && !(reference(event) instanceof Reference.ToApplicant)
                ? of(event, file).orElse(null)
                : null;
    }

    private static Optional<ApplicantId> ofRefusal(RefusalId refusalId, CaseFile file) {
        return file.refusal(refusalId).map(it -> it.applicantId());
    }

    private static Reference reference(CaseEvent event) {
        return switch (event) {
            case ApplicationExecuted it -> to(it.applicantId());
            case NewApplicationTaken it -> to(it.applicantId());
            case VisaIssued it -> to(it.applicantId());
            case VisaRefused it -> to(it.applicantId());
            case FindingsSuperseded it -> to(it.applicantId());
            case EvidencePresented it -> to(it.applicantId());
            case RefusalOvercome it -> to(it.applicantId());
            case WaiverRecorded it -> to(it.applicantId());
            case ApplicationReopened it -> to(it.applicantId());
            case FeeExceptionGranted it -> to(it.applicantId());
            case FeeRefunded it -> to(it.applicantId());
            case IssuanceSelectedForReview it -> to(it.applicantId());
            case IssuanceSelectedByPolicy it -> to(it.applicantId());
            case RefusalReversedBySupervisor it -> to(it.applicantId());
            case RefusalReversedByAdjudicator it -> to(it.applicantId());
            case ResponsibilityHandedBack it -> to(it.applicantId());
            case AdvisoryOpinionRequested it -> to(it.applicantId());
            case CaseDeferred it -> to(it.applicantId());
            case MedicallyDeferred it -> to(it.applicantId());
            case MedicalResultRecorded it -> to(it.applicantId());
            case InterviewMissed it -> to(it.applicantId());
            case FollowUpAnswered it -> to(it.applicantId());
            case ApplicationWithdrawn it -> to(it.applicantId());
            case InquiryAnswered it -> to(it.applicantId());
            case LegalHoldPlaced it -> to(it.applicantId());
            case LegalHoldLifted it -> to(it.applicantId());
            case DecisionOverdue it -> to(it.applicantId());
            case FeeWindowClosed it -> to(it.applicantId());
            case MedicalDeferralEnded it -> to(it.applicantId());
            case ApplicationLapsed it -> to(it.applicantId());
            case PersonalDataErased it -> to(it.applicantId());
            case ReviewConsultationRecorded it ->
                it.refusalId() == null ? to(it.applicantId()) : new Reference.ToRefusal(it.refusalId());
            case SupervisorConcurred it -> new Reference.ToRefusal(it.refusalId());
            case ReviewDiscussed it -> new Reference.ToRefusal(it.refusalId());
            case RefusalReferredToDepartment it -> new Reference.ToRefusal(it.refusalId());
            case RefusalSelectedForReview it -> new Reference.ToRefusal(it.refusalId());
            case RefusalSelectedByPolicy it -> new Reference.ToRefusal(it.refusalId());
            case RefusingOfficerAdvised it -> new Reference.ToRefusal(it.refusalId());
            case ApplicantNotifiedOfReversal it -> new Reference.ToRefusal(it.refusalId());
            case OralNoticeGiven it -> new Reference.ToRefusal(it.refusalId());
            case WrittenNoticeIssued it -> new Reference.ToRefusal(it.refusalId());
            case NoticeInstructed it -> new Reference.ToRefusal(it.refusalId());
            case ClassDeletionRequested it -> new Reference.ToRefusal(it.refusalId());
            case DocumentConsentRecorded it -> new Reference.ToRefusal(it.refusalId());
            case DocumentsReturned it -> new Reference.ToRefusal(it.refusalId());
            case ReviewOverdue it -> new Reference.ToRefusal(it.refusalId());
            case NoticeOverdue it -> new Reference.ToRefusal(it.refusalId());
            case DocumentReturnDue it -> new Reference.ToRefusal(it.refusalId());
            case ClassEntryAcknowledged it -> new Reference.ToRefusal(it.refusalId());
            case AdvisoryOpinionFollowUpSent it -> new Reference.ToOpinion(it.advisoryOpinionId());
            case AdvisoryOpinionFollowUpDue it -> new Reference.ToOpinion(it.advisoryOpinionId());
            case AdvisoryOpinionReceived it -> new Reference.ToOpinion(it.advisoryOpinionId());
            case CaseResubmittedToDepartment it -> new Reference.ToOpinion(it.advisoryOpinionId());
            case CaseRegistered _,
                    VisaAvailabilityNotified _,
                    RetrogressionRecorded _,
                    AvailabilityRestored _,
                    FollowUpPackageSent _,
                    FamilyElectedToWait _,
                    FamilyElectedToTravelSeparately _,
                    RegistrationReinstated _,
                    PetitionStatusRecorded _,
                    GrantDiscontinued _,
                    SanctionLifted _,
                    CaseTransferred _,
                    CaseNoteAdded _,
                    CounselRecorded _,
                    TerminationWarningSent _,
                    RegistrationTerminated _,
                    TerminationNoticeIssued _,
                    PetitionRevokedAutomatically _,
                    ReinstatementWindowClosed _ -> new Reference.ToTheCase();
        };
    }

    private static Reference to(@Nullable ApplicantId applicantId) {
        return applicantId == null ? new Reference.ToTheCase() : new Reference.ToApplicant(applicantId);
    }
}
