package consular.cases.application;

import consular.cases.domain.people.CaseId;
import consular.ledger.postgres.EventLog;
import consular.ledger.postgres.LoggedEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the record out of the log, every event in its present shape. */
final class LoggedCases implements CaseHistory, CaseHistories, EventFeed {
    private static final TypeReference<Map<String, Object>> META_DATA = new TypeReference<>() {};

    private final EventLog log;
    private final JsonMapper json = CaseJson.storedMapper();

    LoggedCases(EventLog log) {
        this.log = log;
    }

    @Override
    public List<StoredEvent> of(CaseId caseId) {
        return log.stream(caseId.toString()).stream().map(this::event).toList();
    }

    @Override
    public Map<CaseId, List<StoredEvent>> of(Collection<CaseId> caseIds) {
        var histories = new LinkedHashMap<CaseId, List<StoredEvent>>();
        for (var logged : log.streams(caseIds.stream().map(CaseId::toString).toList())) {
            var event = event(logged);
            histories.computeIfAbsent(event.caseId(), _ -> new ArrayList<>()).add(event);
        }
        return histories;
    }

    @Override
    public List<StoredEvent> after(long position, int limit) {
        return log.after(position, limit).stream().map(this::event).toList();
    }

    @Override
    public long head() {
        return log.head();
    }

    private StoredEvent event(LoggedEvent logged) {
        var type = CaseRevisions.typeNamed(logged.type());
        var revision = Objects.requireNonNullElse(logged.revision(), "1");
        var event = revision.equals(CaseRevisions.revisionOf(type))
                ? json.readValue(logged.payload(), type)
                : json.treeToValue(CaseRevisions.upToDate(type, revision, json.readTree(logged.payload())), type);
        return new StoredEvent(
                CaseId.of(logged.streamId()),
                logged.eventId(),
                event,
                Stamps.read(logged.sequence(), json.readValue(logged.metaData(), META_DATA)),
                logged.position());
    }
}
