package consular.cases.projections.decisionsdue;

import consular.cases.domain.ApplicationState;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.posts.Post;
import consular.cases.projections.Columns;
import consular.cases.projections.Conditions;
import consular.cases.projections.ListedReadModel;
import consular.cases.projections.ReadModelName;
import consular.cases.projections.SortColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
final class DecisionDueProjection implements ListedReadModel<DecisionDueRow> {

    @Override
    public ReadModelName name() {
        return ReadModelName.DECISIONS_DUE;
    }

    @Override
    public String table() {
        return "decisions_due";
    }

    @Override
    public List<DecisionDueRow> rows(CaseFile file, Post post) {
        return DecisionDueRow.of(file);
    }

    @Override
    public Columns<DecisionDueRow> columns() {
        return Columns.<DecisionDueRow>of()
                .uuid("case_id", DecisionDueRow::caseId)
                .text("case_number", DecisionDueRow::caseNumber)
                .text("post", DecisionDueRow::post)
                .text("applicant_id", DecisionDueRow::applicantId)
                .text("state", DecisionDueRow::state)
                .date("executed_on", DecisionDueRow::executedOn)
                .date("decision_due", DecisionDueRow::decisionDue)
                .moment("limit_passes_at", DecisionDueRow::limitPassesAt);
    }

    /** By the moment at which each becomes overdue, so that those which are stand in front across all zones. */
    @Override
    public List<SortColumn> order() {
        return List.of(
                new SortColumn("limit_passes_at", SortColumn.Type.INSTANT),
                new SortColumn("case_id", SortColumn.Type.CASE_ID),
                new SortColumn("applicant_id", SortColumn.Type.TEXT));
    }

    @Override
    public void filter(Conditions conditions) {
        // Posts are all there is to choose by.
    }

    @Override
    public DecisionDue read(ResultSet row, Instant now) throws SQLException {
        return new DecisionDue(
                row.getObject("case_id", UUID.class),
                row.getString("case_number"),
                row.getString("post"),
                row.getString("applicant_id"),
                ApplicationState.valueOf(row.getString("state")),
                row.getObject("executed_on", LocalDate.class),
                row.getObject("decision_due", LocalDate.class),
                !now.isBefore(
                        row.getObject("limit_passes_at", OffsetDateTime.class).toInstant()));
    }
}
