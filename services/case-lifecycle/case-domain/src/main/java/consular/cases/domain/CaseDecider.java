package consular.cases.domain;

import consular.cases.domain.CaseCommand.*;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.CaseState.NotRegistered;
import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.law.Rule;
import consular.cases.domain.posts.Post;

/**
 * The whole lifecycle of a case as two pure functions. {@link #decide} says what follows from a
 * command; {@link #evolve} folds what followed into the case. Nothing else decides.
 */
public final class CaseDecider {
    private CaseDecider() {}

    /** A case of which nothing is known. */
    public static CaseState initialState() {
        return new NotRegistered();
    }

    /**
     * Decides a command. What stands in its way is answered in this order: what makes no sense for
     * the case, a stale version, the time of the act, a terminated registration, an application that has
     * ended, then the command's own rules in the order of the contract. What time had brought about by a person's act is
     * recorded first, if the service has not come to it, and the command is decided on the case as it then is.
     */
    public static Decision decide(CaseCommand command, CaseState state, CommandContext context) {
        return switch (state) {
            case NotRegistered _ ->
                command instanceof RegisterCase register
                        ? RegistrationDecisions.register(register, EffectiveTime.settled(context, null))
                        : new Decision.Malformed("", "there is no such case");
            case CaseFile file ->
                switch (command) {
                    case ActOnDeadlines _ -> DeadlineDecisions.act(file, context);
                    case AcknowledgeClassEntry acknowledge -> ClassDecisions.acknowledge(acknowledge, file, context);
                    case CaseCommand.ByPerson byPerson ->
                        ErasedWords.decide(byPerson, file, EffectiveTime.settled(context, file), CaseDecider::byPerson);
                };
        };
    }

    /** Folds one event, with what the record says of it. Total and without rules. */
    public static CaseState evolve(CaseState state, CaseEvent event, Stamp stamp) {
        return CaseEvolution.evolve(state, event, stamp);
    }

    /** Folds a history in the given order. */
    public static CaseState fold(Iterable<RecordedEvent> history) {
        CaseState state = initialState();
        for (var line : history) {
            state = evolve(state, line.event(), line.stamp());
        }
        return state;
    }

    private static Decision byPerson(CaseCommand.ByPerson command, CaseFile file, CommandContext context) {
        var senseless =
                CommandReferences.check(command, file, context).or(() -> EffectiveTime.senseless(context, file.zone()));
        if (senseless.isPresent()) {
            return senseless.get();
        }
        var expected = context.expectedVersion();
        if (expected != null && expected != file.version()) {
            return new Decision.Stale(expected, file.version());
        }
        var post = context.post();
        if (post == null) {
            throw new IllegalArgumentException("the post of a registered case is known");
        }
        var kept = post.inZone(file.zone());
        var untimely = EffectiveTime.objection(context, kept, file);
        if (untimely.isPresent()) {
            return untimely.get();
        }
        var caughtUp = CaughtUp.with(command, file, context);
        return caughtUp.before(onTime(command, caughtUp.file(), context, kept));
    }

    /** Decides a command on a case on which all is recorded that time had brought about by then. */
    private static Decision onTime(CaseCommand.ByPerson command, CaseFile file, CommandContext context, Post post) {
        return TerminatedRegistration.objection(command, file)
                .or(() -> EndedApplications.objection(command, file))
                .orElseGet(() -> dispatch(command, new Act(file, context, post)));
    }

