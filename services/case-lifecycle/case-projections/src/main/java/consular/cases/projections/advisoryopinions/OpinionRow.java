package consular.cases.projections.advisoryopinions;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.opinions.AdvisoryOpinion;
import consular.cases.domain.opinions.OpinionOrigin;
import consular.cases.domain.opinions.OpinionState;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An advisory opinion as it is stored.
 *
 * @param stage 0 awaited, 1 answered, 2 acted upon or withdrawn
 * @param sortOn the next follow-up while awaited, the day of the request afterwards
 */
record OpinionRow(
        String caseId,
        String caseNumber,
        String post,
        String applicantId,
        String refusalId,
        @Nullable String findingId,
        String advisoryOpinionId,
        OpinionOrigin origin,
        OpinionState state,
        LocalDate requestedOn,
        @Nullable LocalDate nextFollowUpOn,
        int stage,
        LocalDate sortOn) {

    static List<OpinionRow> of(CaseFile file) {
        return file.opinions().stream().map(opinion -> of(file, opinion)).toList();
    }

    private static OpinionRow of(CaseFile file, AdvisoryOpinion opinion) {
        var findingId = opinion.findingId();
        var next = opinion.nextFollowUpOn();
        return new OpinionRow(
                file.caseId().toString(),
                file.caseNumber(),
                file.post().value(),
                opinion.applicantId().value(),
                opinion.refusalId().value(),
                findingId == null ? null : findingId.value(),
                opinion.advisoryOpinionId().value(),
                opinion.origin(),
                opinion.state(),
                opinion.requestedOn(),
                next,
                stage(opinion.state()),
                next == null ? opinion.requestedOn() : next);
    }

    private static int stage(OpinionState state) {
        return switch (state) {
            case REQUESTED -> 0;
            case RECEIVED -> 1;
            case ACTED, WITHDRAWN -> 2;
        };
    }
}
