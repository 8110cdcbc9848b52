package consular.cases.projections.noticesdue;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.Deadline;
import consular.cases.domain.DeadlineKind;
import consular.cases.domain.law.Alarms;
import consular.cases.domain.posts.Post;
import consular.cases.domain.refusals.NoticeState;
import consular.cases.domain.refusals.Refusal;
import consular.cases.projections.RefusalInList;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A notice that is due as it is stored.
 *
 * @param urgency 0 once the alarm has gone off, 1 before: it sorts
 */
record NoticeDueRow(
        RefusalInList refusal, LocalDate dueOn, LocalDate alarmOn, NoticeState state, boolean written, int urgency) {

    static List<NoticeDueRow> of(CaseFile file, Post post, Alarms alarms) {
        return RefusalInList.rows(
                file,
                post,
                alarms,
                DeadlineKind.NOTICE,
                (refusal, deadline) -> refusal.notice().state().isSettled()
                        ? Optional.empty()
                        : Optional.of(of(file, refusal, deadline)));
    }

    private static NoticeDueRow of(CaseFile file, Refusal refusal, Deadline deadline) {
        var notice = refusal.notice();
        return new NoticeDueRow(
                RefusalInList.of(file, refusal),
                notice.dueOn(),
                deadline.firesOn(),
                notice.state(),
                notice.written(),
                notice.overdue() ? 0 : 1);
    }
}
