package consular.cases.projections.opencases;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.Alarms;
import consular.cases.domain.law.Policy;
import consular.cases.domain.posts.Post;
import consular.cases.projections.Columns;
import consular.cases.projections.ReadModel;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
final class OpenCaseProjection implements ReadModel<OpenCaseRow> {
    private final Alarms alarms;

    OpenCaseProjection(Policy policy) {
        this.alarms = policy.alarms();
    }

    @Override
    public String table() {
        return "open_cases";
    }

    @Override
    public List<OpenCaseRow> rows(CaseFile file, Post post) {
        return OpenCaseRow.of(file, post, alarms);
    }

    @Override
    public Columns<OpenCaseRow> columns() {
        return Columns.<OpenCaseRow>of().uuid("case_id", OpenCaseRow::caseId).text("post", OpenCaseRow::post);
    }
}
