package consular.cases.domain;

import consular.cases.domain.CaseCommand.*;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.posts.Post;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What has no place any more once the registration has ended: be it terminated, or be its year over though the service
 * has not yet come to say so. The time of the act decides, and not who was quicker.
 */
final class TerminatedRegistration {
    private TerminatedRegistration() {}

    static Optional<Decision> objection(
            CaseCommand.ByPerson command, CaseFile file, CommandContext context, Post post) {
        if (!endsWithRegistration(command)) {
            return Optional.empty();
        }
        if (file.registration().isTerminated()) {
            return terminated();
        }
        return command instanceof PresentEvidence
                ? Optional.empty()
                : over(file, post, context)
                        .map(ended -> Act.reject(
                                RejectionCode.REGISTRATION_TERMINATED,
                                "the registration ended with " + ended.due()
                                        + ", which is about to be recorded; reinstate it"
                                        + " then, if the window is still open"));
    }

    /** What stands in the way, whatever the time, of a command that may be about nothing on the case. */
    static Optional<Decision> objection(CaseCommand.ByPerson command, CaseFile file) {
        return file.registration().isTerminated() && endsWithRegistration(command) ? terminated() : Optional.empty();
    }

    private static Optional<Decision> terminated() {
        return Optional.of(Act.reject(
                RejectionCode.REGISTRATION_TERMINATED,
                "the registration is terminated; reinstate it first, if the window is still open"));
    }

    /** The clock that has terminated the registration by the time of the act. */
    private static Optional<Deadline> over(CaseFile file, Post post, CommandContext context) {
        var at = context.actEffectiveAt();
        return mayBeOver(file, at)
                ? RegistrationDeadlines.of(file, post, context.policy().alarms())
                        .filter(it -> it.kind() == DeadlineKind.TERM_A || it.kind() == DeadlineKind.TERM_B)
                        .filter(it -> it.isDueBy(at))
                        .findFirst()
                : Optional.empty();
    }

    /** Nearly every act comes within the year, and need not have its clocks derived to know it. */
    private static boolean mayBeOver(CaseFile file, Instant at) {
        var reached = LocalDate.ofInstant(at, ZoneOffset.UTC).plusDays(1);
        var availability = file.registration().availability();
        return (availability != null && !reached.isBefore(availability.terminateFrom()))
                || file.principal().hasActiveFinding(finding -> {
                    var from = finding.terminateFrom();
                    return from != null && !reached.isBefore(from);
                });
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
