package consular.cases.projections.classoutbox;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.posts.Post;
import consular.cases.projections.Columns;
import consular.cases.projections.ReadModel;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
final class ClassOutboxProjection implements ReadModel<WaitingRow> {

    @Override
    public String table() {
        return "class_outbox";
    }

    @Override
    public List<WaitingRow> rows(CaseFile file, Post post) {
        return WaitingRow.of(file);
    }

    @Override
    public Columns<WaitingRow> columns() {
        return Columns.<WaitingRow>of()
                .uuid("case_id", WaitingRow::caseId)
                .text("post", WaitingRow::post)
                .date("refused_on", WaitingRow::refusedOn);
    }
}
