package consular.cases.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import consular.cases.domain.CaseEvent;
import consular.cases.domain.Stamp;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent;
import consular.cases.domain.quasirefusals.QuasiRefusalId;
import consular.ledger.postgres.EventLog;
import consular.ledger.postgres.LoggedEvent;
import consular.ledger.postgres.secrets.PlainEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the record out of the log, every event in its present shape. */
final class LoggedCases implements CaseHistory, CaseHistories, QuasiRefusalHistory, EventFeed {
    private static final TypeReference<Map<String, Object>> META_DATA = new TypeReference<>() {};

    private final EventLog log;
    private final CasePersonalData personal = new CasePersonalData();
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
        return byCase(log.streams(names(caseIds)));
    }

    @Override
    public void forEachPortion(Collection<CaseId> caseIds, Consumer<Map<CaseId, List<StoredEvent>>> consumer) {
        log.forEachPortion(names(caseIds), portion -> consumer.accept(byCase(portion)));
    }

    private static List<String> names(Collection<CaseId> caseIds) {
        return caseIds.stream().map(CaseId::toString).toList();
    }

    private Map<CaseId, List<StoredEvent>> byCase(List<LoggedEvent> logged) {
        var histories = new LinkedHashMap<CaseId, List<StoredEvent>>();
        for (var one : logged) {
            var event = event(one);
            histories.computeIfAbsent(event.caseId(), _ -> new ArrayList<>()).add(event);
        }
        return histories;
    }

    @Override
    public List<StoredQuasiRefusalEvent> of(QuasiRefusalId quasiRefusalId) {
        return log.stream(QuasiRefusalStreams.of(quasiRefusalId)).stream()
                .map(this::quasiRefusalEvent)
                .toList();
    }

    @Override
    public List<LogLine> after(long position, int limit) {
        return log.after(position, limit).stream().map(this::line).toList();
    }

    /** The same for those who are to know of nobody. */
    List<LogLine> namelessAfter(long position, int limit) {
        return log.clearAfter(position, limit).stream()
                .map(this::nameless)
                .map(this::line)
                .toList();
    }

    private LoggedEvent nameless(LoggedEvent event) {
        var withheld = personal.withheld(new PlainEvent(
                event.streamId(),
                event.type(),
                event.revision(),
                event.metaData().getBytes(UTF_8),
                event.payload().getBytes(UTF_8)));
        return event.with(new String(withheld.metaData(), UTF_8), new String(withheld.payload(), UTF_8));
    }

    @Override
    public long head() {
        return log.head();
    }

    private LogLine line(LoggedEvent logged) {
        return QuasiRefusalStreams.isOne(logged.streamId()) ? quasiRefusalEvent(logged) : event(logged);
    }

    private StoredEvent event(LoggedEvent logged) {
        var data = json.readValue(logged.metaData(), META_DATA);
        return new StoredEvent(
                CaseId.of(logged.streamId()),
                logged.eventId(),
                payload(logged, CaseEvent.class),
                Stamps.read(logged.sequence(), data),
                logged.position(),
                logged.leaf().hex(),
                Stamps.readMark(data));
    }

    private StoredQuasiRefusalEvent quasiRefusalEvent(LoggedEvent logged) {
        return new StoredQuasiRefusalEvent(
                QuasiRefusalStreams.idOf(logged.streamId()),
                logged.eventId(),
                payload(logged, QuasiRefusalEvent.class),
                stamp(logged),
                logged.position(),
                logged.leaf().hex());
    }

    private Stamp stamp(LoggedEvent logged) {
        return Stamps.read(logged.sequence(), json.readValue(logged.metaData(), META_DATA));
    }

    private <E> E payload(LoggedEvent logged, Class<E> kind) {
        var type = CaseRevisions.typeNamed(logged.type());
        var revision = Objects.requireNonNullElse(logged.revision(), "1");
        var event = revision.equals(CaseRevisions.revisionOf(type))
                ? json.readValue(logged.payload(), type)
                : json.treeToValue(CaseRevisions.upToDate(type, revision, json.readTree(logged.payload())), type);
        return kind.cast(event);
    }
}
