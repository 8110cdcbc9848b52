package consular.cases.domain;

import consular.cases.domain.CaseCommand.*;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.Counsel;
import consular.cases.domain.people.FamilyRole;
import consular.cases.domain.people.Person;
import consular.cases.domain.people.Petition;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.privacy.ErasureLevel;
import consular.cases.domain.refusals.Document;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.OvercomeBasis;
import consular.cases.domain.registration.FollowUpAnswer;
import consular.cases.domain.registration.NoticeIssuer;
import consular.cases.domain.visas.VisaCategory;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commands that name what matters to a test and hide the rest. The applicant is a1 unless said. */
final class Commands extends CommandsOnARefusal {
    static final ApplicantId A2 = new ApplicantId("a2");

    private Commands() {}

    static RegisterCase register(String post, String visaClass, Person... applicants) {
        return new RegisterCase(
                "CASE1",
                new PostCode(post),
                VisaCategory.IMMIGRANT,
                visaClass,
                new Petition("I-130", "WAC1"),
                List.of(applicants),
                null);
    }

    static RegisterCase register(String post, VisaCategory category, String visaClass, Person... applicants) {
        return new RegisterCase(
                "CASE1",
                new PostCode(post),
                category,
                visaClass,
                new Petition("I-129", "WAC1"),
                List.of(applicants),
                null);
    }

    static RegisterCase register(String post) {
        return register(post, "IR1", principal());
    }

    static Person principal() {
        return person("a1", FamilyRole.PRINCIPAL);
    }

    static Person spouse() {
        return person("a2", FamilyRole.SPOUSE);
    }

    private static Person person(String id, FamilyRole role) {
        return new Person(new ApplicantId(id), role, "Santos", "Maria", LocalDate.of(1990, 1, 1), "PH");
    }

    static NotifyVisaAvailability notifyAvailability(String transmittedOn) {
        return new NotifyVisaAvailability(LocalDate.parse(transmittedOn));
    }

    static RecordRetrogression retrogress(String from) {
        return new RecordRetrogression(LocalDate.parse(from));
    }

    static RestoreAvailability restore(String from) {
        return new RestoreAvailability(LocalDate.parse(from));
    }

    static ApplyForVisa apply() {
        return apply(A1);
    }

    static ApplyForVisa apply(ApplicantId applicantId) {
        return new ApplyForVisa(applicantId, "DS-260", new Fee(true, "R-1", Fee.Place.NVC));
    }

    static ApplyForVisa applyUnpaid() {
        return new ApplyForVisa(A1, "DS-260", new Fee(false, null, Fee.Place.POST));
    }

    static IssueVisa issue() {
        return issue(A1, null);
    }

    static IssueVisa issue(VisaAnnotation annotation) {
        return issue(A1, annotation);
    }

    static IssueVisa issue(ApplicantId applicantId, @Nullable VisaAnnotation annotation) {
        return new IssueVisa(applicantId, annotation);
    }

    static Refuse221g refuse221g(String... annotations) {
        return refuse221g(A1, annotations);
    }

    static Refuse221g refuse221g(ApplicantId applicantId, String... annotations) {
        return new Refuse221g(
                applicantId,
                Arrays.stream(annotations)
                        .map(it -> new ReasonGiven(it, null, null))
                        .toList(),
                null);
    }

    static Refuse221g refuse221g(ReasonGiven... reasons) {
        return new Refuse221g(A1, List.of(reasons), null);
    }

    /** On grounds that evidence cannot cure. */
    static RefuseIneligible refuseIneligible(String... grounds) {
        return refuseIneligible(A1, grounds);
    }

    static RefuseIneligible refuseIneligible(ApplicantId applicantId, String... grounds) {
        return new RefuseIneligible(
                applicantId,
                Arrays.stream(grounds)
                        .map(it -> new GroundGiven(it, "facts on the file", false, true, false))
                        .toList(),
                null);
    }

    static RefuseIneligible refuseCurable(String ground) {
        return new RefuseIneligible(A1, List.of(new GroundGiven(ground, "facts", true, true, false)), null);
    }

    static PresentEvidence evidence(String... findingIds) {
        return evidence(A1, findingIds);
    }

    static PresentEvidence evidence(ApplicantId applicantId, String... findingIds) {
        return new PresentEvidence(
                applicantId, findings(findingIds), List.of(new Document("document", true, "as asked for", null)));
    }

    static OvercomeRefusal overcome(String... findingIds) {
        return new OvercomeRefusal(findings(findingIds), OvercomeBasis.EVIDENCE);
    }

    static OvercomeRefusal processed(String... findingIds) {
        return new OvercomeRefusal(findings(findingIds), OvercomeBasis.PROCESSING_COMPLETE);
    }

    private static List<FindingId> findings(String... findingIds) {
        return Arrays.stream(findingIds).map(FindingId::new).toList();
    }

    static Refuse214b refuse214b() {
        return new Refuse214b(A1, "no ties to a residence abroad");
    }

    static RecordMissedInterview missedInterview(String appointmentOn) {
        return new RecordMissedInterview(A1, LocalDate.parse(appointmentOn));
    }

    static RecordFollowUpPackage followUpPackage(String transmittedOn) {
        return new RecordFollowUpPackage(LocalDate.parse(transmittedOn), NoticeIssuer.NVC);
    }

    static RecordFollowUpAnswer answer(String answeredOn) {
        return new RecordFollowUpAnswer(A1, LocalDate.parse(answeredOn), FollowUpAnswer.CEAC_LOG_IN);
    }

    static DiscontinueGrant discontinue(String orderId) {
        return new DiscontinueGrant(orderId);
    }

    static LiftSanction lift(String orderId) {
        return new LiftSanction(orderId);
    }

    static WithdrawApplication withdraw() {
        return new WithdrawApplication(A1, "travels no more");
    }

    static TransferCase transfer(String toPost) {
        return new TransferCase(new PostCode(toPost));
    }

    static RecordWaiver waive(String findingId) {
        return new RecordWaiver(new FindingId(findingId), "DHS-1");
    }

    static ErasePersonalData erase(@Nullable ApplicantId applicantId, ErasureLevel level) {
        return new ErasePersonalData(applicantId, level, "DAA-0059-2020-0003");
    }

    static PlaceLegalHold hold() {
        return new PlaceLegalHold(A1, "1:24-cv-00123");
    }

    static LiftLegalHold release() {
        return new LiftLegalHold(A1, "1:24-cv-00123");
    }

    static RefundFee refund() {
        return new RefundFee(A1, "the post was closed by order of the Department", "22 CFR 42.71(b)(1)");
    }

    static GrantFeeException feeException() {
        return new GrantFeeException(A1, "9 FAM 504.6-5(B)");
    }

    static ReinstateRegistration reinstate() {
        return new ReinstateRegistration("in hospital throughout the year");
    }

    static RecordCounsel counsel(@Nullable String name) {
        return new RecordCounsel(name == null ? null : new Counsel(name, "Makati"));
    }

    static AddCaseNote note() {
        return new AddCaseNote("called the applicant");
    }
}
