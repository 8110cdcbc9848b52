package consular.cases.web.api;

import consular.cases.application.StoredEvent;
import consular.cases.domain.CaseEvent;
import consular.cases.domain.law.Rule;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.people.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the record, with all that is said about it.
 *
 * @param hash its leaf in the tree over the whole log, in hexadecimal
 * @param logIndex the index of that leaf, from 0; null for the moment until it has one
 */
record HistoryItem(
        String eventId,
        String type,
        long sequence,
        OfficerId actor,
        Role role,
        Instant effectiveAt,
        Instant recordedAt,
        @Nullable String lateEntryReason,
        String ruleSet,
        List<RuleItem> rules,
        CaseEvent payload,
        @Nullable String hash,
        @Nullable Long logIndex)
        implements LogItem {

    static HistoryItem of(StoredEvent event) {
        var stamp = event.stamp();
        return new HistoryItem(
                event.eventId(),
                event.type(),
                stamp.sequence(),
                stamp.actor().officer(),
                stamp.actor().role(),
                stamp.effectiveAt(),
                stamp.recordedAt(),
                stamp.lateEntryReason(),
                stamp.ruleSet().id(),
                stamp.rules().stream().map(RuleItem::of).toList(),
                event.event(),
                event.hash(),
                event.logIndex());
    }

    /** A rule that an event rests on. */
    record RuleItem(String id, String citation) {
        static RuleItem of(Rule rule) {
            return new RuleItem(rule.id(), rule.citation());
        }
    }
}
