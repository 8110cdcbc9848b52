package consular.cases.projections.search;

import consular.cases.domain.ApplicationState;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.posts.Post;
import consular.cases.domain.visas.VisaCategory;
import consular.cases.projections.BadFilter;
import consular.cases.projections.Columns;
import consular.cases.projections.Conditions;
import consular.cases.projections.ListedReadModel;
import consular.cases.projections.ReadModelName;
import consular.cases.projections.SortColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A row for each applicant, so that all that is asked holds of one and the same; a page has an item for each case. */
@Component
final class SearchProjection implements ListedReadModel<SearchRow> {
    private static final JsonMapper JSON = new JsonMapper();

    private final NameTokens tokens;

    SearchProjection(NameTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public ReadModelName name() {
        return ReadModelName.CASES;
    }

    @Override
    public String table() {
        return "searched_applicants";
    }

    @Override
    public List<SearchRow> rows(CaseFile file, Post post) {
        return SearchRow.of(file, tokens);
    }

    @Override
    public Columns<SearchRow> columns() {
        return Columns.<SearchRow>of()
                .uuid("case_id", SearchRow::caseId)
                .text("case_number", SearchRow::caseNumber)
                .text("number_key", SearchRow::numberKey)
                .text("post", SearchRow::post)
                .text("category", SearchRow::category)
                .text("visa_class", SearchRow::visaClass)
                .text("applicant_id", SearchRow::applicantId)
                .smallint("ordinal", SearchRow::ordinal)
                .text("role", SearchRow::role)
                .text("state", SearchRow::state)
                .date("executed_on", SearchRow::executedOn)
                .date("refused_on", SearchRow::refusedOn)
                .date("issued_on", SearchRow::issuedOn)
                .json("officers", row -> array(row.officers()))
                .json("names", row -> array(row.names()));
    }

    private static String array(Collection<String> texts) {
        return JSON.writeValueAsString(texts);
    }

    /** What is the same in all rows of a case is whatever one of them says. */
    @Override
    public String select() {
        return """
            select number_key, case_id, min(case_number) as case_number, min(post) as post, min(category) as category,
                   min(visa_class) as visa_class,
                   jsonb_agg(jsonb_build_object(
                       'applicantId', applicant_id, 'role', role, 'state', state, 'executedOn', executed_on,
                       'refusedOn', refused_on, 'issuedOn', issued_on, 'officers', officers) order by ordinal) as applicants
            from {schema}.searched_applicants
            """;
    }

    @Override
    public String grouping() {
        return "group by number_key, case_id\n";
    }

    @Override
    public List<SortColumn> order() {
        return List.of(
                new SortColumn("number_key", SortColumn.Type.TEXT), new SortColumn("case_id", SortColumn.Type.CASE_ID));
    }

    @Override
    public void filter(Conditions conditions) {
        conditions
                .text("number", "number_key = ?", SearchRow::key)
                .constant("category", VisaCategory.class, "category = ?")
                .text("visaClass", "visa_class = ?")
                .constant("state", ApplicationState.class, "state = ?")
                .text("officer", "officers @> ?::jsonb", officer -> array(List.of(officer)))
                .date("appliedFrom", "executed_on >= ?::date")
                .date("appliedTo", "executed_on <= ?::date")
                .inOrder("appliedFrom", "appliedTo")
                .date("refusedFrom", "refused_on >= ?::date")
                .date("refusedTo", "refused_on <= ?::date")
                .inOrder("refusedFrom", "refusedTo")
                .date("issuedFrom", "issued_on >= ?::date")
                .date("issuedTo", "issued_on <= ?::date")
                .inOrder("issuedFrom", "issuedTo")
                .text("name", "names @> ?::jsonb", this::tokensOf);
    }

    private String tokensOf(String name) {
        var found = tokens.of(name);
        if (found.isEmpty()) {
            throw new BadFilter("name", "it has neither a letter nor a digit");
        }
        return array(found);
    }

    @Override
    public FoundCase read(ResultSet row, Instant now) throws SQLException {
        return new FoundCase(
                row.getObject("case_id", UUID.class),
                row.getString("case_number"),
                row.getString("post"),
                VisaCategory.valueOf(row.getString("category")),
                row.getString("visa_class"),
                List.of(JSON.readValue(row.getString("applicants"), FoundCase.FoundApplicant[].class)));
    }
}
