package consular.cases.domain;

import consular.cases.domain.CaseEvent.AdvisoryOpinionReceived;
import consular.cases.domain.CaseEvent.AdvisoryOpinionRequested;
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
import java.util.Objects;
import java.util.Optional;
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
                .map(last -> answered.mapOpinions(earlier -> follow(answered, earlier, last)))
                .orElse(answered);
    }

    private static AdvisoryOpinion answered(CaseFile file, AdvisoryOpinion asked) {
        return referred(file, asked).map(asked::foundAlready).orElse(asked);
    }

    private static AdvisoryOpinion follow(CaseFile file, AdvisoryOpinion earlier, AdvisoryOpinion later) {
        return earlier.applicantId().equals(later.applicantId())
                ? earlier.followedBy(later, provision -> speaksOf(provision, file, earlier, later))
                : earlier;
    }

    /** One that names no provision speaks of what it was asked on, and of what a refusal that was referred rests on. */
    private static boolean speaksOf(
            Provision provision, CaseFile file, AdvisoryOpinion earlier, AdvisoryOpinion later) {
        var ground = Objects.requireNonNull(later.received()).ground();
        return ground == null
                ? later.isAskedOnTheSameAs(earlier)
                        || referred(file, later)
                                .filter(refusal -> Lists.any(
                                        refusal.findings(),
                                        finding -> !finding.kind().is221g() && provision.isWithin(finding)))
                                .isPresent()
                : provision.name().startsWith(ground);
    }

    private static Optional<Refusal> referred(CaseFile file, AdvisoryOpinion opinion) {
        return opinion.origin() == OpinionOrigin.REVIEW ? file.refusal(opinion.refusalId()) : Optional.empty();
    }

    /** What was found on the applicant is what earlier opinions mean; and the officer has decided. */
    static CaseFile refused(CaseFile file, Refusal refusal) {
        return acted(file, refusal.applicantId())
                .mapOpinions(it -> it.applicantId().equals(refusal.applicantId()) ? it.found(refusal) : it);
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
