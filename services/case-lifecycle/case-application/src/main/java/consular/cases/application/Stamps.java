package consular.cases.application;

import consular.cases.domain.Stamp;
import consular.cases.domain.law.Rule;
import consular.cases.domain.law.RuleSet;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.people.Role;
import consular.ledger.postgres.Attribution;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** Keeps a stamp as the metadata of a stored event, and reads it back. */
final class Stamps {
    private static final String DECISION = "decision";
    private static final String ACTOR = "actor";
    private static final String ROLE = "role";
    private static final String COMMISSIONED = "commissioned";
    private static final String EFFECTIVE_AT = "effectiveAt";
    private static final String RECORDED_AT = "recordedAt";
    static final String LATE_ENTRY_REASON = "lateEntryReason";
    /** Whom an event is about that does not say so itself; see {@link consular.cases.domain.EventSubjects}. */
    static final String APPLICANT = "applicant";

    private static final String IMPORT = "import";
    private static final String IMPORTED_ROW = "importedRow";
    private static final String IMPORTED_BY = "importedBy";
    private static final String RULE_SET = "ruleSet";
    private static final String RULES = "rules";

    private Stamps() {}

    static MetaData write(Stamp stamp) {
        return write(stamp, null);
    }

    /** The same with whom the event is about, if it does not say so itself. */
    static MetaData write(Stamp stamp, @Nullable ApplicantId applicant) {
        var data = new LinkedHashMap<String, Object>();
        data.put(DECISION, Long.toString(stamp.decision()));
        data.put(ACTOR, stamp.actor().officer().value());
        data.put(ROLE, stamp.actor().role().name());
        data.put(COMMISSIONED, Boolean.toString(stamp.actor().commissioned()));
        data.put(EFFECTIVE_AT, stamp.effectiveAt().toString());
        data.put(RECORDED_AT, stamp.recordedAt().toString());
        var reason = stamp.lateEntryReason();
        if (reason != null) {
            data.put(LATE_ENTRY_REASON, reason);
        }
        data.put(RULE_SET, stamp.ruleSet().id());
        data.put(RULES, String.join(" ", stamp.rules().stream().map(Rule::id).toList()));
        if (applicant != null) {
            data.put(APPLICANT, applicant.value());
        }
        return MetaData.from(data);
    }

    /** The same with the mark of the import that brought the event. */
    static MetaData mark(MetaData stamp, ImportMark mark) {
        return stamp.and(IMPORT, mark.importId().toString())
                .and(IMPORTED_ROW, mark.row())
                .and(IMPORTED_BY, mark.by());
    }

    /** Null of what was not imported. */
    static @Nullable ImportMark readMark(Map<String, ?> data) {
        return data.containsKey(IMPORT)
                ? new ImportMark(UUID.fromString(text(data, IMPORT)), text(data, IMPORTED_ROW), text(data, IMPORTED_BY))
                : null;
    }

    /** What the log is to vouch for; of an event without a stamp, that the service recorded it. */
    static Attribution attribution(EventMessage<?> event) {
        var data = event.getMetaData();
        return data.containsKey(ACTOR)
                ? new Attribution(
                        text(data, ACTOR),
                        Instant.parse(text(data, EFFECTIVE_AT)),
                        Instant.parse(text(data, RECORDED_AT)))
                : new Attribution("service", event.getTimestamp(), event.getTimestamp());
    }

    static Stamp read(long sequence, Map<String, ?> data) {
        return new Stamp(
                sequence,
                Long.parseLong(text(data, DECISION)),
                new Actor(
                        new OfficerId(text(data, ACTOR)),
                        Role.valueOf(text(data, ROLE)),
                        Boolean.parseBoolean(text(data, COMMISSIONED))),
                Instant.parse(text(data, EFFECTIVE_AT)),
                Instant.parse(text(data, RECORDED_AT)),
                (@Nullable String) data.get(LATE_ENTRY_REASON),
                RuleSet.named(text(data, RULE_SET)),
                rules(text(data, RULES)));
    }

    private static List<Rule> rules(String ids) {
        return ids.isEmpty()
                ? List.of()
                : List.of(ids.split(" ")).stream().map(Rule::withId).toList();
    }

    private static String text(Map<String, ?> data, String key) {
        return (String) Objects.requireNonNull(data.get(key), () -> "a stored event lacks " + key);
    }
}
