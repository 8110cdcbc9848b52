package consular.cases.domain;

import consular.cases.domain.law.RuleSet;
import consular.cases.domain.lists.Lists;
import java.time.Instant;
import java.util.List;

/**
 * How far the record of a case has come.
 *
 * @param version the number of events
 * @param orderedUntil the latest effective time of a person's act, a termination or a lapse; an act may
 *     not take effect before it
 * @param effectiveUntil the latest time at which anything took effect
 * @param acts the acts of persons, oldest first
 * @param ruleSet the rule set of the latest event
 */
public record CaseProgress(
        long version, Instant orderedUntil, Instant effectiveUntil, List<ActOfPerson> acts, RuleSet ruleSet) {

    public CaseProgress {
        acts = List.copyOf(acts);
    }

    /**
     * When a person acted.
     *
     * @param decision the sequence at which the act begins
     * @param at when it took effect
     */
    public record ActOfPerson(long decision, Instant at) {}

    static CaseProgress begun(Stamp stamp) {
        var at = stamp.effectiveAt();
        return new CaseProgress(1, at, at, List.of(new ActOfPerson(stamp.decision(), at)), stamp.ruleSet());
    }

    /** One event further. */
    CaseProgress after(CaseEvent event, Stamp stamp) {
        var at = stamp.effectiveAt();
        return new CaseProgress(
                version + 1,
                bindsOrder(event) && at.isAfter(orderedUntil) ? at : orderedUntil,
                at.isAfter(effectiveUntil) ? at : effectiveUntil,
                event instanceof CaseEvent.ByPerson ? acted(stamp.decision(), at) : acts,
                stamp.ruleSet());
    }

    private List<ActOfPerson> acted(long decision, Instant at) {
        return decision > acts.getLast().decision() ? Lists.and(acts, new ActOfPerson(decision, at)) : acts;
    }

    /** Whether a later act may not take effect before this event. */
    private static boolean bindsOrder(CaseEvent event) {
        return switch (event) {
            case CaseEvent.ByPerson _, EventByTime.RegistrationTerminated _, EventByTime.ApplicationLapsed _ -> true;
            case EventByTime.DecisionOverdue _,
                    EventByTime.ReviewOverdue _,
                    EventByTime.NoticeOverdue _,
                    EventByAnotherSystem.ClassEntryAcknowledged _,
                    EventByTime.DocumentReturnDue _,
                    EventByTime.FeeWindowClosed _,
                    EventByTime.AdvisoryOpinionFollowUpDue _,
                    EventByTime.MedicalDeferralEnded _,
                    EventByTime.TerminationWarningSent _,
                    EventByTime.TerminationNoticeIssued _,
                    EventByTime.PetitionRevokedAutomatically _,
                    EventByTime.ReinstatementWindowClosed _ -> false;
        };
    }
}
