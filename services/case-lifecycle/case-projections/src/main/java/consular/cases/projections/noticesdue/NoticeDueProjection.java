package consular.cases.projections.noticesdue;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.Alarms;
import consular.cases.domain.law.Policy;
import consular.cases.domain.posts.Post;
import consular.cases.domain.refusals.NoticeState;
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
final class NoticeDueProjection implements ListedReadModel<NoticeDueRow> {
    private final Alarms alarms;

    NoticeDueProjection(Policy policy) {
        this.alarms = policy.alarms();
    }

    @Override
    public ReadModelName name() {
        return ReadModelName.NOTICES_DUE;
    }

    @Override
    public String table() {
        return "notices_due";
    }

    @Override
    public List<NoticeDueRow> rows(CaseFile file, Post post) {
        return NoticeDueRow.of(file, post, alarms);
    }

    @Override
    public Columns<NoticeDueRow> columns() {
        return RefusalInList.columns(NoticeDueRow::refusal)
                .date("due_on", NoticeDueRow::dueOn)
                .date("alarm_on", NoticeDueRow::alarmOn)
                .text("state", NoticeDueRow::state)
                .flag("written", NoticeDueRow::written)
                .smallint("urgency", NoticeDueRow::urgency);
    }

    @Override
    public List<SortColumn> order() {
        return List.of(
                new SortColumn("urgency", SortColumn.Type.RANK),
                new SortColumn("due_on", SortColumn.Type.DATE),
                new SortColumn("case_id", SortColumn.Type.CASE_ID),
                new SortColumn("refusal_id", SortColumn.Type.TEXT));
    }

    @Override
    public void filter(Conditions conditions) {
        conditions.constant("state", NoticeState.class, "state = ?").date("dueBefore", "due_on < ?::date");
    }

    @Override
    public NoticeDue read(ResultSet row, Instant now) throws SQLException {
        return new NoticeDue(
                row.getObject("case_id", UUID.class),
                row.getString("case_number"),
                row.getString("post"),
                row.getString("applicant_id"),
                row.getString("refusal_id"),
                row.getObject("refused_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getObject("alarm_on", LocalDate.class),
                NoticeState.valueOf(row.getString("state")),
                row.getBoolean("written"),
                row.getInt("urgency") == 0);
    }
}
