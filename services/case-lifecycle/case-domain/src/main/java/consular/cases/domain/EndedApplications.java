package consular.cases.domain;

import static consular.cases.domain.law.RejectionCode.BAD_STATE;

import consular.cases.domain.CaseCommand.*;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.RefusalId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What has no place any more once an application has lapsed or was withdrawn, nor while its grant is discontinued. Notes,
 * notices, reviews that change nothing, inquiries, counsel and transfer still have theirs.
 */
final class EndedApplications {
    private EndedApplications() {}

    static Optional<Decision> objection(CaseCommand.ByPerson command, CaseFile file) {
        return switch (command) {
            case IssueVisa c -> undecidable(c.applicantId(), file);
            case Refuse221g c -> undecidable(c.applicantId(), file);
            case RefuseIneligible c -> undecidable(c.applicantId(), file);
            case Refuse214b c -> undecidable(c.applicantId(), file);
            case ApplyForVisa c -> ended(c.applicantId(), file);
            case PresentEvidence c -> ended(c.applicantId(), file);
            case GrantFeeException c -> ended(c.applicantId(), file);
            case DeferMedically c -> ended(c.applicantId(), file);
            case DeferCase c -> ended(c.applicantId(), file);
            case RecordMedicalResult c -> ended(c.applicantId(), file);
            case ElectFamilyToWait c -> first(c.waitingApplicantIds(), it -> undecidable(it, file));
            case ElectToTravelSeparately c -> first(c.waitingApplicantIds(), it -> ended(it, file));
            case RequestAdvisoryOpinion c -> ended(c.applicantId(), file);
            case OvercomeRefusal c -> ended(c.findingIds(), file);
            case RecordWaiver c -> ended(List.of(c.findingId()), file);
            case SupervisorReverse c -> ended(c.refusalId(), file);
            case SupervisorRefer c -> ended(c.refusalId(), file);
            case ReverseOwnRefusal c -> ended(c.refusalId(), file);
            case RegisterCase _,
                    NotifyVisaAvailability _,
                    RecordRetrogression _,
                    RestoreAvailability _,
                    RecordMissedInterview _,
                    RecordFollowUpPackage _,
                    RecordFollowUpAnswer _,
                    RefundFee _,
                    SelectForReview _,
                    SupervisorConcur _,
                    RecordReviewDiscussion _,
                    RecordReviewConsultation _,
                    HandBackResponsibility _,
                    AdviseRefusingOfficer _,
                    NotifyApplicantOfReversal _,
                    SendAdvisoryOpinionFollowUp _,
                    ReceiveAdvisoryOpinion _,
                    ResubmitToDepartment _,
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
                    LiftLegalHold _ -> Optional.empty();
        };
    }

    private static Optional<Decision> undecidable(ApplicantId applicantId, CaseFile file) {
        return file.applicant(applicantId).flatMap(it -> switch (it.state()) {
            case DISCONTINUED ->
                Optional.of(Act.reject(
                        BAD_STATE, "the grant is discontinued under an order, which has to be lifted first"));
            case REGISTERED, UNDECIDED, REFUSED, REOPENED, ISSUED, LAPSED, WITHDRAWN -> ended(it);
        });
    }

    private static <T> Optional<Decision> first(List<T> subjects, Function<T, Optional<Decision>> objection) {
        for (var subject : subjects) {
            var found = objection.apply(subject);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Decision> ended(ApplicantId applicantId, CaseFile file) {
        return file.applicant(applicantId).flatMap(EndedApplications::ended);
    }

    private static Optional<Decision> ended(RefusalId refusalId, CaseFile file) {
        return file.refusal(refusalId).flatMap(refusal -> ended(refusal.applicantId(), file));
    }

    private static Optional<Decision> ended(List<FindingId> findingIds, CaseFile file) {
        return first(findingIds, it -> file.applicantOf(it).flatMap(EndedApplications::ended));
    }

    private static Optional<Decision> ended(Applicant applicant) {
        return switch (applicant.state()) {
            case LAPSED ->
                Optional.of(Act.reject(
                        BAD_STATE, "the application lapsed, a year after its refusal; a new one is a new case"));
            case WITHDRAWN ->
                Optional.of(Act.reject(BAD_STATE, "the application was withdrawn; a new one is a new case"));
            case REGISTERED, UNDECIDED, REFUSED, REOPENED, ISSUED, DISCONTINUED -> Optional.empty();
        };
    }
}
