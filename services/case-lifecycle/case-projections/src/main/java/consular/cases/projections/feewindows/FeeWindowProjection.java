package consular.cases.projections.feewindows;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.FeeStatus;
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
import java.time.ZoneId;
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
                case_id, case_number, post, zone, applicant_id, refusal_id, finding_id,
                ground, refused_on, fee_window_end, lapses_after, covered, lapsed)
            select *
            from unnest(
                ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::date[], ?::date[], ?::date[], ?::boolean[], ?::boolean[])
            """;
    }

    @Override
    public Columns<FeeWindowRow> columns() {
        return Columns.of(
                FeeWindowRow::caseId,
                FeeWindowRow::caseNumber,
                FeeWindowRow::post,
                FeeWindowRow::zone,
                FeeWindowRow::applicantId,
                FeeWindowRow::refusalId,
                FeeWindowRow::findingId,
                FeeWindowRow::ground,
                FeeWindowRow::refusedOn,
                FeeWindowRow::feeWindowEnd,
                FeeWindowRow::lapsesAfter,
                FeeWindowRow::covered,
                FeeWindowRow::lapsed);
    }

    @Override
    public String select() {
        return """
            select case_id, case_number, post, zone, applicant_id, refusal_id, finding_id,
                   ground, refused_on, fee_window_end, lapses_after, covered, lapsed
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
        conditions.date("closingBefore", "fee_window_end < ?::date");
    }

    @Override
    public FeeWindow read(ResultSet row, Instant now) throws SQLException {
        var today = now.atZone(ZoneId.of(row.getString("zone"))).toLocalDate();
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
                status(row, today));
    }

    /** As {@code Applicant.feeStatus} has it, on the day of asking. */
    private static FeeStatus status(ResultSet row, LocalDate today) throws SQLException {
        if (row.getBoolean("lapsed")) {
            return FeeStatus.LAPSED;
        }
        if (row.getBoolean("covered")) {
            return FeeStatus.COVERED;
        }
        return today.isAfter(row.getObject("lapses_after", LocalDate.class)) ? FeeStatus.LAPSED : FeeStatus.OPEN;
    }
}
