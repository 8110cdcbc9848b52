package consular.cases.domain;

import static consular.cases.domain.law.RejectionCode.*;
import static consular.cases.domain.law.Rule.*;

import consular.cases.domain.CaseCommand.RecordReviewConsultation;
import consular.cases.domain.CaseCommand.RecordReviewDiscussion;
import consular.cases.domain.CaseCommand.SelectForReview;
import consular.cases.domain.CaseCommand.SupervisorConcur;
import consular.cases.domain.CaseCommand.SupervisorRefer;
import consular.cases.domain.CaseCommand.SupervisorReverse;
import consular.cases.domain.CaseEvent.IssuanceSelectedForReview;
import consular.cases.domain.CaseEvent.RefusalReferredToDepartment;
import consular.cases.domain.CaseEvent.RefusalReversedBySupervisor;
import consular.cases.domain.CaseEvent.RefusalSelectedForReview;
import consular.cases.domain.CaseEvent.ReviewConsultationRecorded;
import consular.cases.domain.CaseEvent.ReviewDiscussed;
import consular.cases.domain.CaseEvent.SupervisorConcurred;
import consular.cases.domain.law.Rule;
import consular.cases.domain.lists.Lists;
import consular.cases.domain.opinions.OpinionOrigin;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.refusals.Announcement;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.ProposedAction;
import consular.cases.domain.refusals.Refusal;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.domain.refusals.ReviewClass;
import consular.cases.domain.refusals.ReviewState;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The supervisor's review of a refusal: selection, discussion and the outcomes. */
final class ReviewDecisions {
    private static final String REVERSED_BY_ITS_OFFICER =
            "the officer who refused has reversed it, so nothing is left to confirm or disagree with";

    private ReviewDecisions() {}

    static Decision select(SelectForReview command, Act act) {
        var refusalId = command.refusalId();
        if (refusalId != null) {
            var refusal = refusal(refusalId, act);
            if (refusal.review().state().isClosed()) {
                return Act.reject(ALREADY_REVIEWED, "the refusal has been reviewed");
            }
            return refusal.isReversed()
                    ? Act.reject(BAD_STATE, REVERSED_BY_ITS_OFFICER)
                    : act.record(new RefusalSelectedForReview(refusalId), REVIEW_IS_DISCRETIONARY)
                            .accepted();
        }
        var applicant = issuedTo(command.applicantId(), act);
        var issuance = applicant.issuance();
        if (issuance == null) {
            return Act.reject(BAD_STATE, "no visa has been issued to review");
        }
        return issuance.review().state().isClosed()
                ? Act.reject(ALREADY_REVIEWED, "the issuance has been reviewed")
                : act.record(new IssuanceSelectedForReview(applicant.applicantId()), REVIEW_IS_DISCRETIONARY)
                        .accepted();
    }

    static Decision concur(SupervisorConcur command, Act act) {
        return notReviewable(command.refusalId(), act)
                .orElseGet(() -> act.record(
                                new SupervisorConcurred(command.refusalId(), act.officer(), command.remarks()),
                                basis(command.refusalId(), act, REFUSAL_GOES_TO_THE_SUPERVISOR))
                        .accepted());
    }

    static Decision discuss(RecordReviewDiscussion command, Act act) {
        return notReviewable(command.refusalId(), act)
                .orElseGet(() -> act.record(
                                new ReviewDiscussed(
                                        command.refusalId(),
                                        act.officer(),
                                        command.summary(),
                                        command.proposedAction(),
                                        command.officerInformed()),
                                DISCUSS_BEFORE_ACTING)
                        .accepted());
    }

    static Decision reverse(SupervisorReverse command, Act act) {
        return notReviewable(command.refusalId(), act)
                .or(() -> nothingStands(command.refusalId(), act))
                .or(() -> notDiscussed(command.refusalId(), ProposedAction.REVERSE, act))
                .orElseGet(() -> {
                    var refusal = refusal(command.refusalId(), act);
                    act.record(
                            new RefusalReversedBySupervisor(
                                    refusal.refusalId(),
                                    refusal.applicantId(),
                                    act.officer(),
                                    command.reason(),
                                    activeFindings(refusal)),
                            basis(refusal.refusalId(), act, TWO_WAYS_TO_DISAGREE, DISCUSS_BEFORE_ACTING));
                    OvercomingDecisions.reopenIfNothingStands(refusal.applicantId(), act);
                    return act.accepted();
                });
    }

