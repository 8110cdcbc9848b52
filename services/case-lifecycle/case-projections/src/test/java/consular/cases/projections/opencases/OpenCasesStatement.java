package consular.cases.projections.opencases;

import consular.cases.domain.people.CaseId;
import consular.cases.domain.posts.PostCode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows the statement that reads the open cases to those who explain it. */
public record OpenCasesStatement(String sql, List<Object> parameters) {
    public OpenCasesStatement {
        parameters = List.copyOf(parameters);
    }

    public static OpenCasesStatement of(@Nullable CaseId first, Set<PostCode> posts, int limit) {
        var statement = PostgresOpenCases.statement(first, posts, limit);
        return new OpenCasesStatement(statement.sql(), statement.parameters());
    }
}
