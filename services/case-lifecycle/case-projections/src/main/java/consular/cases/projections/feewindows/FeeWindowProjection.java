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
    public String insert() {
        return """
            insert into {schema}.fee_windows (
                case_id, case_number, post, applicant_id, refusal_id, finding_id,
                ground, refused_on, fee_window_end, finding_status, covered, lapses_at)
            select *
            from unnest(
                ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::date[], ?::date[], ?::text[], ?::boolean[], ?::timestamptz[])
            """;
    }

    @Override
    public Columns<FeeWindowRow> columns() {
        return Columns.of(
                FeeWindowRow::caseId,
                FeeWindowRow::caseNumber,
                FeeWindowRow::post,
                FeeWindowRow::applicantId,
                FeeWindowRow::refusalId,
                FeeWindowRow::findingId,
                FeeWindowRow::ground,
                FeeWindowRow::refusedOn,
                FeeWindowRow::feeWindowEnd,
                FeeWindowRow::findingStatus,
                FeeWindowRow::covered,
                FeeWindowRow::lapsesAt);
    }

    @Override
    public String select() {
        return """
            select case_id, case_number, post, applicant_id, refusal_id, finding_id,
                   ground, refused_on, fee_window_end, finding_status, covered, lapses_at
            from {schema}.fee_windows
            """;
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
