package consular.cases.domain;

import static consular.cases.domain.privacy.ErasedText.STAND_IN;

import consular.cases.domain.CaseCommand.*;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.ineligibility.Grounds;
import consular.cases.domain.law.Rejection;
import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.notices.Requester;
import consular.cases.domain.opinions.AdvisoryOpinion;
import consular.cases.domain.opinions.OpinionOutcome;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.Counsel;
import consular.cases.domain.petitions.PetitionStatus;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.privacy.ErasureLevel;
import consular.cases.domain.refusals.DeferralKind;
import consular.cases.domain.refusals.Document;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.NoticeInstruction;
import consular.cases.domain.refusals.OvercomeBasis;
import consular.cases.domain.refusals.ProposedAction;
import consular.cases.domain.refusals.Refusal;
import consular.cases.domain.registration.FollowUpAnswer;
import consular.cases.domain.registration.NoticeIssuer;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What may be done with a case now. Each command is tried on every applicant, finding, refusal and
 * opinion that it could be about, by the decider itself: so the answer can't differ from what the
 * command would meet. Its words are those that may be said of anybody, also of who was erased.
 */
public final class AvailableCommands {
    private static final FindingId NO_FINDING = new FindingId("none");
    private static final PostCode ELSEWHERE = new PostCode("elsewhere");
    private static final Rejection NOTHING_TO_BE_ABOUT =
            new Rejection(RejectionCode.BAD_STATE, "the case has nothing that it could be about");

    private AvailableCommands() {}

    /**
     * Whether a command may be given now.
     *
     * @param objection why not: what the command would meet on the last thing it could be about, or that there is no
     *     such thing; null when allowed
     */
    public record Availability(
            CommandName command, boolean allowed, @Nullable Rejection objection) {}

    /** Every command on a registered case, for the actor of {@code context}; roles are not looked at. */
    public static List<Availability> of(CaseFile file, CommandContext context) {
        var post = context.post();
        var trying = post == null ? context : context.sendingTo(post.named(ELSEWHERE));
        return Arrays.stream(CommandName.values())
                .filter(name -> name != CommandName.RegisterCase)
                .map(name -> availability(name, file, trying))
                .toList();
    }

    private static Availability availability(CommandName name, CaseFile file, CommandContext context) {
        var objection = NOTHING_TO_BE_ABOUT;
        for (var attempt : attempts(name, file).toList()) {
            switch (decide(attempt, file, context)) {
                case Decision.Accepted _ -> {
                    return new Availability(name, true, null);
                }
                case Decision.Rejected rejected -> objection = rejected.rejection();
                case Decision.Malformed _, Decision.Stale _ -> {
                    // the attempt was not about this case after all; another may be
                }
            }
        }
        return new Availability(name, false, objection);
    }

    /** An attempt may be about nothing, and yet its command has no place any more. */
    private static Decision decide(CaseCommand attempt, CaseFile file, CommandContext context) {
        return attempt instanceof CaseCommand.ByPerson command
                        && TerminatedRegistration.objection(
                                                command,
                                                CaughtUp.with(command, file, context)
                                                        .file())
                                        .orElse(null)
                                instanceof Decision.Rejected terminated
                ? terminated
                : CaseDecider.decide(attempt, file, context);
    }

