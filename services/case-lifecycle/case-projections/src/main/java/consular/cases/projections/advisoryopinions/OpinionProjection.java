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
    public String insert() {
        return """
            insert into {schema}.advisory_opinions (
                case_id, case_number, post, applicant_id, refusal_id, finding_id, advisory_opinion_id,
                origin, state, requested_on, next_follow_up_on, stage, sort_on)
            select *
            from unnest(
                ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::date[], ?::date[], ?::smallint[], ?::date[])
            """;
    }

    @Override
    public Columns<OpinionRow> columns() {
        return Columns.of(
                OpinionRow::caseId,
                OpinionRow::caseNumber,
                OpinionRow::post,
                OpinionRow::applicantId,
                OpinionRow::refusalId,
                OpinionRow::findingId,
                OpinionRow::advisoryOpinionId,
                OpinionRow::origin,
                OpinionRow::state,
                OpinionRow::requestedOn,
                OpinionRow::nextFollowUpOn,
                OpinionRow::stage,
                OpinionRow::sortOn);
    }

    @Override
    public String select() {
        return """
            select case_id, case_number, post, applicant_id, refusal_id, finding_id, advisory_opinion_id,
                   origin, state, requested_on, next_follow_up_on, stage, sort_on
            from {schema}.advisory_opinions
            """;
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
