package consular.cases.domain;

import consular.cases.domain.CaseCommand.*;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.RejectionCode;
import java.util.Optional;

/** What has no place any more once the registration is terminated. */
final class TerminatedRegistration {
    private TerminatedRegistration() {}

    static Optional<Decision> objection(CaseCommand.ByPerson command, CaseFile file) {
        return file.registration().isTerminated() && endsWithRegistration(command)
                ? Optional.of(Act.reject(
                        RejectionCode.REGISTRATION_TERMINATED,
                        "the registration is terminated; reinstate it first, if the window is still open"))
                : Optional.empty();
    }

    /** Whether the command has no place once the registration is terminated. */
    private static boolean endsWithRegistration(CaseCommand.ByPerson command) {
        return switch (command) {
            case NotifyVisaAvailability _,
                    RecordRetrogression _,
                    RestoreAvailability _,
                    ApplyForVisa _,
                    IssueVisa _,
                    Refuse221g _,
                    RefuseIneligible _,
                    Refuse214b _,
                    RecordMissedInterview _,
                    RecordFollowUpPackage _,
                    RecordFollowUpAnswer _,
                    PresentEvidence _,
                    OvercomeRefusal _,
                    RecordWaiver _,
                    ElectFamilyToWait _,
                    ElectToTravelSeparately _ -> true;
            case RegisterCase _,
                    GrantFeeException _,
                    RefundFee _,
                    SelectForReview _,
                    SupervisorConcur _,
                    RecordReviewDiscussion _,
                    SupervisorReverse _,
                    SupervisorRefer _,
                    RecordReviewConsultation _,
                    ReverseOwnRefusal _,
                    HandBackResponsibility _,
                    AdviseRefusingOfficer _,
                    NotifyApplicantOfReversal _,
                    RequestAdvisoryOpinion _,
                    SendAdvisoryOpinionFollowUp _,
                    ReceiveAdvisoryOpinion _,
                    ResubmitToDepartment _,
                    DeferMedically _,
                    DeferCase _,
                    RecordMedicalResult _,
                    ReinstateRegistration _,
                    RecordPetitionStatus _,
                    DiscontinueGrant _,
                    LiftSanction _,
                    WithdrawApplication _,
                    TransferCase _,
                    AddCaseNote _,
                    GiveOralNotice _,
                    IssueWrittenNotice _,
                    InstructNotice _,
                    RecordCounsel _,
                    AnswerInquiry _,
                    RequestClassDeletion _,
                    RecordDocumentConsent _,
                    ReturnDocuments _,
                    ErasePersonalData _,
                    PlaceLegalHold _,
                    LiftLegalHold _ -> false;
        };
    }
}
