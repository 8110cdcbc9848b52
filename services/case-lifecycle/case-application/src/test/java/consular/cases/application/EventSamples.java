package consular.cases.application;

import consular.cases.domain.CaseEvent;
import consular.cases.domain.CaseEvent.*;
import consular.cases.domain.EventByAnotherSystem.*;
import consular.cases.domain.EventByTime.*;
import consular.cases.domain.Fee;
import consular.cases.domain.FindingEvidence;
import consular.cases.domain.MedicalResult;
import consular.cases.domain.VisaAnnotation;
import consular.cases.domain.ineligibility.FileCategory;
import consular.cases.domain.notices.Requester;
import consular.cases.domain.opinions.AdvisoryOpinionId;
import consular.cases.domain.opinions.OpinionOrigin;
import consular.cases.domain.opinions.OpinionOutcome;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.Counsel;
import consular.cases.domain.people.FamilyRole;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.people.Person;
import consular.cases.domain.people.Petition;
import consular.cases.domain.petitions.PetitionStatus;
import consular.cases.domain.petitions.SuspensionReason;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.privacy.ErasureLevel;
import consular.cases.domain.refusals.CfrTrigger;
import consular.cases.domain.refusals.ClassMessage;
import consular.cases.domain.refusals.DeferralKind;
import consular.cases.domain.refusals.Document;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.FindingKind;
import consular.cases.domain.refusals.NewFinding;
import consular.cases.domain.refusals.NoticeAlarm;
import consular.cases.domain.refusals.NoticeInstruction;
import consular.cases.domain.refusals.OvercomeBasis;
import consular.cases.domain.refusals.ProposedAction;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.domain.refusals.ReviewClass;
import consular.cases.domain.registration.FailureToApply;
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

/** One event of every type, with every member filled. */
final class EventSamples {
    static final CaseId CASE = CaseId.of("00000000-0000-7000-8000-000000000001");
    private static final ApplicantId A1 = new ApplicantId("a1");
    private static final ApplicantId A2 = new ApplicantId("a2");
    private static final RefusalId R1 = new RefusalId("R1");
    private static final FindingId F1 = new FindingId("F1");
    private static final AdvisoryOpinionId AO1 = new AdvisoryOpinionId("AO1");
    private static final OfficerId OFFICER = new OfficerId("officer-a");
    private static final OfficerId SUPERVISOR = new OfficerId("supervisor-a");
    private static final LocalDate DAY = LocalDate.of(2024, 3, 5);
    private static final YearToApply YEAR = new YearToApply(
            DAY,
            FailureToApply.MISSED_INTERVIEW,
            DAY.plusYears(1).plusDays(1),
            DAY.plusYears(2),
            DAY.plusYears(2),
            DAY,
            List.of(new Pause(DAY, DAY.plusDays(1))));
    private static final Fee FEE = new Fee(true, "N123", Fee.Place.NVC);

    private EventSamples() {}

    static CaseRegistered registered() {
        return new CaseRegistered(
                CASE,
                "MNL2024012345",
                new PostCode("MNL"),
                ZoneId.of("Asia/Manila"),
                VisaCategory.IMMIGRANT,
                "IR1",
                new Petition("I-130", "MSC1234567890"),
                List.of(new Person(A1, FamilyRole.PRINCIPAL, "Reyes", "Ana", LocalDate.of(1990, 1, 2), "PH")),
                new Counsel("L. Cruz", "Makati"));
    }

    static VisaRefused refused(@Nullable ApplicantId follows, @Nullable CfrTrigger cfrTrigger) {
        return refused(follows, cfrTrigger, null);
    }

    static VisaRefused refused(
            @Nullable ApplicantId follows, @Nullable CfrTrigger cfrTrigger, @Nullable List<String> missingDocuments) {
        return new VisaRefused(
                R1,
                A1,
                DAY,
                OFFICER,
                true,
                FileCategory.II,
                ReviewClass.DISCRETIONARY,
                DAY,
                DAY.plusDays(30),
                DAY,
                List.of(new NewFinding(
                        F1,
                        "221(g)",
                        "pet Or BC",
                        FindingKind.DOCUMENT,
                        true,
                        true,
                        "the long form",
                        "facts",
                        true,
                        false,
                        false,
                        DAY.plusYears(1),
                        DAY.plusYears(1).plusDays(1),
                        DAY.plusYears(2),
                        follows,
                        cfrTrigger)),
                missingDocuments);
    }

