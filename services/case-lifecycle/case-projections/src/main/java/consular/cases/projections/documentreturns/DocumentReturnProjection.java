package consular.cases.projections.documentreturns;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.Alarms;
import consular.cases.domain.law.Policy;
import consular.cases.domain.posts.Post;
import consular.cases.projections.Columns;
import consular.cases.projections.Conditions;
import consular.cases.projections.ListedReadModel;
import consular.cases.projections.ReadModelName;
import consular.cases.projections.RefusalInList;
import consular.cases.projections.SortColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
final class DocumentReturnProjection implements ListedReadModel<DocumentReturnRow> {
    private final Alarms alarms;

    DocumentReturnProjection(Policy policy) {
        this.alarms = policy.alarms();
    }

    @Override
    public ReadModelName name() {
        return ReadModelName.DOCUMENT_RETURNS;
    }

    @Override
    public String table() {
        return "document_returns";
    }

    @Override
    public List<DocumentReturnRow> rows(CaseFile file, Post post) {
        return DocumentReturnRow.of(file, post, alarms);
    }

    @Override
    public Columns<DocumentReturnRow> columns() {
        return RefusalInList.columns(DocumentReturnRow::refusal)
                .date("return_by", DocumentReturnRow::returnBy)
                .text("state", DocumentReturnRow::state)
                .smallint("stage", DocumentReturnRow::stage);
    }

    @Override
    public List<SortColumn> order() {
        return List.of(
                new SortColumn("stage", SortColumn.Type.RANK),
                new SortColumn("return_by", SortColumn.Type.DATE),
                new SortColumn("case_id", SortColumn.Type.CASE_ID),
                new SortColumn("refusal_id", SortColumn.Type.TEXT));
    }

    @Override
    public void filter(Conditions conditions) {
        conditions.constant("state", CustodyState.class, "state = ?").date("returnBefore", "return_by < ?::date");
    }

    @Override
    public DocumentReturn read(ResultSet row, Instant now) throws SQLException {
        return new DocumentReturn(
                row.getObject("case_id", UUID.class),
                row.getString("case_number"),
                row.getString("post"),
                row.getString("applicant_id"),
                row.getString("refusal_id"),
                row.getObject("refused_on", LocalDate.class),
                row.getObject("return_by", LocalDate.class),
                CustodyState.valueOf(row.getString("state")));
    }
}
