package consular.cases.domain;

import consular.cases.domain.CaseEvent.AdvisoryOpinionReceived;
import consular.cases.domain.CaseEvent.AdvisoryOpinionRequested;
import consular.cases.domain.CaseEvent.FindingsSuperseded;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.lists.Lists;
import consular.cases.domain.opinions.AdvisoryOpinion;
import consular.cases.domain.opinions.AdvisoryOpinionId;
import consular.cases.domain.opinions.OpinionOrigin;
import consular.cases.domain.opinions.OpinionState;
import consular.cases.domain.opinions.Provision;
import consular.cases.domain.opinions.ReceivedOpinion;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.refusals.Refusal;
import consular.cases.domain.refusals.RefusalId;
import java.util.List;
import java.util.Objects;
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
                event.origin() == OpinionOrigin.REVIEW ? groundsOf(file, event.refusalId()) : List.of(),
                event.origin(),
                OpinionState.REQUESTED,
                event.requestedOn(),
                event.nextFollowUpOn(),
                null,
                stamp.causeByPerson(file.zone()));
    }

    private static List<String> groundsOf(CaseFile file, RefusalId refusalId) {
        return file.refusal(refusalId).stream()
                .flatMap(refusal -> refusal.findings().stream())
                .filter(finding -> finding.isActive() && finding.isIneligibility())
                .map(finding -> finding.entered().ground())
                .toList();
    }

    static CaseFile opinion(CaseFile file, AdvisoryOpinionId advisoryOpinionId, UnaryOperator<AdvisoryOpinion> change) {
        return file.mapOpinions(it -> it.advisoryOpinionId().equals(advisoryOpinionId) ? change.apply(it) : it);
    }

    static CaseFile received(CaseFile file, AdvisoryOpinionReceived event, Stamp stamp) {
        var answered = opinion(
                file,
                event.advisoryOpinionId(),
                asked -> answered(
                        file,
                        asked.receive(ReceivedOpinion.received(
                                event.receivedOn(),
                                stamp.effectiveAt(),
                                stamp.sequence(),
                                event.outcome(),
                                event.ground(),
                                event.bindingLegalRuling()))));
        return answered.opinion(event.advisoryOpinionId())
                .map(last -> answered.mapOpinions(earlier -> answer(earlier, last)))
                .orElse(answered);
    }

    private static AdvisoryOpinion answered(CaseFile file, AdvisoryOpinion asked) {
        return file.refusal(asked.refusalId())
                .map(asked::foundInWhatWasReferred)
                .orElse(asked);
    }

    private static AdvisoryOpinion answer(AdvisoryOpinion earlier, AdvisoryOpinion last) {
        return isEarlierOnTheSameApplicant(earlier, last)
                ? earlier.answeredBy(last, provision -> speaksOf(provision, earlier, last))
                : earlier;
    }

    private static boolean isEarlierOnTheSameApplicant(AdvisoryOpinion earlier, AdvisoryOpinion last) {
        return earlier.applicantId().equals(last.applicantId())
                && !earlier.advisoryOpinionId().equals(last.advisoryOpinionId());
    }

    /** One that names no provision speaks of what it was asked on, and of the grounds that were referred. */
    private static boolean speaksOf(Provision provision, AdvisoryOpinion earlier, AdvisoryOpinion last) {
        var ground = Objects.requireNonNull(last.received()).ground();
        return ground == null
                ? last.isAskedOnTheSameAs(earlier)
                        || Lists.any(
                                last.referred(), referred -> provision.name().startsWith(referred))
                : provision.name().startsWith(ground);
    }

    /** What was found on the applicant is what earlier opinions mean; and the officer has decided. */
    static CaseFile refused(CaseFile file, Refusal refusal) {
        return acted(file, refusal.applicantId())
                .mapOpinions(it -> it.applicantId().equals(refusal.applicantId()) ? it.found(refusal) : it);
    }

    /** What was found is found anew, in the refusal that supersedes it. */
    static CaseFile superseded(CaseFile file, FindingsSuperseded event) {
        var changed = file;
        for (var refusal : file.applicant(event.applicantId()).orElseThrow().refusals()) {
            if (Lists.any(event.findingIds(), refusal::made)) {
                changed = changed.mapOpinions(it -> it.foundAnew(refusal, event.findingIds(), event.supersededBy()));
            }
        }
        return changed;
    }

    static CaseFile reversed(CaseFile file, RefusalId refusalId) {
        return file.refusal(refusalId)
                .map(refusal -> file.mapOpinions(it -> it.reversed(refusal)))
                .orElse(file);
    }

    /** The officer has decided: opinions received on the applicant have been acted on. */
    static CaseFile acted(CaseFile file, ApplicantId applicantId) {
        return file.mapOpinions(it -> it.applicantId().equals(applicantId) ? it.act() : it);
    }
}
