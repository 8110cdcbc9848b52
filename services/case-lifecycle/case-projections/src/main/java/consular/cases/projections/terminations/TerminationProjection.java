package consular.cases.projections.terminations;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.posts.Post;
import consular.cases.domain.registration.TerminationKind;
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
final class TerminationProjection implements ListedReadModel<TerminationRow> {

    @Override
    public ReadModelName name() {
        return ReadModelName.TERMINATIONS;
    }

    @Override
    public String table() {
        return "terminations";
    }

    @Override
    public List<TerminationRow> rows(CaseFile file, Post post) {
        return TerminationRow.of(file);
    }

    @Override
    public Columns<TerminationRow> columns() {
        return Columns.<TerminationRow>of()
                .uuid("case_id", TerminationRow::caseId)
                .text("case_number", TerminationRow::caseNumber)
                .text("post", TerminationRow::post)
                .text("applicant_id", TerminationRow::applicantId)
                .text("kind", TerminationRow::kind)
                .date("anchor", TerminationRow::anchor)
                .date("terminate_from", TerminationRow::terminateFrom)
                .text("state", TerminationRow::state)
                .date("terminated_on", TerminationRow::terminatedOn)
                .date("reinstate_by", TerminationRow::reinstateBy);
    }

    @Override
    public List<SortColumn> order() {
        return List.of(
                new SortColumn("terminate_from", SortColumn.Type.DATE),
                new SortColumn("case_id", SortColumn.Type.CASE_ID));
    }

    @Override
    public void filter(Conditions conditions) {
        conditions
                .constant("state", RegistrationState.class, "state = ?")
                .date("terminatingBefore", "terminate_from < ?::date");
    }

    @Override
    public RegistrationTermination read(ResultSet row, Instant now) throws SQLException {
        return new RegistrationTermination(
                row.getObject("case_id", UUID.class),
                row.getString("case_number"),
                row.getString("post"),
                row.getString("applicant_id"),
                TerminationKind.valueOf(row.getString("kind")),
                row.getObject("anchor", LocalDate.class),
                row.getObject("terminate_from", LocalDate.class),
                RegistrationState.valueOf(row.getString("state")),
                row.getObject("terminated_on", LocalDate.class),
                row.getObject("reinstate_by", LocalDate.class));
    }
}