    private static Decision dispatch(CaseCommand.ByPerson command, Act act) {
        return switch (command) {
            case RegisterCase _ -> Act.reject(RejectionCode.DUPLICATE_CASE_NUMBER, "the case is registered already");
            case NotifyVisaAvailability c ->
                NonimmigrantDecisions.noRegistration(act).orElseGet(() -> AvailabilityNotices.notify(c, act));
            case RecordRetrogression c ->
                NonimmigrantDecisions.noRegistration(act).orElseGet(() -> RegistrationDecisions.retrogress(c, act));
            case RestoreAvailability c ->
                NonimmigrantDecisions.noRegistration(act).orElseGet(() -> RegistrationDecisions.restore(c, act));
            case RecordMissedInterview c -> InterviewDecisions.missed(c, act);
            case RecordFollowUpPackage c -> FollowUpDecisions.sent(c, act);
            case RecordFollowUpAnswer c -> FollowUpDecisions.answered(c, act);
            case RecordPetitionStatus c -> PetitionDecisions.record(c, act);
            case ReinstateRegistration c -> RegistrationDecisions.reinstate(c, act);
            case ApplyForVisa c -> ApplicationDecisions.apply(c, act);
            case IssueVisa c -> ApplicationDecisions.issue(c, act);
            case GrantFeeException c -> FeeDecisions.except(c, act);
            case RefundFee c -> FeeDecisions.refund(c, act);
            case Refuse214b c -> NonimmigrantDecisions.refuse214b(c, act);
            case DiscontinueGrant c -> SanctionDecisions.discontinue(c, act);
            case LiftSanction c -> SanctionDecisions.lift(c, act);
            case WithdrawApplication c -> WithdrawalDecisions.withdraw(c, act);
            case TransferCase c -> TransferDecisions.transfer(c, act);
            case AddCaseNote c ->
                act.record(new CaseEvent.CaseNoteAdded(c.text()), Rule.STANDARD_NAMES_ONLY)
                        .accepted();
            case Refuse221g c -> RefusalDecisions.refuse221g(c, act);
            case RefuseIneligible c -> RefusalDecisions.refuseIneligible(c, act);
            case PresentEvidence c -> OvercomingDecisions.present(c, act);
            case OvercomeRefusal c -> OvercomingDecisions.overcome(c, act);
            case RecordWaiver c -> OvercomingDecisions.waive(c, act);
            case SelectForReview c -> ReviewDecisions.select(c, act);
            case SupervisorConcur c -> ReviewDecisions.concur(c, act);
            case RecordReviewDiscussion c -> ReviewDecisions.discuss(c, act);
            case SupervisorReverse c -> ReviewDecisions.reverse(c, act);
            case SupervisorRefer c -> ReviewDecisions.refer(c, act);
            case RecordReviewConsultation c -> ReviewDecisions.consult(c, act);
            case ReverseOwnRefusal c -> ReversalDecisions.reverseOwn(c, act);
            case HandBackResponsibility c -> ReversalDecisions.handBack(c, act);
            case AdviseRefusingOfficer c -> ReversalDecisions.adviseOfficer(c, act);
            case NotifyApplicantOfReversal c -> ReversalDecisions.notifyApplicant(c, act);
            case RequestAdvisoryOpinion c -> OpinionDecisions.request(c, act);
            case SendAdvisoryOpinionFollowUp c -> OpinionDecisions.followUp(c, act);
            case ReceiveAdvisoryOpinion c -> OpinionDecisions.receive(c, act);
            case ResubmitToDepartment c -> OpinionDecisions.resubmit(c, act);
            case DeferMedically c -> MedicalDecisions.defer(c, act);
            case DeferCase c -> DeferralDecisions.defer(c, act);
            case RecordMedicalResult c -> MedicalDecisions.result(c, act);
            case ElectFamilyToWait c -> FamilyDecisions.wait(c, act);
            case ElectToTravelSeparately c -> FamilyDecisions.travelSeparately(c, act);
            case GiveOralNotice c -> NoticeDecisions.tell(c, act);
            case IssueWrittenNotice c -> NoticeDecisions.write(c, act);
            case InstructNotice c -> NoticeDecisions.instruct(c, act);
            case RecordCounsel c -> InquiryDecisions.recordCounsel(c, act);
            case AnswerInquiry c -> InquiryDecisions.answer(c, act);
            case RequestClassDeletion c -> ClassDecisions.requestDeletion(c, act);
            case RecordDocumentConsent c -> DocumentDecisions.recordConsent(c, act);
            case ReturnDocuments c -> DocumentDecisions.giveBack(c, act);
            case ErasePersonalData c -> PrivacyDecisions.erase(c, act);
            case PlaceLegalHold c -> PrivacyDecisions.hold(c, act);
            case LiftLegalHold c -> PrivacyDecisions.lift(c, act);
        };
    }
}
