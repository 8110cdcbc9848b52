package consular.cases.projections.refusalrate;

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

/** The last acts on each applicant that the adjusted refusal rate counts (R-RPT-03). */
@Component
final class RefusalRateProjection implements ListedReadModel<LastActionRow> {
    private final Identities identities;

    RefusalRateProjection(Identities identities) {
        this.identities = identities;
    }

    @Override
    public ReadModelName name() {
        return ReadModelName.ADJUSTED_REFUSAL_RATE;
    }

    @Override
    public String table() {
        return "last_actions";
    }

    @Override
    public List<LastActionRow> rows(CaseFile file, Post post) {
        return LastActionRow.of(file, identities);
    }

    @Override
    public Columns<LastActionRow> columns() {
        return Columns.<LastActionRow>of()
                .uuid("case_id", LastActionRow::caseId)
                .text("applicant_id", LastActionRow::applicantId)
                .text("person_token", LastActionRow::person)
                .smallint("fiscal_year", LastActionRow::fiscalYear)
                .text("visa_class", LastActionRow::visaClass)
                .text("post", LastActionRow::post)
                .date("acted_on", LastActionRow::actedOn)
                .moment("acted_at", LastActionRow::actedAt)
                .integer("ordinal", LastActionRow::ordinal)
                .text("action", LastActionRow::action);
    }

    /**
     * Of all cases of a person the last action of the year. The post is asked for of that one only, so that a refusal at one
     * post does not count when another has issued the visa since.
     */
    @Override
    public String select() {
        return """
            select fiscal_year, post, visa_class,
                   count(*) filter (where action = 'ISSUED')  as issued,
                   count(*) filter (where action = 'REFUSED') as refused
            from (
                select distinct on (fiscal_year, visa_class, person_token)
                    fiscal_year, visa_class, person_token, post, action
                from {schema}.last_actions
                order by fiscal_year, visa_class, person_token, acted_at desc, acted_on desc, ordinal desc, case_id desc
            ) as last_action
            """;
    }

    @Override
    public String grouping() {
        return "group by fiscal_year, post, visa_class\n";
    }

    @Override
    public List<SortColumn> order() {
        return List.of(
                new SortColumn("fiscal_year", SortColumn.Type.RANK),
                new SortColumn("post", SortColumn.Type.TEXT),
                new SortColumn("visa_class", SortColumn.Type.TEXT));
    }

    @Override
    public void filter(Conditions conditions) {
        conditions.always("action <> 'CLEARED'").year("fiscalYear", "fiscal_year = ?::smallint");
    }

    @Override
    public AdjustedRefusalRate read(ResultSet row, Instant now) throws SQLException {
        var issued = row.getLong("issued");
        var refused = row.getLong("refused");
        return new AdjustedRefusalRate(
                row.getInt("fiscal_year"),
                row.getString("post"),
                row.getString("visa_class"),
                issued,
                refused,
                Math.round(10_000.0 * refused / (issued + refused)) / 10_000.0);
    }
}
