package consular.cases.projections.reviews;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.posts.Post;
import consular.cases.domain.refusals.ReviewClass;
import consular.cases.domain.refusals.ReviewState;
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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class ReviewProjection implements ListedReadModel<ReviewRow> {

    @Override
    public ReadModelName name() {
        return ReadModelName.REVIEWS;
    }

    @Override
    public String table() {
        return "reviews";
    }

    @Override
    public List<ReviewRow> rows(CaseFile file, Post post) {
        return ReviewRow.of(file);
    }

    @Override
    public Columns<ReviewRow> columns() {
        return Columns.<ReviewRow>of()
                .uuid("case_id", ReviewRow::caseId)
                .text("case_number", ReviewRow::caseNumber)
                .text("post", ReviewRow::post)
                .text("zone", ReviewRow::zone)
                .text("applicant_id", ReviewRow::applicantId)
                .text("refusal_id", ReviewRow::reviewed)
                .flag("issuance", ReviewRow::isIssuance)
                .text("review_class", ReviewRow::reviewClass)
                .text("state", ReviewRow::state)
                .flag("is_open", ReviewRow::isOpen)
                .date("refused_on", ReviewRow::refusedOn)
                .date("target", ReviewRow::target)
                .date("deadline", ReviewRow::deadline)
                .date("overdue_since", ReviewRow::overdueSince)
                .date("act_by", ReviewRow::actBy)
                .smallint("urgency", ReviewRow::urgency)
                .text("officer", ReviewRow::officer)
                .text("reviewer", ReviewRow::reviewer);
    }

    @Override
    public List<SortColumn> order() {
        return List.of(
                new SortColumn("urgency", SortColumn.Type.RANK),
                new SortColumn("act_by", SortColumn.Type.DATE),
                new SortColumn("case_id", SortColumn.Type.CASE_ID),
                new SortColumn("refusal_id", SortColumn.Type.TEXT));
    }

    /**
     * The queue is what somebody has to do; whoever wants something else names its state. Nothing is due of a review that
     * nobody has to do, or that has an outcome.
     */
    @Override
    public void filter(Conditions conditions) {
        if (!conditions.has("state") || conditions.has("dueBefore")) {
            conditions.always("is_open");
        }
        conditions
                .constant("state", ReviewState.class, "state = ?")
                .text("officer", "officer = ?")
                .date("dueBefore", "act_by < ?::date");
    }

    @Override
    public RefusalReview read(ResultSet row, Instant now) throws SQLException {
        var state = ReviewState.valueOf(row.getString("state"));
        var today = now.atZone(ZoneId.of(row.getString("zone"))).toLocalDate();
        var deadline = row.getObject("deadline", LocalDate.class);
        return new RefusalReview(
                row.getObject("case_id", UUID.class),
                row.getString("case_number"),
                row.getString("post"),
                row.getString("applicant_id"),
                row.getBoolean("issuance") ? null : row.getString("refusal_id"),
                ReviewClass.valueOf(row.getString("review_class")),
                state,
                row.getObject("refused_on", LocalDate.class),
                row.getObject("target", LocalDate.class),
                deadline,
                daysLeft(state, today, deadline),
                row.getObject("overdue_since", LocalDate.class),
                Priority.ofUrgency(row.getInt("urgency")),
                row.getString("officer"),
                row.getString("reviewer"));
    }

    private static @Nullable Long daysLeft(ReviewState state, LocalDate today, @Nullable LocalDate deadline) {
        return deadline == null || state.isClosed() ? null : ChronoUnit.DAYS.between(today, deadline);
    }
}
