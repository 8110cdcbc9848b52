package consular.cases.domain;

import consular.cases.domain.CaseEvent.AdvisoryOpinionReceived;
import consular.cases.domain.CaseEvent.AdvisoryOpinionRequested;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.opinions.AdvisoryOpinion;
import consular.cases.domain.opinions.AdvisoryOpinionId;
import consular.cases.domain.opinions.OpinionOrigin;
import consular.cases.domain.opinions.OpinionOutcome;
import consular.cases.domain.opinions.OpinionState;
import consular.cases.domain.opinions.ReceivedOpinion;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.FindingKind;
import java.util.List;
import java.util.function.UnaryOperator;

/** How advisory opinions change. */
final class OpinionEvolution {
    private OpinionEvolution() {}

    static AdvisoryOpinion requested(CaseFile file, AdvisoryOpinionRequested event, Stamp stamp) {
        return new AdvisoryOpinion(
                event.advisoryOpinionId(),
                event.applicantId(),
                event.refusalId(),
                event.findingId(),
                event.origin(),
                OpinionState.REQUESTED,
                event.requestedOn(),
                event.nextFollowUpOn(),
                null,
                stamp.causeByPerson(file.zone()));
    }

    static CaseFile opinion(CaseFile file, AdvisoryOpinionId advisoryOpinionId, UnaryOperator<AdvisoryOpinion> change) {
        return file.mapOpinions(it -> it.advisoryOpinionId().equals(advisoryOpinionId) ? change.apply(it) : it);
    }

    static CaseFile received(CaseFile file, AdvisoryOpinionReceived event, Stamp stamp) {
        return opinion(
                file,
                event.advisoryOpinionId(),
                asked -> asked.receive(new ReceivedOpinion(
                        event.receivedOn(),
                        stamp.effectiveAt(),
                        stamp.sequence(),
                        event.outcome(),
                        provisions(file, event, asked),
                        event.bindingLegalRuling(),
                        false)));
    }

    private static List<String> provisions(CaseFile file, AdvisoryOpinionReceived event, AdvisoryOpinion asked) {
        var named = event.ground();
        if (named != null) {
            return List.of(named);
        }
        return asked.origin() == OpinionOrigin.REVIEW && event.outcome() == OpinionOutcome.INELIGIBLE
                ? file.refusal(asked.refusalId()).stream()
                        .flatMap(refusal -> refusal.findings().stream())
                        .filter(finding -> isIneligibility(finding, asked))
                        .map(finding -> finding.entered().ground())
                        .toList()
                : List.of();
    }

    /** One that was waived meanwhile is one still. */
    private static boolean isIneligibility(Finding finding, AdvisoryOpinion asked) {
        return finding.kind() == FindingKind.SUBSTANTIVE && (finding.isActive() || asked.isWaivedSinceAsked(finding));
    }

    /** The officer has decided: opinions received on the applicant have been acted on. */
    static CaseFile acted(CaseFile file, ApplicantId applicantId) {
        return file.mapOpinions(it -> it.applicantId().equals(applicantId) ? it.act() : it);
    }
}
