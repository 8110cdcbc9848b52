package consular.cases.domain;

import consular.cases.domain.ineligibility.FileCategory;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.refusals.Refusal;
import consular.cases.domain.refusals.RefusalId;
import java.time.LocalDate;
import java.util.List;

/**
 * A refusal, with its notice, its entry in CLASS, its review and its findings.
 *
 * @param missingDocuments the standard annotations of documents that are missing besides, at a refusal as ineligible; none
 *     under 221(g), where each is a finding
 */
public record RefusalView(
        RefusalId refusalId,
        LocalDate refusedOn,
        OfficerId officer,
        FileCategory fileCategory,
        NoticeView notice,
        ClassEntryView classEntry,
        ReviewView review,
        List<FindingView> findings,
        List<String> missingDocuments) {

    static RefusalView of(Refusal refusal) {
        return new RefusalView(
                refusal.refusalId(),
                refusal.refusedOn(),
                refusal.officer(),
                refusal.fileCategory(),
                new NoticeView(refusal.notice().state(), refusal.notice().dueOn()),
                new ClassEntryView(refusal.classEntry().state()),
                ReviewView.of(refusal.review()),
                refusal.findings().stream().map(FindingView::of).toList(),
                refusal.missingDocuments());
    }
}
