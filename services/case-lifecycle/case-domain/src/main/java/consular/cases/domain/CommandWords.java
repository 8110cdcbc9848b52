package consular.cases.domain;

import consular.cases.domain.CaseCommand.*;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.lists.Lists;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.Counsel;
import consular.cases.domain.privacy.ErasedText;
import consular.cases.domain.privacy.PersonalRecords;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.RefusalId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a command says in words of the caller, and about whom.
 *
 * @param about the applicants; none where the words are about the case
 */
record CommandWords(List<ApplicantId> about, boolean inOwnWords) {

    /** Whether it is about somebody whose data was erased, or about the case and its texts were. */
    boolean areAboutTheErased(PersonalRecords records) {
        return about.isEmpty() ? records.ofTheCase() != null : Lists.any(about, records::isErased);
    }

    static CommandWords of(CaseCommand.ByPerson command, CaseFile file) {
        return switch (command) {
            case RegisterCase _,
                    NotifyVisaAvailability _,
                    RecordRetrogression _,
                    RestoreAvailability _,
                    RecordFollowUpPackage _,
                    ElectFamilyToWait _,
                    ElectToTravelSeparately _,
                    DiscontinueGrant _,
                    LiftSanction _,
                    TransferCase _ -> ofTheCase();
            case AddCaseNote _ -> new CommandWords(List.of(), true);
            case RecordCounsel c -> ofTheCase(words(c.counsel()));
            case RecordPetitionStatus c -> ofTheCase(c.report());
            case ReinstateRegistration c -> ofTheCase(c.beyondControlFinding());
            case ErasePersonalData c -> c.applicantId() == null ? ofTheCase() : of(c.applicantId());
            case ApplyForVisa c -> of(c.applicantId());
            case IssueVisa c -> of(c.applicantId());
            case GrantFeeException c -> of(c.applicantId());
            case HandBackResponsibility c -> of(c.applicantId());
            case DeferMedically c -> of(c.applicantId());
            case RecordMedicalResult c -> of(c.applicantId());
            case RecordMissedInterview c -> of(c.applicantId());
            case RecordFollowUpAnswer c -> of(c.applicantId());
            case PlaceLegalHold c -> of(c.applicantId());
            case LiftLegalHold c -> of(c.applicantId());
            case Refuse221g c -> new CommandWords(List.of(c.applicantId()), any(notes(c.reasons())));
            case RefuseIneligible c -> new CommandWords(List.of(c.applicantId()), any(bases(c.grounds())));
            case Refuse214b c -> of(c.applicantId(), c.factualBasis());
            case PresentEvidence c -> new CommandWords(List.of(c.applicantId()), any(documents(c)));
            case RefundFee c -> of(c.applicantId(), c.reason());
            case RequestAdvisoryOpinion c -> of(c.applicantId(), c.question());
            case DeferCase c -> of(c.applicantId(), c.explanation());
            case WithdrawApplication c -> of(c.applicantId(), c.reason());
            // the reply itself tells of the applicant
            case AnswerInquiry c -> new CommandWords(List.of(c.applicantId()), true);
            case OvercomeRefusal c -> ofFindings(c.findingIds(), file);
            case RecordWaiver c -> ofFindings(List.of(c.findingId()), file);
            case SelectForReview c -> ofEither(c.refusalId(), c.applicantId(), file, null);
            case RecordReviewConsultation c -> ofEither(c.refusalId(), c.applicantId(), file, c.remarks());
            case SupervisorConcur c -> of(c.refusalId(), file, c.remarks());
            case RecordReviewDiscussion c -> of(c.refusalId(), file, c.summary());
            case SupervisorReverse c -> of(c.refusalId(), file, c.reason());
            case SupervisorRefer c -> of(c.refusalId(), file, c.question());
            case ReverseOwnRefusal c -> of(c.refusalId(), file, c.reason());
            case AdviseRefusingOfficer c -> of(c.refusalId(), file);
            case NotifyApplicantOfReversal c -> of(c.refusalId(), file);
            case GiveOralNotice c -> of(c.refusalId(), file);
            case IssueWrittenNotice c -> of(c.refusalId(), file, c.text());
            case InstructNotice c -> of(c.refusalId(), file);
            case RequestClassDeletion c -> of(c.refusalId(), file);
            case RecordDocumentConsent c -> of(c.refusalId(), file);
            case ReturnDocuments c -> of(c.refusalId(), file, c.documents().toArray(String[]::new));
            case SendAdvisoryOpinionFollowUp c -> ofRefusals(file.opinion(c.advisoryOpinionId()), file, null);
            case ReceiveAdvisoryOpinion c -> ofRefusals(file.opinion(c.advisoryOpinionId()), file, null);
            case ResubmitToDepartment c -> ofRefusals(file.opinion(c.advisoryOpinionId()), file, c.explanation());
        };
    }

    private static CommandWords ofTheCase(@Nullable String... words) {
        return new CommandWords(List.of(), any(Arrays.stream(words)));
    }

    private static CommandWords of(ApplicantId applicantId, @Nullable String... words) {
        return new CommandWords(List.of(applicantId), any(Arrays.stream(words)));
    }

    /** Of a refusal that there is not, the command itself will tell. */
    private static CommandWords of(RefusalId refusalId, CaseFile file, @Nullable String... words) {
        return new CommandWords(
                file.refusal(refusalId).stream().map(it -> it.applicantId()).toList(), any(Arrays.stream(words)));
    }

    private static CommandWords ofEither(
            @Nullable RefusalId refusalId, @Nullable ApplicantId applicantId, CaseFile file, @Nullable String words) {
        if (refusalId != null) {
            return of(refusalId, file, words);
        }
        return applicantId == null ? ofTheCase(words) : of(applicantId, words);
    }

    private static CommandWords ofFindings(List<FindingId> findingIds, CaseFile file) {
        var owners = new ArrayList<ApplicantId>();
        findingIds.forEach(
                it -> file.applicantOf(it).map(Applicant::applicantId).ifPresent(owners::add));
        return new CommandWords(List.copyOf(owners), false);
    }

    private static CommandWords ofRefusals(
            Optional<consular.cases.domain.opinions.AdvisoryOpinion> opinion, CaseFile file, @Nullable String words) {
        return opinion.map(it -> of(it.refusalId(), file, words)).orElseGet(CommandWords::ofTheCase);
    }

    private static @Nullable String[] words(@Nullable Counsel counsel) {
        return counsel == null ? new String[0] : new String[] {counsel.name(), counsel.address()};
    }

    private static Stream<@Nullable String> notes(@Nullable List<ReasonGiven> reasons) {
        return reasons == null ? Stream.of() : reasons.stream().map(ReasonGiven::note);
    }

    private static Stream<@Nullable String> bases(@Nullable List<GroundGiven> grounds) {
        return grounds == null ? Stream.of() : grounds.stream().map(GroundGiven::factualBasis);
    }

    private static Stream<@Nullable String> documents(PresentEvidence command) {
        return command.documents().stream().flatMap(it -> Stream.of(it.description(), orEmpty(it.sha256())));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static boolean any(Stream<@Nullable String> words) {
        return words.anyMatch(ErasedText::isInOwnWords);
    }
}
