package consular.cases.domain;

import consular.cases.domain.CaseCommand.*;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.ineligibility.AnnotationParser;
import consular.cases.domain.ineligibility.ParsedAnnotation;
import consular.cases.domain.ineligibility.ReasonKind;
import consular.cases.domain.inquiries.OneLine;
import consular.cases.domain.opinions.AdvisoryOpinionId;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.RefusalId;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a command speaks of people and things that the case has, in a form that makes sense. */
final class CommandReferences {
    /** The number of a form of the Government, of any year: DS-260, DS-230, OF-156. */
    private static final Pattern FORM = Pattern.compile("[A-Z]{1,4}-\\d{1,4}[A-Z]?");

    private CommandReferences() {}

    static Optional<Decision> check(CaseCommand.ByPerson command, CaseFile file, CommandContext context) {
        return switch (command) {
            case RegisterCase _,
                    ReinstateRegistration _,
                    DiscontinueGrant _,
                    LiftSanction _,
                    TransferCase _,
                    AddCaseNote _,
                    RecordWaiver _,
                    RecordCounsel _ -> Optional.empty();
            case NotifyVisaAvailability c -> notAfterAct("/transmittedOn", c.transmittedOn(), file, context);
            case RecordRetrogression c -> notAfterAct("/from", c.from(), file, context);
            case RestoreAvailability c -> notAfterAct("/from", c.from(), file, context);
            case RecordPetitionStatus c ->
                notAfterAct("/on", c.on(), file, context).or(() -> PetitionDecisions.senseless(c));
            case ApplyForVisa c -> applicant(c.applicantId(), file).or(() -> form(c.form()));
            case IssueVisa c -> applicant(c.applicantId(), file);
            case Refuse221g c -> applicant(c.applicantId(), file).or(() -> processing(c.reasons()));
            case RefuseIneligible c -> applicant(c.applicantId(), file).or(() -> givenTwice(c.grounds()));
            case PresentEvidence c ->
                applicant(c.applicantId(), file).or(() -> findingsOf(c.applicantId(), c.findingIds(), file));
            case OvercomeRefusal c -> notEmpty("/findingIds", c.findingIds());
            case RefundFee c -> applicant(c.applicantId(), file);
            case GrantFeeException c -> applicant(c.applicantId(), file);
            case SelectForReview c -> refusalOrApplicant(c.refusalId(), c.applicantId(), file);
            case SupervisorConcur c -> refusal(c.refusalId(), file);
            case RecordReviewDiscussion c -> refusal(c.refusalId(), file);
            case SupervisorReverse c -> refusal(c.refusalId(), file);
            case SupervisorRefer c -> refusal(c.refusalId(), file);
            case RecordReviewConsultation c -> refusalOrApplicant(c.refusalId(), c.applicantId(), file);
            case ReverseOwnRefusal c -> refusal(c.refusalId(), file);
            case HandBackResponsibility c -> applicant(c.applicantId(), file);
            case AdviseRefusingOfficer c -> refusal(c.refusalId(), file);
            case NotifyApplicantOfReversal c -> refusal(c.refusalId(), file);
            case RequestAdvisoryOpinion c -> applicant(c.applicantId(), file);
            case SendAdvisoryOpinionFollowUp c -> opinion(c.advisoryOpinionId(), file);
            case ReceiveAdvisoryOpinion c ->
                opinion(c.advisoryOpinionId(), file).or(() -> ground(c.ground(), file));
            case Refuse214b c -> applicant(c.applicantId(), file);
            case RecordMissedInterview c ->
                applicant(c.applicantId(), file)
                        .or(() -> notAfterAct("/appointmentOn", c.appointmentOn(), file, context));
            case RecordFollowUpPackage c -> notAfterAct("/transmittedOn", c.transmittedOn(), file, context);
            case RecordFollowUpAnswer c ->
                applicant(c.applicantId(), file).or(() -> notAfterAct("/answeredOn", c.answeredOn(), file, context));
            case WithdrawApplication c -> applicant(c.applicantId(), file);
            case ResubmitToDepartment c -> opinion(c.advisoryOpinionId(), file);
            case DeferCase c -> applicant(c.applicantId(), file);
            case DeferMedically c ->
                applicant(c.applicantId(), file).or(() -> notBeforeAct("/until", c.until(), file, context));
            case RecordMedicalResult c -> applicant(c.applicantId(), file);
            case ElectFamilyToWait c -> FamilyReferences.check(c.blockedApplicantId(), c.waitingApplicantIds(), file);
            case ElectToTravelSeparately c ->
                FamilyReferences.check(c.blockedApplicantId(), c.waitingApplicantIds(), file);
            case GiveOralNotice c -> refusal(c.refusalId(), file);
            case IssueWrittenNotice c -> refusal(c.refusalId(), file);
            case InstructNotice c -> refusal(c.refusalId(), file);
            case AnswerInquiry c -> applicant(c.applicantId(), file).or(() -> reference(c.reference()));
            case RequestClassDeletion c -> refusal(c.refusalId(), file);
            case RecordDocumentConsent c -> refusal(c.refusalId(), file);
            case ErasePersonalData c ->
                (c.applicantId() == null ? Optional.<Decision>empty() : applicant(c.applicantId(), file))
                        .or(() -> authority(c.authority()));
            case PlaceLegalHold c -> applicant(c.applicantId(), file).or(() -> authority(c.authority()));
            case LiftLegalHold c -> applicant(c.applicantId(), file).or(() -> authority(c.authority()));
            case ReturnDocuments c ->
                refusal(c.refusalId(), file)
                        .or(() -> c.documents().isEmpty()
                                ? malformed("/documents", "say what went back")
                                : Optional.empty());
        };
    }

