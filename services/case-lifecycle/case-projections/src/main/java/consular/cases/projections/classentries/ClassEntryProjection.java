package consular.cases.projections.classentries;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.posts.Post;
import consular.cases.domain.refusals.ClassEntryState;
import consular.cases.projections.Columns;
import consular.cases.projections.Conditions;
import consular.cases.projections.ListedReadModel;
import consular.cases.projections.ReadModelName;
import consular.cases.projections.SortColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
final class ClassEntryProjection implements ListedReadModel<ClassEntryRow> {

    @Override
    public ReadModelName name() {
        return ReadModelName.CLASS_ENTRIES;
    }

    @Override
    public String table() {
        return "class_entries";
    }

    @Override
    public List<ClassEntryRow> rows(CaseFile file, Post post) {
        return ClassEntryRow.of(file);
    }

    @Override
    public Columns<ClassEntryRow> columns() {
        return Columns.<ClassEntryRow>of()
                .uuid("case_id", ClassEntryRow::caseId)
                .text("case_number", ClassEntryRow::caseNumber)
                .text("post", ClassEntryRow::post)
                .text("applicant_id", ClassEntryRow::applicantId)
                .text("refusal_id", ClassEntryRow::refusalId)
                .date("refused_on", ClassEntryRow::refusedOn)
                .text("grounds", ClassEntryRow::grounds)
                .text("state", ClassEntryRow::state)
                .flag("deletion_requested", ClassEntryRow::deletionRequested);
    }

    @Override
    public List<SortColumn> order() {
        return List.of(
                new SortColumn("refused_on", SortColumn.Type.DATE),
                new SortColumn("case_id", SortColumn.Type.CASE_ID),
                new SortColumn("refusal_id", SortColumn.Type.TEXT));
    }

    @Override
    public void filter(Conditions conditions) {
        conditions.constant("state", ClassEntryState.class, "state = ?");
    }

    @Override
    public RefusalInClass read(ResultSet row, Instant now) throws SQLException {
        return new RefusalInClass(
                row.getObject("case_id", UUID.class),
                row.getString("case_number"),
                row.getString("post"),
                row.getString("applicant_id"),
                row.getString("refusal_id"),
                row.getObject("refused_on", LocalDate.class),
                EntryKind.HARD,
                ClassEntryRow.groundsIn(row.getString("grounds")),
                ClassEntryState.valueOf(row.getString("state")),
                row.getBoolean("deletion_requested"));
    }
}
