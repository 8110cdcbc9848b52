package consular.cases.projections;

import consular.cases.domain.people.CaseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the generation that serves, which it asks for each time: it may have changed on another node. */
final class PostgresReadModels implements ReadModels {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String HAS_SEEN = Stream.of(Generation.values())
            .map(generation -> generation.in("""
                exists (
                    select
                    from read_model_generation cross join {schema}.progress
                    where active = '%s' and case_id = :case and version >= :version)
                """).formatted(generation))
            .collect(Collectors.joining("or ", "select ", ""));

    private static final String HELD_BACK = """
        select position, enqueued_at
        from dead_letter_entry join read_model_generation on processor = 'read-models-' || lower(active)
        where sequence_identifier = :case
        order by sequence_index
        limit 1
        """;

    private final Map<ReadModelName, ListedReadModel<?>> models = new EnumMap<>(ReadModelName.class);
    private final Generations generations;
    private final Arrivals arrivals;
    private final Clock clock;
    private final JdbcClient jdbc;

    PostgresReadModels(
            List<ListedReadModel<?>> models, Generations generations, Arrivals arrivals, Clock clock, JdbcClient jdbc) {
        models.forEach(model -> this.models.put(model.name(), model));
        this.generations = generations;
        this.arrivals = arrivals;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @Override
    public boolean awaitCase(CaseId caseId, long version) {
        if (hasSeen(caseId, version)) {
            return true;
        }
        refuseIfHeldBack(caseId);
        var seen = arrivals.await(caseId, PATIENCE, () -> hasSeen(caseId, version));
        if (!seen) {
            refuseIfHeldBack(caseId);
        }
        return seen;
    }

    private void refuseIfHeldBack(CaseId caseId) {
        jdbc.sql(HELD_BACK)
                .param("case", caseId.toString())
                .query((row, _) -> new CaseHeldBack(
                        caseId,
                        row.getLong("position"),
                        row.getObject("enqueued_at", OffsetDateTime.class).toInstant()))
                .optional()
                .ifPresent(held -> {
                    throw held;
                });
    }

    /**
     * One statement, so that the generation that has seen it is the one that serves at that moment. Whatever serves later
     * has seen it too, for that is the condition of a switch.
     */
    private boolean hasSeen(CaseId caseId, long version) {
        return jdbc.sql(HAS_SEEN)
                .param("case", caseId.value())
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    @Override
    public Page page(ReadModelName name, ReadModelQuery query) {
        var model = models.get(name);
        if (model == null) {
            throw new IllegalStateException("nothing keeps " + name);
        }
        var now = clock.instant();
        var statement = PageStatement.of(model, query, generations.active(), now);
        var lines = jdbc.sql(statement.sql())
                .params(statement.parameters())
                .query((row, _) -> line(model, row, now, query))
                .list();
        var shown = lines.stream().limit(query.limit()).toList();
        return new Page(
                shown.stream().map(Line::item).toList(),
                lines.size() > shown.size()
                        ? Cursor.encode(name, shown.getLast().key())
                        : null);
    }

    private static Line line(ListedReadModel<?> model, ResultSet row, Instant now, ReadModelQuery query)
            throws SQLException {
        var key = new ArrayList<String>();
        for (var column : model.order()) {
            key.add(column.valueIn(row));
        }
        return new Line(model.read(row, now, query.filters()), key);
    }

    private record Line(Object item, List<String> key) {}
}
