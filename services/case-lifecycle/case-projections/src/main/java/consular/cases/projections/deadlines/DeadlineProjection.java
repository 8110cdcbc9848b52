package consular.cases.projections.deadlines;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.Alarms;
import consular.cases.domain.law.Policy;
import consular.cases.domain.posts.Post;
import consular.cases.projections.Columns;
import consular.cases.projections.ReadModel;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
final class DeadlineProjection implements ReadModel<DeadlineRow> {
    private final Alarms alarms;

    DeadlineProjection(Policy policy) {
        this.alarms = policy.alarms();
    }

    @Override
    public String table() {
        return "deadlines";
    }

    @Override
    public List<DeadlineRow> rows(CaseFile file, Post post) {
        return DeadlineRow.of(file, post, alarms);
    }

    @Override
    public Columns<DeadlineRow> columns() {
        return Columns.<DeadlineRow>of()
                .uuid("case_id", DeadlineRow::caseId)
                .integer("ordinal", DeadlineRow::ordinal)
                .text("post", DeadlineRow::post)
                .text("kind", DeadlineRow::kind)
                .text("subject", DeadlineRow::subject)
                .date("due", DeadlineRow::due)
                .date("fires_on", DeadlineRow::firesOn)
                .moment("fires_at", DeadlineRow::firesAt)
                .text("state", DeadlineRow::state);
    }
}