    static Decision refer(SupervisorRefer command, Act act) {
        return notReviewable(command.refusalId(), act)
                .or(() -> nothingStands(command.refusalId(), act))
                .or(() -> notDiscussed(command.refusalId(), ProposedAction.REFER, act))
                .orElseGet(() -> {
                    var refusal = refusal(command.refusalId(), act);
                    var opinionId = OpinionDecisions.nextId(act.file());
                    act.record(
                            new RefusalReferredToDepartment(
                                    refusal.refusalId(), act.officer(), command.question(), opinionId),
                            basis(refusal.refusalId(), act, TWO_WAYS_TO_DISAGREE, DISCUSS_BEFORE_ACTING));
                    return OpinionDecisions.open(
                            opinionId,
                            refusal.applicantId(),
                            refusal.refusalId(),
                            null,
                            OpinionOrigin.REVIEW,
                            command.question(),
                            REFERRAL_OPENS_AN_OPINION,
                            act);
                });
    }

    /** A consultation closes a review at a consultative post; elsewhere it is noted, and the review stays due. */
    static Decision consult(RecordReviewConsultation command, Act act) {
        if (command.refusalId() == null
                && !isDue(issuedTo(command.applicantId(), act).issuance())) {
            return Act.reject(BAD_STATE, "the issuance has not been selected for review");
        }
        return act.record(
                        new ReviewConsultationRecorded(
                                command.refusalId(), command.applicantId(), act.officer(), command.remarks()),
                        REVIEW_NEEDS_A_COMMISSION)
                .accepted();
    }

    private static boolean isDue(@Nullable Issuance issuance) {
        return issuance != null && issuance.review().state() == ReviewState.DUE;
    }

    /** What an outcome rests on; that it comes after the limit does not void it. */
    private static List<Rule> basis(RefusalId refusalId, Act act, Rule... rules) {
        var refusal = refusal(refusalId, act);
        var deadline = refusal.review().deadline();
        return deadline != null && refusal.cause().dayOf(act.at()).isAfter(deadline)
                ? Lists.and(List.of(rules), LATE_REVIEW_COUNTS)
                : List.of(rules);
    }

    private static Applicant issuedTo(@Nullable ApplicantId applicantId, Act act) {
        return Optional.ofNullable(applicantId).flatMap(act.file()::applicant).orElseThrow();
    }

    private static Optional<Decision> notReviewable(RefusalId refusalId, Act act) {
        var refusal = refusal(refusalId, act);
        if (refusal.review().reviewClass() == ReviewClass.CONSULTATIVE) {
            return Optional.of(Act.reject(
                    CONSULTATIVE_POST, "the post is served by a Regional Consular Officer: record a consultation"));
        }
        if (refusal.officer().equals(act.officer())) {
            return Optional.of(Act.reject(SELF_REVIEW, "an officer does not review his or her own refusal"));
        }
        if (!act.context().actor().commissioned()) {
            return Optional.of(Act.reject(NO_COMMISSION, "review needs a consular commission"));
        }
        if (act.context().policy().review().chainOfCommand()
                && !act.context().actor().supervision().includes(refusal.officer())) {
            return Optional.of(Act.reject(CHAIN_OF_COMMAND, "the reviewer does not supervise the officer who refused"));
        }
        if (refusal.review().state().isClosed()) {
            return Optional.of(Act.reject(BAD_OUTCOME, "the review has its outcome already"));
        }
        return refusal.isReversed() ? Optional.of(Act.reject(BAD_OUTCOME, REVERSED_BY_ITS_OFFICER)) : Optional.empty();
    }

    /** A refusal overcome meanwhile may be concurred in, but there is nothing left to act against. */
    private static Optional<Decision> nothingStands(RefusalId refusalId, Act act) {
        return refusal(refusalId, act).hasActiveFinding()
                ? Optional.empty()
                : Optional.of(Act.reject(BAD_OUTCOME, "nothing of the refusal stands any more; only concur in it"));
    }

    /** It is for the reviewer who acts to have talked and told: whoever answers for the case answers the officer too. */
    private static Optional<Decision> notDiscussed(RefusalId refusalId, ProposedAction action, Act act) {
        return new Announcement(act.officer(), action)
                        .equals(refusal(refusalId, act).review().announced())
                ? Optional.empty()
                : Optional.of(Act.reject(
                        DISCUSSION_REQUIRED,
                        "discuss it with the refusing officer yourself first, and say what will be done and why"));
    }

    static List<FindingId> activeFindings(Refusal refusal) {
        return refusal.findings().stream()
                .filter(Finding::isActive)
                .map(Finding::findingId)
                .toList();
    }

    private static Refusal refusal(RefusalId refusalId, Act act) {
        return act.file().refusal(refusalId).orElseThrow();
    }
}
