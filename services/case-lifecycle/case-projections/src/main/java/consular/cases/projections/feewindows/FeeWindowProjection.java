package consular.cases.projections.feewindows;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.posts.Post;
import consular.cases.domain.refusals.FindingStatus;
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
final class FeeWindowProjection implements ListedReadModel<FeeWindowRow> {

    @Override
    public ReadModelName name() {
        return ReadModelName.FEE_WINDOWS;
    }

    @Override
    public String table() {
        return "fee_windows";
    }

    @Override
    public List<FeeWindowRow> rows(CaseFile file, Post post) {
        return FeeWindowRow.of(file);
    }

    @Override
    public Columns<FeeWindowRow> columns() {
        return Columns.<FeeWindowRow>of()
                .uuid("case_id", FeeWindowRow::caseId)
                .text("case_number", FeeWindowRow::caseNumber)
                .text("post", FeeWindowRow::post)
                .text("applicant_id", FeeWindowRow::applicantId)
                .text("refusal_id", FeeWindowRow::refusalId)
                .text("finding_id", FeeWindowRow::findingId)
                .text("ground", FeeWindowRow::ground)
                .date("refused_on", FeeWindowRow::refusedOn)
                .date("fee_window_end", FeeWindowRow::feeWindowEnd)
                .text("finding_status", FeeWindowRow::findingStatus)
                .flag("covered", FeeWindowRow::covered)
                .moment("lapses_at", FeeWindowRow::lapsesAt);
    }

    @Override
    public List<SortColumn> order() {
        return List.of(
                new SortColumn("fee_window_end", SortColumn.Type.DATE),
                new SortColumn("case_id", SortColumn.Type.CASE_ID),
                new SortColumn("finding_id", SortColumn.Type.TEXT));
    }

    @Override
    public void filter(Conditions conditions) {
        conditions
                .date("closingBefore", "fee_window_end < ?::date")
                .constant("findingStatus", FindingStatus.class, "finding_status = ?")
                .atTheTime("status", FeeWindowStatus.class, status -> switch (status) {
                    case OPEN -> "not covered and coalesce(lapses_at > ?::timestamptz, true)";
                    case COVERED -> "covered";
                    case LAPSED -> "not covered and lapses_at <= ?::timestamptz";
                });
    }

    @Override
    public FeeWindow read(ResultSet row, Instant now) throws SQLException {
        return new FeeWindow(
                row.getObject("case_id", UUID.class),
                row.getString("case_number"),
                row.getString("post"),
                row.getString("applicant_id"),
                row.getString("refusal_id"),
                row.getString("finding_id"),
                row.getString("ground"),
                row.getObject("refused_on", LocalDate.class),
                row.getObject("fee_window_end", LocalDate.class),
                status(row, now),
                FindingStatus.valueOf(row.getString("finding_status")));
    }

    /** The same that the filter says. */
    private static FeeWindowStatus status(ResultSet row, Instant now) throws SQLException {
        if (row.getBoolean("covered")) {
            return FeeWindowStatus.COVERED;
        }
        var lapsesAt = row.getObject("lapses_at", OffsetDateTime.class);
        return lapsesAt == null || lapsesAt.toInstant().isAfter(now) ? FeeWindowStatus.OPEN : FeeWindowStatus.LAPSED;
    }
}
