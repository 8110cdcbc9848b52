package consular.cases.domain.opinions;

import consular.cases.domain.lists.Lists;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The Department's answer.
 *
 * @param receivedAt when it came; each clock that it had held back has its own days
 * @param sequence the place of its event in the case: of two opinions the one received later has the higher
 * @param provisions those it speaks of: the one it names; where an adverse answer to a reviewer's referral names none, those
 *     on which the referred refusal rested; empty where it names none and speaks of all that it was asked on
 * @param bindingLegalRuling whether it rules on the interpretation of law, against which no officer can put the case again
 * @param resubmitted whether the officer has put the case again with reasons (22 CFR 42.81(d))
 */
public record ReceivedOpinion(
        LocalDate receivedOn,
        Instant receivedAt,
        long sequence,
        OpinionOutcome outcome,
        List<String> provisions,
        boolean bindingLegalRuling,
        boolean resubmitted) {

    public ReceivedOpinion {
        provisions = List.copyOf(provisions);
    }

    /** Whether the officer may not act against it as matters stand. */
    public boolean stillBinds() {
        return bindingLegalRuling || !resubmitted;
    }

    public boolean isAdverse() {
        return outcome == OpinionOutcome.INELIGIBLE;
    }

    /** Whether it names a provision, or one that holds it. */
    public boolean names(String ground) {
        return Lists.any(provisions, ground::startsWith);
    }

    ReceivedOpinion resubmit() {
        return new ReceivedOpinion(receivedOn, receivedAt, sequence, outcome, provisions, bindingLegalRuling, true);
    }
}
