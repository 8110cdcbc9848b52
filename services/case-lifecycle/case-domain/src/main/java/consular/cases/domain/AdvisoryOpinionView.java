package consular.cases.domain;

import consular.cases.domain.opinions.AdvisoryOpinion;
import consular.cases.domain.opinions.AdvisoryOpinionId;
import consular.cases.domain.opinions.OpinionOrigin;
import consular.cases.domain.opinions.OpinionState;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A request for an advisory opinion; {@code nextFollowUpOn} is null once it is answered. */
public record AdvisoryOpinionView(
        AdvisoryOpinionId advisoryOpinionId,
        OpinionOrigin origin,
        OpinionState state,
        LocalDate requestedOn,
        @Nullable LocalDate nextFollowUpOn) {

    static AdvisoryOpinionView of(AdvisoryOpinion opinion) {
        return new AdvisoryOpinionView(
                opinion.advisoryOpinionId(),
                opinion.origin(),
                opinion.state(),
                opinion.requestedOn(),
                opinion.nextFollowUpOn());
    }
}
