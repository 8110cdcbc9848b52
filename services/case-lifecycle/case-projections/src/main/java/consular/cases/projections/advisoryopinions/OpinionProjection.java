package consular.cases.projections.advisoryopinions;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.opinions.OpinionOrigin;
import consular.cases.domain.opinions.OpinionState;
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
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
final class OpinionProjection implements ListedReadModel<OpinionRow> {

    @Override
    public ReadModelName name() {
        return ReadModelName.ADVISORY_OPINIONS;
    }

    @Override
    public String table() {
        return "advisory_opinions";
    }

    @Override
    public List<OpinionRow> rows(CaseFile file, Post post) {
        return OpinionRow.of(file);
    }

    @Override
    public Columns<OpinionRow> columns() {
        return Columns.<OpinionRow>of()
                .uuid("case_id", OpinionRow::caseId)
                .text("case_number", OpinionRow::caseNumber)
                .text("post", OpinionRow::post)
                .text("applicant_id", OpinionRow::applicantId)
                .text("refusal_id", OpinionRow::refusalId)
                .text("finding_id", OpinionRow::findingId)
                .text("advisory_opinion_id", OpinionRow::advisoryOpinionId)
                .text("origin", OpinionRow::origin)
                .text("state", OpinionRow::state)
                .date("requested_on", OpinionRow::requestedOn)
                .date("next_follow_up_on", OpinionRow::nextFollowUpOn)
                .smallint("stage", OpinionRow::stage)
                .date("sort_on", OpinionRow::sortOn);
    }

    @Override
    public List<SortColumn> order() {
        return List.of(
                new SortColumn("stage", SortColumn.Type.RANK),
                new SortColumn("sort_on", SortColumn.Type.DATE),
                new SortColumn("case_id", SortColumn.Type.CASE_ID),
                new SortColumn("advisory_opinion_id", SortColumn.Type.TEXT));
    }

    @Override
    public void filter(Conditions conditions) {
        conditions
                .constant("state", OpinionState.class, "state = ?")
                .date("followUpBefore", "next_follow_up_on < ?::date");
    }

    @Override
    public RequestedOpinion read(ResultSet row, Instant now) throws SQLException {
        return new RequestedOpinion(
                row.getObject("case_id", UUID.class),
                row.getString("case_number"),
                row.getString("post"),
                row.getString("applicant_id"),
                row.getString("refusal_id"),
                row.getString("finding_id"),
                row.getString("advisory_opinion_id"),
                OpinionOrigin.valueOf(row.getString("origin")),
                OpinionState.valueOf(row.getString("state")),
                row.getObject("requested_on", LocalDate.class),
                row.getObject("next_follow_up_on", LocalDate.class));
    }
}