    private static Stream<CaseCommand> attempts(CommandName name, CaseFile file) {
        return switch (name) {
            case RegisterCase -> Stream.empty();
            case NotifyVisaAvailability -> Stream.of(new NotifyVisaAvailability(file.effectiveOn()));
            case RecordRetrogression -> Stream.of(new RecordRetrogression(file.effectiveOn()));
            case RestoreAvailability -> Stream.of(new RestoreAvailability(file.effectiveOn()));
            case ApplyForVisa ->
                file.applicants().stream()
                        .map(it -> new ApplyForVisa(it.applicantId(), "DS-260", new Fee(true, null, Fee.Place.NVC)));
            case IssueVisa ->
                file.applicants().stream()
                        .map(it -> new IssueVisa(
                                it.applicantId(), it.annotationRequired().orElse(null)));
            case Refuse221g ->
                file.applicants().stream()
                        .map(it -> new Refuse221g(it.applicantId(), List.of(new ReasonGiven("BC", null, null)), true));
            case RefuseIneligible ->
                file.applicants().stream()
                        .flatMap(it -> grounds(it, file)
                                .map(ground -> new RefuseIneligible(
                                        it.applicantId(),
                                        List.of(new GroundGiven(ground, STAND_IN, true, false, false)),
                                        true)));
            case PresentEvidence ->
                orElse(
                        file.applicants().stream()
                                .flatMap(it ->
                                        it.findings().map(finding -> evidence(it.applicantId(), finding.findingId()))),
                        evidence(file.principal().applicantId(), NO_FINDING));
            case OvercomeRefusal ->
                orElse(
                        findings(file)
                                .map(it -> new OvercomeRefusal(
                                        List.of(it.findingId()), it.kind().overcomeBy())),
                        new OvercomeRefusal(List.of(NO_FINDING), OvercomeBasis.EVIDENCE));
            case RecordWaiver ->
                orElse(
                        findings(file).map(it -> new RecordWaiver(it.findingId(), "DHS")),
                        new RecordWaiver(NO_FINDING, "DHS"));
            case GrantFeeException ->
                file.applicants().stream().map(it -> new GrantFeeException(it.applicantId(), "9 FAM 504.6-5(B)"));
            case RefundFee ->
                file.applicants().stream().map(it -> new RefundFee(it.applicantId(), STAND_IN, "22 CFR 42.71(b)(1)"));
            case SelectForReview ->
                Stream.concat(
                        file.refusals().map(it -> new SelectForReview(it.refusalId(), null)),
                        file.applicants().stream().map(it -> new SelectForReview(null, it.applicantId())));
            case SupervisorConcur -> file.refusals().map(it -> new SupervisorConcur(it.refusalId(), STAND_IN));
            case RecordReviewDiscussion ->
                file.refusals()
                        .map(it -> new RecordReviewDiscussion(it.refusalId(), STAND_IN, ProposedAction.REVERSE, true));
            case SupervisorReverse -> file.refusals().map(it -> new SupervisorReverse(it.refusalId(), STAND_IN));
            case SupervisorRefer -> file.refusals().map(it -> new SupervisorRefer(it.refusalId(), STAND_IN));
            case RecordReviewConsultation ->
                Stream.concat(
                        file.refusals().map(it -> new RecordReviewConsultation(it.refusalId(), null, STAND_IN)),
                        file.applicants().stream()
                                .map(it -> new RecordReviewConsultation(null, it.applicantId(), STAND_IN)));
            case ReverseOwnRefusal -> file.refusals().map(it -> new ReverseOwnRefusal(it.refusalId(), STAND_IN));
            case HandBackResponsibility ->
                file.applicants().stream().map(it -> new HandBackResponsibility(it.applicantId()));
            case AdviseRefusingOfficer ->
                file.refusals().map(Refusal::refusalId).map(AdviseRefusingOfficer::new);
            case NotifyApplicantOfReversal ->
                file.refusals().map(Refusal::refusalId).map(NotifyApplicantOfReversal::new);
            case RequestAdvisoryOpinion ->
                orElse(
                        file.applicants().stream()
                                .flatMap(it -> it.findings()
                                        .map(finding -> new RequestAdvisoryOpinion(
                                                it.applicantId(), finding.findingId(), STAND_IN))),
                        new RequestAdvisoryOpinion(file.principal().applicantId(), NO_FINDING, STAND_IN));
            case SendAdvisoryOpinionFollowUp ->
                file.opinions().stream().map(AdvisoryOpinion::advisoryOpinionId).map(SendAdvisoryOpinionFollowUp::new);
            case ReceiveAdvisoryOpinion ->
                file.opinions().stream()
                        .map(it -> new ReceiveAdvisoryOpinion(
                                it.advisoryOpinionId(), OpinionOutcome.NO_INELIGIBILITY, null, false));
            case ResubmitToDepartment ->
                file.opinions().stream().map(it -> new ResubmitToDepartment(it.advisoryOpinionId(), STAND_IN));
            case DeferMedically ->
                orElse(
                        file.applicants().stream()
                                .flatMap(it -> it.findings()
                                        .map(finding -> new DeferMedically(
                                                it.applicantId(), finding.findingId(), EffectiveTime.LAST_DAY))),
                        new DeferMedically(file.principal().applicantId(), NO_FINDING, EffectiveTime.LAST_DAY));
            case DeferCase ->
                orElse(
                        file.applicants().stream()
                                .flatMap(it -> it.findings()
                                        .map(finding -> new DeferCase(
                                                it.applicantId(), finding.findingId(), DeferralKind.OTHER, STAND_IN))),
                        new DeferCase(file.principal().applicantId(), NO_FINDING, DeferralKind.OTHER, STAND_IN));
            case RecordMedicalResult ->
                file.applicants().stream().map(it -> new RecordMedicalResult(it.applicantId(), MedicalResult.CLEARED));
            case ElectFamilyToWait -> elections(file, ElectFamilyToWait::new);
            case ElectToTravelSeparately -> elections(file, ElectToTravelSeparately::new);
            case RecordPetitionStatus ->
                Stream.of(new RecordPetitionStatus(PetitionStatus.RETURNED, file.effectiveOn(), null, null));
            case ReinstateRegistration -> Stream.of(new ReinstateRegistration(STAND_IN));
            case Refuse214b -> file.applicants().stream().map(it -> new Refuse214b(it.applicantId(), STAND_IN));
            case RecordMissedInterview ->
                file.applicants().stream().map(it -> new RecordMissedInterview(it.applicantId(), file.effectiveOn()));
            case RecordFollowUpPackage -> Stream.of(new RecordFollowUpPackage(file.effectiveOn(), NoticeIssuer.NVC));
            case RecordFollowUpAnswer ->
                file.applicants().stream()
                        .map(it -> new RecordFollowUpAnswer(
                                it.applicantId(), file.effectiveOn(), FollowUpAnswer.CEAC_LOG_IN));
            case DiscontinueGrant -> Stream.of(new DiscontinueGrant(orderOn(file)));
            case LiftSanction -> Stream.of(new LiftSanction(orderOn(file)));
            case WithdrawApplication ->
                file.applicants().stream().map(it -> new WithdrawApplication(it.applicantId(), STAND_IN));
            case TransferCase -> Stream.of(new TransferCase(ELSEWHERE));
            case AddCaseNote -> Stream.of(new AddCaseNote("any"));
            case GiveOralNotice -> file.refusals().map(Refusal::refusalId).map(GiveOralNotice::new);
            case IssueWrittenNotice -> file.refusals().map(it -> new IssueWrittenNotice(it.refusalId(), null));
            case InstructNotice ->
                file.refusals()
                        .map(it -> new InstructNotice(it.refusalId(), NoticeInstruction.LIMITED_CITATION, "any"));
            case RecordCounsel -> Stream.of(new RecordCounsel(null), new RecordCounsel(new Counsel("any", null)));
            case AnswerInquiry ->
                file.applicants().stream().map(it -> new AnswerInquiry(it.applicantId(), Requester.APPLICANT, "any"));
            case RequestClassDeletion -> file.refusals().map(Refusal::refusalId).map(RequestClassDeletion::new);
            case RecordDocumentConsent -> file.refusals().map(it -> new RecordDocumentConsent(it.refusalId(), true));
            case ReturnDocuments -> file.refusals().map(it -> new ReturnDocuments(it.refusalId(), List.of(STAND_IN)));
            case ErasePersonalData ->
                Stream.concat(
                        file.applicants().stream()
                                .map(it -> new ErasePersonalData(it.applicantId(), ErasureLevel.CONTENT, "any")),
                        Stream.of(new ErasePersonalData(null, ErasureLevel.CONTENT, "any")));
            case PlaceLegalHold -> file.applicants().stream().map(it -> new PlaceLegalHold(it.applicantId(), "any"));
            case LiftLegalHold -> file.applicants().stream().map(it -> new LiftLegalHold(it.applicantId(), "any"));
        };
    }

