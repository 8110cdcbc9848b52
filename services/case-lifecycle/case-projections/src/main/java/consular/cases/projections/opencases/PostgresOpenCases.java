package consular.cases.projections.opencases;

import consular.cases.application.OpenCases;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.posts.PostCode;
import consular.cases.projections.Generations;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the open cases by their key, so that the last page costs no more than the first. */
@Component
final class PostgresOpenCases implements OpenCases {
    private final Generations generations;
    private final JdbcClient jdbc;

    PostgresOpenCases(Generations generations, JdbcClient jdbc) {
        this.generations = generations;
        this.jdbc = jdbc;
    }

    @Override
    public List<CaseId> from(@Nullable CaseId first, Set<PostCode> posts, int limit) {
        var statement = statement(first, posts, limit);
        return jdbc.sql(generations.active().in(statement.sql()))
                .params(statement.parameters())
                .query((row, _) -> new CaseId(row.getObject("case_id", UUID.class)))
                .list();
    }

    /** With the limit as a constant, since it is a number of ours and lets the planner see that few rows are read. */
    static Statement statement(@Nullable CaseId first, Set<PostCode> posts, int limit) {
        var conditions = new ArrayList<String>();
        var parameters = new ArrayList<Object>();
        if (first != null) {
            conditions.add("case_id >= ?");
            parameters.add(first.value());
        }
        if (posts.size() == 1) {
            // one post has an index of its own, which any could not read in order
            conditions.add("post = ?");
            parameters.add(posts.iterator().next().value());
        } else if (!posts.isEmpty()) {
            conditions.add("post = any (?::text[])");
            parameters.add(posts.stream().map(PostCode::value).toArray(String[]::new));
        }
        var where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions) + "\n";
        return new Statement(
                "select case_id\nfrom {schema}.open_cases\n" + where + "order by case_id\nlimit " + limit, parameters);
    }

    /** A statement with its parameters. */
    record Statement(String sql, List<Object> parameters) {
        Statement {
            parameters = List.copyOf(parameters);
        }
    }
}
