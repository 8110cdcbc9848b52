package consular.cases.domain;

import static consular.cases.domain.law.RejectionCode.*;
import static consular.cases.domain.law.Rule.*;

import consular.cases.domain.CaseCommand.ReceiveAdvisoryOpinion;
import consular.cases.domain.CaseCommand.RequestAdvisoryOpinion;
import consular.cases.domain.CaseCommand.ResubmitToDepartment;
import consular.cases.domain.CaseCommand.SendAdvisoryOpinionFollowUp;
import consular.cases.domain.CaseEvent.AdvisoryOpinionFollowUpSent;
import consular.cases.domain.CaseEvent.AdvisoryOpinionReceived;
import consular.cases.domain.CaseEvent.AdvisoryOpinionRequested;
import consular.cases.domain.CaseEvent.CaseResubmittedToDepartment;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.Rule;
import consular.cases.domain.opinions.AdvisoryOpinion;
import consular.cases.domain.opinions.AdvisoryOpinionId;
import consular.cases.domain.opinions.OpinionOrigin;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.RefusalId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asking the Department for an advisory opinion, its answer, and what waits for it. */
final class OpinionDecisions {
    private OpinionDecisions() {}

    static Decision request(RequestAdvisoryOpinion command, Act act) {
        var file = act.file();
        var applicant = file.applicant(command.applicantId()).orElseThrow();
        var finding = applicant
                .activeFindings()
                .filter(it ->
                        it.findingId().equals(command.findingId()) && it.kind().is221g())
                .findFirst();
        if (finding.isEmpty()) {
            return Act.reject(AO_NEEDS_221G, "refuse under 221(g) first and ask on that finding");
        }
        var duplicate = file.opinions().stream()
                .anyMatch(it -> it.isOpen() && command.findingId().equals(it.findingId()));
        return duplicate
                ? Act.reject(DUPLICATE_AO, "an opinion on this finding is awaited already")
                : open(
                        nextId(file),
                        command.applicantId(),
                        applicant.refusalOf(finding.get()).refusalId(),
                        command.findingId(),
                        OpinionOrigin.OFFICER,
                        command.question(),
                        OPINION_NEEDS_A_221G_REFUSAL,
                        act);
    }

    static AdvisoryOpinionId nextId(CaseFile file) {
        return new AdvisoryOpinionId("AO" + (file.opinions().size() + 1));
    }

    static Decision open(
            AdvisoryOpinionId opinionId,
            ApplicantId applicantId,
            RefusalId refusalId,
            @Nullable FindingId findingId,
            OpinionOrigin origin,
            String question,
            Rule basis,
            Act act) {
        return act.record(
                        new AdvisoryOpinionRequested(
                                opinionId,
                                applicantId,
                                refusalId,
                                findingId,
                                origin,
                                question,
                                act.day(),
                                act.reckoning().followUp(act.day())),
                        basis,
                        FOLLOW_UP_OF_AN_OPINION)
                .accepted();
    }

    static Decision followUp(SendAdvisoryOpinionFollowUp command, Act act) {
        return opinion(command.advisoryOpinionId(), act).isOpen()
                ? act.record(
                                new AdvisoryOpinionFollowUpSent(command.advisoryOpinionId(), act.day()),
                                FOLLOW_UP_OF_AN_OPINION)
                        .accepted()
                : notAwaited();
    }

    static Decision receive(ReceiveAdvisoryOpinion command, Act act) {
        return opinion(command.advisoryOpinionId(), act).isOpen()
                ? act.record(
                                new AdvisoryOpinionReceived(
                                        command.advisoryOpinionId(),
                                        act.day(),
                                        command.outcome(),
                                        provision(command.ground()),
                                        command.bindingLegalRuling()),
                                DEPARTMENT_RULINGS_BIND)
                        .accepted()
                : notAwaited();
    }

    private static @Nullable String provision(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }

    static Decision resubmit(ResubmitToDepartment command, Act act) {
        var received = opinion(command.advisoryOpinionId(), act).received();
        if (received == null) {
            return Act.reject(BAD_STATE, "the opinion has not been received");
        }
        return received.bindingLegalRuling()
                ? Act.reject(AO_BINDING, "a ruling on the interpretation of law binds; it can't be put again")
                : act.record(
                                new CaseResubmittedToDepartment(command.advisoryOpinionId(), command.explanation()),
                                DEPARTMENT_RULINGS_BIND)
                        .accepted();
    }

    private static AdvisoryOpinion opinion(AdvisoryOpinionId opinionId, Act act) {
        return act.file().opinion(opinionId).orElseThrow();
    }

    private static Decision notAwaited() {
        return Act.reject(BAD_STATE, "the opinion is not awaited any more");
    }

    static Decision binding() {
        return Act.reject(
                AO_BINDING,
                "the Department's opinion says otherwise; unless it rules on the law, resubmit with reasons first");
    }

    /** Whether an opinion on the applicant is awaited, which bars any final resolution. */
    static boolean isPending(CaseFile file, ApplicantId applicantId) {
        return file.hasOpinionOn(applicantId, AdvisoryOpinion::isOpen);
    }

    /** Whether closing findings touches an opinion that is awaited: its own finding or refusal, or the last one. */
    static boolean isAwaitedFor(CaseFile file, Applicant applicant, Set<FindingId> closing) {
        return file.hasOpinionOn(
                applicant.applicantId(),
                opinion -> opinion.isOpen()
                        && (closes(closing, opinion)
                                || closesReferred(closing, opinion, file)
                                || OvercomingDecisions.nothingStandsBut(closing, applicant)));
    }

    private static boolean closesReferred(Set<FindingId> closing, AdvisoryOpinion opinion, CaseFile file) {
        return opinion.origin() == OpinionOrigin.REVIEW
                && file.refusal(opinion.refusalId())
                        .filter(refusal -> closing.stream().anyMatch(refusal::made))
                        .isPresent();
    }

    /** Whether closing findings closes the one that an opinion was asked on. */
    static boolean closes(Set<FindingId> closing, AdvisoryOpinion opinion) {
        var askedOn = opinion.findingId();
        return askedOn != null && closing.contains(askedOn);
    }
}