    /** One is as good as another, unless the Department has spoken of some. */
    private static Stream<String> grounds(Applicant applicant, CaseFile file) {
        return file.hasOpinionOn(applicant.applicantId(), opinion -> opinion.received() != null)
                ? Grounds.all()
                        .filter(ground -> RefusalDecisions.noGroundOfTheCase(List.of(ground), file)
                                .isEmpty())
                : Stream.of("212(a)(4)");
    }

    private static PresentEvidence evidence(ApplicantId applicantId, FindingId findingId) {
        return new PresentEvidence(applicantId, List.of(findingId), List.of(new Document("any", true, STAND_IN, null)));
    }

    /** The order that stands, else any. */
    private static String orderOn(CaseFile file) {
        var standing = file.order();
        return standing == null ? "any" : standing;
    }

    /** The attempts; if there is none to make, one about nothing, which meets an objection of its own. */
    private static Stream<CaseCommand> orElse(Stream<? extends CaseCommand> attempts, CaseCommand aboutNothing) {
        var made = attempts.<CaseCommand>map(it -> it).toList();
        return made.isEmpty() ? Stream.of(aboutNothing) : made.stream();
    }

    /** Each member of the family, with each other one who may wait. */
    private static Stream<CaseCommand> elections(
            CaseFile file, BiFunction<ApplicantId, List<ApplicantId>, CaseCommand> election) {
        var pairs = file.applicants().stream()
                .map(Applicant::applicantId)
                .flatMap(blocked -> file.applicants().stream()
                        .map(Applicant::applicantId)
                        .filter(waiting -> !waiting.equals(blocked))
                        .map(waiting -> election.apply(blocked, List.of(waiting))));
        return orElse(pairs, election.apply(file.principal().applicantId(), List.of()));
    }

    private static Stream<Finding> findings(CaseFile file) {
        return file.applicants().stream().flatMap(Applicant::findings);
    }
}
