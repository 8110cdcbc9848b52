package consular.cases.projections.reviewreport;

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
import java.util.List;
import org.springframework.stereotype.Component;

@Component
final class ReviewReportProjection implements ListedReadModel<OutcomeRow> {

    @Override
    public ReadModelName name() {
        return ReadModelName.REVIEW_REPORT;
    }

    @Override
    public String table() {
        return "review_outcomes";
    }

    @Override
    public List<OutcomeRow> rows(CaseFile file, Post post) {
        return OutcomeRow.of(file);
    }

    @Override
    public Columns<OutcomeRow> columns() {
        return Columns.<OutcomeRow>of()
                .uuid("case_id", OutcomeRow::caseId)
                .text("refusal_id", OutcomeRow::reviewed)
                .flag("issuance", OutcomeRow::isIssuance)
                .text("post", OutcomeRow::post)
                .text("officer", OutcomeRow::officer)
                .text("outcome", OutcomeRow::outcome)
                .date("closed_on", OutcomeRow::closedOn)
                .integer("days", OutcomeRow::days);
    }

    @Override
    public String select() {
        return """
            select post, officer,
                   count(*) filter (where not issuance)                                         as reviewed,
                   count(*) filter (where not issuance and outcome = 'CONCURRED')               as concurred,
                   count(*) filter (where not issuance and outcome = 'REVERSED')                as reversed,
                   count(*) filter (where not issuance and outcome = 'REFERRED')                as referred,
                   count(*) filter (where not issuance and outcome = 'RESOLVED_BY_ADJUDICATOR') as resolved,
                   count(*) filter (where not issuance and outcome = 'CONSULTED')               as consulted,
                   percentile_disc(0.5)  within group (order by days) filter (where not issuance) as median_days,
                   percentile_disc(0.95) within group (order by days) filter (where not issuance) as p95_days,
                   count(*) filter (where issuance)                                             as issuances
            from {schema}.review_outcomes
            """;
    }

    @Override
    public String grouping() {
        return "group by post, officer\n";
    }

    @Override
    public List<SortColumn> order() {
        return List.of(new SortColumn("post", SortColumn.Type.TEXT), new SortColumn("officer", SortColumn.Type.TEXT));
    }

    @Override
    public void filter(Conditions conditions) {
        conditions
                .inOrder("from", "to")
                .date("from", "closed_on >= ?::date")
                .date("to", "closed_on <= ?::date")
                .text("officer", "officer = ?");
    }

    @Override
    public ReviewStatistics read(ResultSet row, Instant now) throws SQLException {
        var reviewed = row.getLong("reviewed");
        return new ReviewStatistics(
                row.getString("post"),
                row.getString("officer"),
                reviewed,
                row.getLong("concurred"),
                row.getLong("reversed"),
                row.getLong("referred"),
                row.getLong("resolved"),
                row.getLong("consulted"),
                rate(row.getLong("concurred"), reviewed),
                rate(row.getLong("reversed"), reviewed),
                rate(row.getLong("referred"), reviewed),
                row.getInt("median_days"),
                row.getInt("p95_days"),
                row.getLong("issuances"));
    }

    private static double rate(long some, long all) {
        return all == 0 ? 0 : Math.round(10_000.0 * some / all) / 10_000.0;
    }
}