    static List<CaseEvent> all() {
        return List.of(
                registered(),
                new VisaAvailabilityNotified(
                        DAY,
                        DAY.plusYears(1).plusDays(1),
                        DAY.plusYears(2),
                        false,
                        DAY,
                        List.of(new Pause(DAY, DAY.plusDays(1))),
                        YEAR),
                new RetrogressionRecorded(DAY, true, YEAR),
                new AvailabilityRestored(DAY, DAY.plusYears(1).plusDays(1), DAY.plusYears(2), YEAR),
                new ApplicationExecuted(A1, "DS-260", FEE, DAY, DAY),
                new NewApplicationTaken(A1, "DS-260", FEE, DAY, DAY),
                new VisaIssued(A1, DAY, VisaAnnotation.OVERCOME),
                refused(A2, CfrTrigger.A3, List.of("pet AOS", "Tax")),
                new FindingsSuperseded(A1, List.of(F1), R1),
                new EvidencePresented(
                        A1,
                        DAY,
                        List.of(new FindingEvidence(F1, true)),
                        List.of(new Document("birth certificate", true, "long form", "0".repeat(64)))),
                new RefusalOvercome(A1, List.of(F1), OvercomeBasis.EVIDENCE),
                new WaiverRecorded(A1, F1, "I-601 approved"),
                new ApplicationReopened(A1, DAY, DAY),
                new FeeExceptionGranted(A1, "9 FAM 504.6-5(B)"),
                new PersonalDataErased(A1, ErasureLevel.CONTENT, "DAA-0059-2020-0003"),
                new LegalHoldPlaced(A1, "1:24-cv-00123"),
                new LegalHoldLifted(A1, "1:24-cv-00123"),
                new FeeRefunded(A1, "the post closed before the interview", "22 CFR 42.71(b)(1)"),
                new RefusalSelectedForReview(R1),
                new IssuanceSelectedForReview(A1),
                new RefusalSelectedByPolicy(R1, 20),
                new IssuanceSelectedByPolicy(A1, 10),
                new SupervisorConcurred(R1, SUPERVISOR, "agreed"),
                new ReviewDiscussed(R1, SUPERVISOR, "discussed", ProposedAction.REVERSE, true),
                new RefusalReversedBySupervisor(R1, A1, SUPERVISOR, "the facts do not bear it", List.of(F1)),
                new RefusalReferredToDepartment(R1, SUPERVISOR, "does it apply?", AO1),
                new ReviewConsultationRecorded(R1, A1, SUPERVISOR, "consulted"),
                new RefusalReversedByAdjudicator(R1, A1, OFFICER, "mistaken", List.of(F1)),
                new ResponsibilityHandedBack(A1),
                new RefusingOfficerAdvised(R1),
                new ApplicantNotifiedOfReversal(R1),
                new AdvisoryOpinionRequested(AO1, A1, R1, F1, OpinionOrigin.OFFICER, "?", DAY, DAY.plusDays(60)),
                new AdvisoryOpinionFollowUpSent(AO1, DAY),
                new AdvisoryOpinionReceived(AO1, DAY, OpinionOutcome.INELIGIBLE, "212(a)(3)(A)(ii)", true),
                new CaseResubmittedToDepartment(AO1, "new facts"),
                new MedicallyDeferred(A1, F1, DAY.plusMonths(6)),
                new CaseDeferred(A1, F1, DeferralKind.CLEARANCE, "awaited from Guangzhou"),
                new MedicalResultRecorded(A1, MedicalResult.CLEARED, DAY, List.of(new FindingEvidence(F1, true))),
                new FamilyElectedToWait(A1, List.of(A2)),
                new FamilyElectedToTravelSeparately(A1, List.of(A2)),
                new PetitionStatusRecorded(
                        PetitionStatus.SUSPENDED, DAY, SuspensionReason.NOT_ENTITLED, "the marriage has ended"),
                new RegistrationReinstated(
                        TerminationKind.TERM_B,
                        "in hospital",
                        DAY,
                        DAY.plusYears(1).plusDays(1),
                        DAY.plusYears(2),
                        DAY.plusYears(1),
                        DAY.plusDays(1)),
                new InterviewMissed(A1, DAY, DAY.plusYears(1).plusDays(1), DAY.plusYears(2), YEAR),
                new FollowUpPackageSent(DAY, NoticeIssuer.NVC, DAY.plusYears(1).plusDays(1), DAY.plusYears(2), YEAR),
                new FollowUpAnswered(A1, DAY, FollowUpAnswer.CEAC_LOG_IN),
                new GrantDiscontinued("243d-1", DAY, List.of(A1)),
                new SanctionLifted("243d-1", DAY),
                new ApplicationWithdrawn(A1, DAY, "travels no more"),
                new CaseTransferred(
                        new PostCode("MNL"),
                        new PostCode("GUZ"),
                        ZoneId.of("Asia/Shanghai"),
                        List.of(new NoticeAlarm(R1, DAY))),
                new CaseNoteAdded("a note"),
                new OralNoticeGiven(R1),
                new WrittenNoticeIssued(R1, "the post's own words"),
                new NoticeInstructed(R1, NoticeInstruction.LIMITED_CITATION, "24 STATE 12345"),
                new CounselRecorded(new Counsel("L. Cruz", "Makati")),
                new InquiryAnswered(A1, Requester.CONGRESSIONAL, "SEN-7", "the reply"),
                new ClassDeletionRequested(R1),
                new DocumentConsentRecorded(R1, false),
                new DocumentsReturned(R1, List.of("passport", "police certificate")),
                new DocumentReturnDue(R1, DAY),
                new ClassEntryAcknowledged(R1, ClassMessage.ENTRY),
                new NoticeOverdue(R1, DAY),
                new DecisionOverdue(A1, DAY),
                new MedicalDeferralEnded(A1, F1, DAY),
                new ReviewOverdue(R1, DAY),
                new FeeWindowClosed(A1, DAY),
                new AdvisoryOpinionFollowUpDue(AO1, DAY, DAY.plusDays(60)),
                new TerminationWarningSent(
                        TerminationKind.TERM_B, DAY, DAY.plusYears(1).plusDays(1), 1),
                new RegistrationTerminated(TerminationKind.TERM_A, DAY, DAY, DAY.plusYears(2), DAY.plusYears(2)),
                new ApplicationLapsed(A1, DAY, DAY.plusDays(1)),
                new TerminationNoticeIssued(NoticeIssuer.NVC),
                new PetitionRevokedAutomatically("MSC1234567890"),
                new ReinstatementWindowClosed(DAY));
    }
}
