package consular.cases.web.api;

import consular.cases.application.ImportMark;
import consular.cases.application.StoredEvent;
import consular.cases.domain.CaseEvent;
import consular.cases.domain.law.Rule;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.people.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the record, with all that is said about it.
 *
 * @param hash its leaf in the tree over the whole log, in hexadecimal
 * @param logIndex the index of that leaf, from 0; null for the moment until it has one
 * @param imported null of what was recorded here
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
        @Nullable Long logIndex,
        @Nullable Imported imported)
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
                event.logIndex(),
                Imported.of(event.imported()));
    }

    /** The import that brought an event, and who sent that. */
    record Imported(UUID importId, String by) {
        static @Nullable Imported of(@Nullable ImportMark mark) {
            return mark == null ? null : new Imported(mark.importId(), mark.by());
        }
    }

    /** A rule that an event rests on. */
    record RuleItem(String id, String citation) {
        static RuleItem of(Rule rule) {
            return new RuleItem(rule.id(), rule.citation());
        }
    }
}