    private static Optional<Decision> applicant(ApplicantId applicantId, CaseFile file) {
        return file.applicant(applicantId).isPresent()
                ? Optional.empty()
                : malformed("/applicantId", "the case has no such applicant");
    }

    private static Optional<Decision> form(String form) {
        return FORM.matcher(form).matches()
                ? Optional.empty()
                : malformed("/form", "a form is given by its number, such as DS-260 or DS-160");
    }

    private static Optional<Decision> reference(String reference) {
        return oneLine("/reference", reference, "a reference");
    }

    private static Optional<Decision> authority(String authority) {
        return oneLine("/authority", authority, "an authority");
    }

    private static Optional<Decision> oneLine(String pointer, String text, String what) {
        return OneLine.isReference(text)
                ? Optional.empty()
                : malformed(
                        pointer,
                        what
                                + " is one line of at most %d characters, without control characters"
                                        .formatted(OneLine.GREATEST_LENGTH));
    }

    private static Optional<Decision> refusal(RefusalId refusalId, CaseFile file) {
        return file.refusal(refusalId).isPresent()
                ? Optional.empty()
                : malformed("/refusalId", "the case has no such refusal");
    }

    private static Optional<Decision> opinion(AdvisoryOpinionId advisoryOpinionId, CaseFile file) {
        return file.opinion(advisoryOpinionId).isPresent()
                ? Optional.empty()
                : malformed("/advisoryOpinionId", "the case has no such advisory opinion");
    }

    /** What the Department holds against an applicant, if it names anything, is something that can be refused on. */
    private static Optional<Decision> ground(@Nullable String ground, CaseFile file) {
        return ground == null
                        || ground.isBlank()
                        || RefusalDecisions.noGroundOfTheCase(List.of(ground), file)
                                .isEmpty()
                ? Optional.empty()
                : malformed(
                        "/ground",
                        "a ground is a provision that a refusal of this case can rest on, such as 212(a)(6)(C)(i)");
    }

    private static Optional<Decision> givenTwice(@Nullable List<GroundGiven> grounds) {
        if (grounds == null) {
            return Optional.empty();
        }
        var seen = new HashSet<String>();
        for (var i = 0; i < grounds.size(); i++) {
            if (!seen.add(grounds.get(i).ground().strip())) {
                return malformed("/grounds/" + i + "/ground", "each ground is given once");
            }
        }
        return Optional.empty();
    }

    private static Optional<Decision> refusalOrApplicant(
            @Nullable RefusalId refusalId, @Nullable ApplicantId applicantId, CaseFile file) {
        if (refusalId != null && applicantId == null) {
            return refusal(refusalId, file);
        }
        if (applicantId != null && refusalId == null) {
            return applicant(applicantId, file);
        }
        return malformed("", "give either refusalId or applicantId");
    }

    private static Optional<Decision> findingsOf(ApplicantId applicantId, List<FindingId> findingIds, CaseFile file) {
        return notEmpty("/findingIds", findingIds).or(() -> {
            for (var i = 0; i < findingIds.size(); i++) {
                var owner = file.applicantOf(findingIds.get(i)).map(Applicant::applicantId);
                if (!owner.equals(Optional.of(applicantId))) {
                    return malformed("/findingIds/" + i, "the applicant has no such finding");
                }
            }
            return Optional.empty();
        });
    }

    private static Optional<Decision> notEmpty(String pointer, List<FindingId> findingIds) {
        return findingIds.isEmpty() ? malformed(pointer, "name at least one finding") : Optional.empty();
    }

    private static Optional<Decision> processing(@Nullable List<ReasonGiven> reasons) {
        if (reasons == null) {
            return Optional.empty();
        }
        for (var i = 0; i < reasons.size(); i++) {
            var reason = reasons.get(i);
            if (AnnotationParser.parse(reason.annotation()) instanceof ParsedAnnotation.Recognised recognised) {
                var officerStates = recognised.reason().kind() == ReasonKind.OFFICER_STATES;
                if (officerStates && reason.processing() == null) {
                    return malformed(
                            "/reasons/" + i + "/processing", "say whether EVIDENCE or ADMINISTRATIVE is awaited");
                }
                if (!officerStates && reason.processing() != null) {
                    return malformed("/reasons/" + i + "/processing", "only Post specific action and Other take it");
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Decision> notAfterAct(
            String pointer, LocalDate day, CaseFile file, CommandContext context) {
        if (!EffectiveTime.isCovered(day)) {
            return malformed(pointer, EffectiveTime.OUTSIDE);
        }
        return day.isAfter(context.actEffectiveAt().atZone(file.zone()).toLocalDate())
                ? malformed(pointer, "the day can't be after the act that reports it")
                : Optional.empty();
    }

    private static Optional<Decision> notBeforeAct(
            String pointer, LocalDate day, CaseFile file, CommandContext context) {
        if (!EffectiveTime.isCovered(day)) {
            return malformed(pointer, EffectiveTime.OUTSIDE);
        }
        return day.isBefore(context.actEffectiveAt().atZone(file.zone()).toLocalDate())
                ? malformed(pointer, "the last day can't be before the act")
                : Optional.empty();
    }

    static Optional<Decision> malformed(String pointer, String detail) {
        return Optional.of(new Decision.Malformed(pointer, detail));
    }
}
