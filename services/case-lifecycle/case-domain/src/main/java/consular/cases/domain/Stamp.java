package consular.cases.domain;

import consular.cases.domain.law.Cause;
import consular.cases.domain.law.Rule;
import consular.cases.domain.law.RuleSet;
import consular.cases.domain.people.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the record says about an event besides the event: when, by whom, under which law.
 *
 * @param sequence the event's place in its case, from 0
 * @param decision the sequence of the first event of the same decision
 * @param effectiveAt when it took effect
 * @param recordedAt when it was recorded; never before {@code effectiveAt}
 * @param lateEntryReason why it was entered on a later post-local day
 * @param ruleSet the version of the law it was decided under
 * @param rules the rules it rests on
 */
public record Stamp(
        long sequence,
        long decision,
        Actor actor,
        Instant effectiveAt,
        Instant recordedAt,
        @Nullable String lateEntryReason,
        RuleSet ruleSet,
        List<Rule> rules) {
    public Stamp {
        rules = List.copyOf(rules);
    }

    /** The day on which it took effect, in the zone of the case. */
    LocalDate dayIn(ZoneId zone) {
        return LocalDate.ofInstant(effectiveAt, zone);
    }

    /** The same with another reason for the late entry. */
    Stamp explained(String reason) {
        return new Stamp(sequence, decision, actor, effectiveAt, recordedAt, reason, ruleSet, rules);
    }

    Cause causeByPerson(ZoneId zone) {
        return new Cause(sequence, decision, LocalDate.ofInstant(recordedAt, zone), zone, true);
    }

    Cause causeByTime(ZoneId zone) {
        return new Cause(sequence, decision, LocalDate.ofInstant(recordedAt, zone), zone, false);
    }
}
