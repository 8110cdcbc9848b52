package consular.cases.domain;

import static consular.cases.domain.people.Role.ADJUDICATOR;
import static consular.cases.domain.people.Role.ADMIN;
import static consular.cases.domain.people.Role.DEPARTMENT;
import static consular.cases.domain.people.Role.INTAKE;
import static consular.cases.domain.people.Role.SUPERVISOR;

import consular.cases.domain.people.Role;
import java.util.Set;

/** The commands that persons give, by the names in the URL, with the roles that may give them. */
public enum CommandName {
    RegisterCase(CaseCommand.RegisterCase.class, INTAKE),
    NotifyVisaAvailability(CaseCommand.NotifyVisaAvailability.class, INTAKE),
    RecordRetrogression(CaseCommand.RecordRetrogression.class, INTAKE),
    RestoreAvailability(CaseCommand.RestoreAvailability.class, INTAKE),
    ApplyForVisa(CaseCommand.ApplyForVisa.class, INTAKE, ADJUDICATOR),
    IssueVisa(CaseCommand.IssueVisa.class, ADJUDICATOR),
    Refuse221g(CaseCommand.Refuse221g.class, ADJUDICATOR),
    RefuseIneligible(CaseCommand.RefuseIneligible.class, ADJUDICATOR),
    PresentEvidence(CaseCommand.PresentEvidence.class, INTAKE, ADJUDICATOR),
    OvercomeRefusal(CaseCommand.OvercomeRefusal.class, ADJUDICATOR),
    RecordWaiver(CaseCommand.RecordWaiver.class, INTAKE),
    GrantFeeException(CaseCommand.GrantFeeException.class, SUPERVISOR),
    SelectForReview(CaseCommand.SelectForReview.class, SUPERVISOR),
    SupervisorConcur(CaseCommand.SupervisorConcur.class, SUPERVISOR),
    RecordReviewDiscussion(CaseCommand.RecordReviewDiscussion.class, SUPERVISOR),
    SupervisorReverse(CaseCommand.SupervisorReverse.class, SUPERVISOR),
    SupervisorRefer(CaseCommand.SupervisorRefer.class, SUPERVISOR),
    RecordReviewConsultation(CaseCommand.RecordReviewConsultation.class, SUPERVISOR),
    ReverseOwnRefusal(CaseCommand.ReverseOwnRefusal.class, ADJUDICATOR),
    HandBackResponsibility(CaseCommand.HandBackResponsibility.class, SUPERVISOR),
    AdviseRefusingOfficer(CaseCommand.AdviseRefusingOfficer.class, SUPERVISOR),
    NotifyApplicantOfReversal(CaseCommand.NotifyApplicantOfReversal.class, SUPERVISOR),
    RequestAdvisoryOpinion(CaseCommand.RequestAdvisoryOpinion.class, ADJUDICATOR),
    SendAdvisoryOpinionFollowUp(CaseCommand.SendAdvisoryOpinionFollowUp.class, ADJUDICATOR),
    ReceiveAdvisoryOpinion(CaseCommand.ReceiveAdvisoryOpinion.class, DEPARTMENT),
    ResubmitToDepartment(CaseCommand.ResubmitToDepartment.class, ADJUDICATOR),
    DeferMedically(CaseCommand.DeferMedically.class, ADJUDICATOR),
    DeferCase(CaseCommand.DeferCase.class, ADJUDICATOR),
    RecordMedicalResult(CaseCommand.RecordMedicalResult.class, ADJUDICATOR),
    ElectFamilyToWait(CaseCommand.ElectFamilyToWait.class, ADJUDICATOR),
    ElectToTravelSeparately(CaseCommand.ElectToTravelSeparately.class, ADJUDICATOR),
    ReinstateRegistration(CaseCommand.ReinstateRegistration.class, ADJUDICATOR),
    RecordPetitionStatus(CaseCommand.RecordPetitionStatus.class, ADJUDICATOR),
    Refuse214b(CaseCommand.Refuse214b.class, ADJUDICATOR),
    RecordMissedInterview(CaseCommand.RecordMissedInterview.class, INTAKE, ADJUDICATOR),
    RecordFollowUpPackage(CaseCommand.RecordFollowUpPackage.class, INTAKE, ADJUDICATOR),
    RecordFollowUpAnswer(CaseCommand.RecordFollowUpAnswer.class, INTAKE, ADJUDICATOR),
    DiscontinueGrant(CaseCommand.DiscontinueGrant.class, DEPARTMENT),
    LiftSanction(CaseCommand.LiftSanction.class, DEPARTMENT),
    WithdrawApplication(CaseCommand.WithdrawApplication.class, ADJUDICATOR),
    TransferCase(CaseCommand.TransferCase.class, ADJUDICATOR),
    AddCaseNote(CaseCommand.AddCaseNote.class, ADJUDICATOR),
    GiveOralNotice(CaseCommand.GiveOralNotice.class, ADJUDICATOR),
    IssueWrittenNotice(CaseCommand.IssueWrittenNotice.class, ADJUDICATOR),
    InstructNotice(CaseCommand.InstructNotice.class, DEPARTMENT),
    RecordCounsel(CaseCommand.RecordCounsel.class, ADJUDICATOR),
    AnswerInquiry(CaseCommand.AnswerInquiry.class, ADJUDICATOR),
    RequestClassDeletion(CaseCommand.RequestClassDeletion.class, ADJUDICATOR),
    RecordDocumentConsent(CaseCommand.RecordDocumentConsent.class, INTAKE, ADJUDICATOR),
    ReturnDocuments(CaseCommand.ReturnDocuments.class, INTAKE, ADJUDICATOR),
    RefundFee(CaseCommand.RefundFee.class, SUPERVISOR),
    ErasePersonalData(CaseCommand.ErasePersonalData.class, ADMIN),
    PlaceLegalHold(CaseCommand.PlaceLegalHold.class, ADMIN),
    LiftLegalHold(CaseCommand.LiftLegalHold.class, ADMIN);

    private final Class<? extends CaseCommand.ByPerson> type;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable; its type can't say so
    private final Set<Role> roles;

    CommandName(Class<? extends CaseCommand.ByPerson> type, Role... roles) {
        this.type = type;
        this.roles = Set.of(roles);
    }

    /** The shape of the body. */
    public Class<? extends CaseCommand.ByPerson> type() {
        return type;
    }

    /** Whether a role may give it; a supervisor may give every adjudicator's command. */
    public boolean isFor(Role role) {
        return roles.contains(role) || (role == SUPERVISOR && roles.contains(ADJUDICATOR));
    }

    /**
     * Whether a rule of law, and not the interface, turns the other roles away: whoever gives it hears which rule
     * stands in the way.
     */
    public boolean turnsAwayByRule() {
        return this == InstructNotice;
    }
}
