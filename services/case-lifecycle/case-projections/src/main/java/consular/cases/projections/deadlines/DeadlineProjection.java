package consular.cases.projections.deadlines;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.posts.Post;
import consular.cases.projections.Columns;
import consular.cases.projections.ReadModel;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
final class DeadlineProjection implements ReadModel<DeadlineRow> {

    @Override
    public String table() {
        return "deadlines";
    }

    @Override
    public List<DeadlineRow> rows(CaseFile file, Post post) {
        return DeadlineRow.of(file, post);
    }

    @Override
    public String insert() {
        return """
            insert into {schema}.deadlines (
                case_id, ordinal, post, kind, subject, due, fires_on, fires_at, state)
            select *
            from unnest(
                ?::uuid[], ?::integer[], ?::text[], ?::text[], ?::text[],
                ?::date[], ?::date[], ?::timestamptz[], ?::text[])
            """;
    }

    @Override
    public Columns<DeadlineRow> columns() {
        return Columns.of(
                DeadlineRow::caseId,
                DeadlineRow::ordinal,
                DeadlineRow::post,
                DeadlineRow::kind,
                DeadlineRow::subject,
                DeadlineRow::due,
                DeadlineRow::firesOn,
                DeadlineRow::firesAt,
                DeadlineRow::state);
    }
}
