package consular.cases.domain;

import consular.cases.domain.CaseEvent.AdvisoryOpinionRequested;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.opinions.AdvisoryOpinion;
import consular.cases.domain.opinions.AdvisoryOpinionId;
import consular.cases.domain.opinions.OpinionState;
import consular.cases.domain.people.ApplicantId;
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

    /** The officer has decided: opinions received on the applicant have been acted on. */
    static CaseFile acted(CaseFile file, ApplicantId applicantId) {
        return file.mapOpinions(it -> it.applicantId().equals(applicantId) ? it.act() : it);
    }
}
