package consular.cases.domain.opinions;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The Department's answer.
 *
 * @param receivedAt when it came; each clock that it had held back has its own days
 * @param ground the provision it speaks of, if it names one
 * @param bindingLegalRuling whether it rules on the interpretation of law, which binds for ever
 * @param resubmitted whether the officer has put the case again with reasons (22 CFR 42.81(d))
 */
public record ReceivedOpinion(
        LocalDate receivedOn,
        Instant receivedAt,
        OpinionOutcome outcome,
        @Nullable String ground,
        boolean bindingLegalRuling,
        boolean resubmitted) {

    /** Whether the officer may not act against it as matters stand. */
    public boolean stillBinds() {
        return bindingLegalRuling || !resubmitted;
    }
}
