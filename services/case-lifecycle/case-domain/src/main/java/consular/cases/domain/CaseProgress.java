package consular.cases.domain;

import consular.cases.domain.law.RuleSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * How far the record of a case has come.
 *
 * @param version the number of events
 * @param orderedUntil the latest effective time of a person's act, a termination or a lapse; an act may
 *     not take effect before it
 * @param effectiveOn the latest post-local day on which anything took effect
 * @param acts the acts of persons, oldest first
 * @param ruleSet the rule set of the latest event
 */
public record CaseProgress(
        long version, Instant orderedUntil, LocalDate effectiveOn, List<ActOfPerson> acts, RuleSet ruleSet) {

    public CaseProgress {
        acts = List.copyOf(acts);
    }

    /**
     * When a person acted.
     *
     * @param decision the sequence at which the act begins
     * @param on the post-local day on which it took effect
     */
    public record ActOfPerson(long decision, LocalDate on) {}

    static CaseProgress begun(Stamp stamp, ZoneId zone) {
        var day = stamp.dayIn(zone);
        return new CaseProgress(
                1, stamp.effectiveAt(), day, List.of(new ActOfPerson(stamp.decision(), day)), stamp.ruleSet());
    }

    /** One event further. */
    CaseProgress after(CaseEvent event, Stamp stamp, ZoneId zone) {
        var binds = bindsOrder(event) && stamp.effectiveAt().isAfter(orderedUntil);
        var day = stamp.dayIn(zone);
        return new CaseProgress(
                version + 1,
                binds ? stamp.effectiveAt() : orderedUntil,
                day.isAfter(effectiveOn) ? day : effectiveOn,
                event instanceof CaseEvent.ByPerson ? acted(stamp.decision(), day) : acts,
                stamp.ruleSet());
    }

    private List<ActOfPerson> acted(long decision, LocalDate day) {
        return decision > acts.getLast().decision()
                ? Stream.concat(acts.stream(), Stream.of(new ActOfPerson(decision, day)))
                        .toList()
                : acts;
    }

    /** Whether a later act may not take effect before this event. */
    private static boolean bindsOrder(CaseEvent event) {
        return switch (event) {
            case CaseEvent.ByPerson _, CaseEvent.RegistrationTerminated _ -> true;
            case CaseEvent.DecisionOverdue _,
                    CaseEvent.ReviewOverdue _,
                    CaseEvent.NoticeOverdue _,
                    CaseEvent.ClassEntryAcknowledged _,
                    CaseEvent.FeeWindowClosed _,
                    CaseEvent.AdvisoryOpinionFollowUpDue _,
                    CaseEvent.TerminationWarningSent _,
                    CaseEvent.TerminationNoticeIssued _,
                    CaseEvent.PetitionRevokedAutomatically _,
                    CaseEvent.ReinstatementWindowClosed _ -> false;
        };
    }
}
