package consular.cases.projections.report28;

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
import java.util.Map;
import org.springframework.stereotype.Component;

/** The findings that report 28 counts (R-RPT-01). */
@Component
final class Report28Projection implements ListedReadModel<CountedRow> {
    private static final String REVERSED_AS = "reversedAs";

    @Override
    public ReadModelName name() {
        return ReadModelName.REPORT_28;
    }

    @Override
    public String table() {
        return "report_28";
    }

    @Override
    public List<CountedRow> rows(CaseFile file, Post post) {
        return CountedRow.of(file);
    }

    @Override
    public Columns<CountedRow> columns() {
        return Columns.<CountedRow>of()
                .uuid("case_id", CountedRow::caseId)
                .integer("ordinal", CountedRow::ordinal)
                .text("post", CountedRow::post)
                .smallint("fiscal_year", CountedRow::fiscalYear)
                .text("ground", CountedRow::ground)
                .text("counted", CountedRow::counted);
    }

    @Override
    public String select() {
        return """
            select fiscal_year, post, ground,
                   count(*) filter (where counted = 'FOUND')    as found,
                   count(*) filter (where counted = 'OVERCOME') as overcome,
                   count(*) filter (where counted = 'WAIVED')   as waived,
                   count(*) filter (where counted = 'REVERSED') as reversed,
                   count(*) filter (where counted = 'ISSUED')   as issued
            from {schema}.report_28
            """;
    }

    @Override
    public String grouping() {
        return "group by fiscal_year, post, ground\n";
    }

    @Override
    public List<SortColumn> order() {
        return List.of(
                new SortColumn("fiscal_year", SortColumn.Type.RANK),
                new SortColumn("post", SortColumn.Type.TEXT),
                new SortColumn("ground", SortColumn.Type.TEXT));
    }

    @Override
    public void filter(Conditions conditions) {
        conditions.year("fiscalYear", "fiscal_year = ?::smallint").option(REVERSED_AS, ReversedAs.class);
    }

    @Override
    public Report28 read(ResultSet row, Instant now) throws SQLException {
        var ground = row.getString("ground");
        return new Report28(
                row.getString("post"),
                row.getInt("fiscal_year"),
                ground.isEmpty() ? null : ground,
                row.getLong("found"),
                row.getLong("overcome"),
                row.getLong("waived"),
                row.getLong("reversed"),
                row.getLong("issued"));
    }

    @Override
    public Report28 read(ResultSet row, Instant now, Map<String, String> filters) throws SQLException {
        var report = read(row, now);
        return ReversedAs.OVERCOME.name().equals(filters.get(REVERSED_AS)) ? report.reversedAsOvercome() : report;
    }
}
