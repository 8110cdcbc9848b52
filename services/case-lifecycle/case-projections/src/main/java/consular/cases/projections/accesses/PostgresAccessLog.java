package consular.cases.projections.accesses;

import consular.cases.application.accesses.Access;
import consular.cases.application.accesses.AccessLog;
import consular.cases.application.accesses.AccessQuestion;
import consular.cases.application.accesses.RecordedAccess;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accesses of all nodes in one table. */
@Component
final class PostgresAccessLog implements AccessLog, DisposableBean {
    private static final String ADD = """
        insert into case_access (
            user_id, roles, operation, subjects, from_position, to_position, query, status, request_id)
        select user_id, roles::text[], operation, subjects::uuid[], from_position, to_position, query, status, request_id
        from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::smallint[],
                ?::text[])
            as shown (user_id, roles, operation, subjects, from_position, to_position, query, status, request_id)
        """;

    private final JdbcClient jdbc;
    private final AccessWriter writer = new AccessWriter(this::add);

    PostgresAccessLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void record(Access access) {
        writer.write(access);
    }

    @Override
    public void destroy() {
        writer.close();
    }

    @Override
    public List<RecordedAccess> find(AccessQuestion question, int limit) {
        var conditions = new ArrayList<String>();
        var values = new ArrayList<Object>();
        condition("subjects @> array[?::uuid]", question.subject(), conditions, values);
        condition("user_id = ?", question.user(), conditions, values);
        condition("accessed_at >= ?", at(question.from()), conditions, values);
        condition("accessed_at < ?", at(question.to()), conditions, values);
        condition("access_id < ?", question.before(), conditions, values);
        var where = conditions.isEmpty() ? "" : conditions.stream().collect(Collectors.joining(" and ", " where ", ""));
        values.add(limit);
        return jdbc.sql("select * from case_access" + where + " order by access_id desc limit ?")
                .params(values)
                .query((row, _) -> access(row))
                .list();
    }

    private static void condition(
            String condition, @Nullable Object value, List<String> conditions, List<Object> values) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
    }

    private static @Nullable OffsetDateTime at(java.time.@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private void add(List<Access> accesses) {
        jdbc.sql(ADD)
                .param(column(accesses, Access::user))
                .param(column(accesses, access -> literal(access.roles())))
                .param(column(accesses, Access::operation))
                .param(column(accesses, access -> literal(access.subjects())))
                .param(column(accesses, Access::fromPosition))
                .param(column(accesses, Access::toPosition))
                .param(column(accesses, Access::query))
                .param(column(accesses, Access::status))
                .param(column(accesses, Access::requestId))
                .update();
    }

    private static @Nullable String[] column(List<Access> accesses, Function<Access, @Nullable Object> value) {
        return accesses.stream()
                .map(value)
                .map(it -> it == null ? null : it.toString())
                .toArray(String[]::new);
    }

    /** Names of roles and ids need no quotes. */
    private static String literal(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static RecordedAccess access(ResultSet row) throws SQLException {
        return new RecordedAccess(
                row.getLong("access_id"),
                row.getObject("accessed_at", OffsetDateTime.class).toInstant(),
                new Access(
                        row.getString("user_id"),
                        List.of((String[]) array(row.getArray("roles"))),
                        row.getString("operation"),
                        List.of((UUID[]) array(row.getArray("subjects"))),
                        row.getObject("from_position", Long.class),
                        row.getObject("to_position", Long.class),
                        row.getString("query"),
                        row.getInt("status"),
                        row.getString("request_id")));
    }

    private static Object array(Array array) throws SQLException {
        return array.getArray();
    }
}
