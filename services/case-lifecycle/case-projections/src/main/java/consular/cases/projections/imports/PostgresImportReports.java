package consular.cases.projections.imports;

import consular.cases.application.CommandFailure;
import consular.cases.application.ImportReports;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The imports of all nodes in two tables. */
@Component
final class PostgresImportReports implements ImportReports {
    private static final String BEGIN = """
        insert into case_import (import_id, started_by, dry_run, told_class, state)
        values (?, ?, ?, ?, 'RUNNING')
        on conflict (import_id) do update
            set state = 'RUNNING', run = case_import.run + 1, updated_at = clock_timestamp()
        returning run
        """;

    private static final String ADD = """
        with reported as (
            insert into case_import_row (
                import_id, row, key, result, case_number, command, case_id, version, code, rule, citation, pointer, detail)
            select ?, *
            from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::bigint[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[])
            on conflict (import_id, row) do nothing
        )
        update case_import set updated_at = clock_timestamp() where import_id = ?
        """;

    private final JdbcClient jdbc;

    PostgresImportReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Begun begin(UUID importId, String by, Manner manner) {
        var before = find(importId);
        if (before.filter(it -> !it.manner().equals(manner)).isPresent()) {
            throw new CommandFailure.KeyReused();
        }
        if (manner.dryRun()) {
            jdbc.sql("delete from case_import_row where import_id = ?")
                    .param(importId)
                    .update();
        }
        var run = jdbc.sql(BEGIN)
                .params(importId, by, manner.dryRun(), manner.toldClass())
                .query(Long.class)
                .single();
        return new Begun(run, before);
    }

    @Override
    public void end(UUID importId, long run, State state) {
        jdbc.sql("update case_import set state = ?, updated_at = clock_timestamp() where import_id = ? and run = ?")
                .params(state.name(), importId, run)
                .update();
    }

    @Override
    public Map<Long, Line> lines(UUID importId, long first, long last) {
        var lines = new HashMap<Long, Line>();
        jdbc.sql("select * from case_import_row where import_id = ? and row between ? and ?")
                .params(importId, first, last)
                .query((row, _) -> line(row))
                .list()
                .forEach(line -> lines.put(line.row(), line));
        return lines;
    }

    @Override
    public void add(UUID importId, List<Line> lines) {
        jdbc.sql(ADD)
                .param(importId)
                .param(column(lines, Line::row))
                .param(column(lines, Line::key))
                .param(column(lines, Line::result))
                .param(column(lines, Line::caseNumber))
                .param(column(lines, Line::command))
                .param(column(lines, Line::caseId))
                .param(column(lines, Line::version))
                .param(column(lines, Line::code))
                .param(column(lines, Line::rule))
                .param(column(lines, Line::citation))
                .param(column(lines, Line::pointer))
                .param(column(lines, Line::detail))
                .param(importId)
                .update();
    }

    private static @Nullable String[] column(List<Line> lines, Function<Line, @Nullable Object> value) {
        return lines.stream()
                .map(value)
                .map(it -> it == null ? null : it.toString())
                .toArray(String[]::new);
    }

    @Override
    public Optional<Import> find(UUID importId) {
        return jdbc.sql("select * from case_import where import_id = ?")
                .param(importId)
                .query((row, _) -> new Import(
                        importId,
                        row.getString("started_by"),
                        new Manner(row.getBoolean("dry_run"), row.getBoolean("told_class")),
                        State.valueOf(row.getString("state")),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                        results(importId)))
                .optional();
    }

    private Map<Result, Long> results(UUID importId) {
        var results = new EnumMap<Result, Long>(Result.class);
        for (var result : Result.values()) {
            results.put(result, 0L);
        }
        jdbc.sql("select result, count(*) as number from case_import_row where import_id = ? group by result")
                .param(importId)
                .query(row -> {
                    results.put(Result.valueOf(row.getString("result")), row.getLong("number"));
                });
        return results;
    }

    @Override
    public List<Line> report(UUID importId, long after, @Nullable Result result, int limit) {
        return jdbc.sql("""
            select * from case_import_row
            where import_id = ? and row > ? and (?::text is null or result = ?::text)
            order by row
            limit ?
            """)
                .params(Arrays.asList(
                        importId,
                        after,
                        result == null ? null : result.name(),
                        result == null ? null : result.name(),
                        limit))
                .query((row, _) -> line(row))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getLong("row"),
                row.getString("key"),
                Result.valueOf(row.getString("result")),
                row.getString("case_number"),
                row.getString("command"),
                row.getObject("case_id", UUID.class),
                row.getObject("version", Long.class),
                row.getString("code"),
                row.getString("rule"),
                row.getString("citation"),
                row.getString("pointer"),
                row.getString("detail"));
    }
}
