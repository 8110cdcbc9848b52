package consular.cases.web.api;

import consular.cases.application.StoredQuasiRefusalEvent;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.people.Role;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of the record of a quasi-refusal; its members are those of a line of a case. */
record QuasiRefusalItem(
        String eventId,
        String type,
        long sequence,
        OfficerId actor,
        Role role,
        Instant effectiveAt,
        Instant recordedAt,
        @Nullable String lateEntryReason,
        String ruleSet,
        List<HistoryItem.RuleItem> rules,
        QuasiRefusalEvent payload,
        @Nullable String hash,
        @Nullable Long logIndex)
        implements LogItem {

    static QuasiRefusalItem of(StoredQuasiRefusalEvent event) {
        var stamp = event.stamp();
        return new QuasiRefusalItem(
                event.eventId(),
                event.type(),
                stamp.sequence(),
                stamp.actor().officer(),
                stamp.actor().role(),
                stamp.effectiveAt(),
                stamp.recordedAt(),
                stamp.lateEntryReason(),
                stamp.ruleSet().id(),
                stamp.rules().stream().map(HistoryItem.RuleItem::of).toList(),
                event.event(),
                event.hash(),
                event.logIndex());
    }
}
