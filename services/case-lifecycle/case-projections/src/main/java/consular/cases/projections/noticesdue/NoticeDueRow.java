package consular.cases.projections.noticesdue;

import consular.cases.domain.CaseDeadlines;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.Deadline;
import consular.cases.domain.DeadlineKind;
import consular.cases.domain.law.Alarms;
import consular.cases.domain.posts.Post;
import consular.cases.domain.refusals.NoticeState;
import consular.cases.domain.refusals.Refusal;
import java.time.LocalDate;
import java.util.List;

/**
 * A notice that is due as it is stored.
 *
 * @param urgency 0 once the alarm has gone off, 1 before: it sorts
 */
record NoticeDueRow(
        String caseId,
        String caseNumber,
        String post,
        String applicantId,
        String refusalId,
        LocalDate refusedOn,
        LocalDate dueOn,
        LocalDate alarmOn,
        NoticeState state,
        boolean written,
        int urgency) {

    static List<NoticeDueRow> of(CaseFile file, Post post, Alarms alarms) {
        return CaseDeadlines.of(file, post, alarms).stream()
                .filter(deadline -> deadline.kind() == DeadlineKind.NOTICE)
                .flatMap(deadline -> file.refusals()
                        .filter(refusal -> refusal.refusalId().value().equals(deadline.subject()))
                        .filter(refusal -> !refusal.notice().state().isSettled())
                        .map(refusal -> of(file, refusal, deadline)))
                .toList();
    }

    private static NoticeDueRow of(CaseFile file, Refusal refusal, Deadline deadline) {
        var notice = refusal.notice();
        return new NoticeDueRow(
                file.caseId().toString(),
                file.caseNumber(),
                file.post().value(),
                refusal.applicantId().value(),
                refusal.refusalId().value(),
                refusal.refusedOn(),
                notice.dueOn(),
                deadline.firesOn(),
                notice.state(),
                notice.written(),
                notice.overdue() ? 0 : 1);
    }
}
