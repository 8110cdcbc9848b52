package consular.cases.projections.deadlines;

import consular.cases.domain.CaseDeadlines;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.Deadline;
import consular.cases.domain.DeadlineKind;
import consular.cases.domain.DeadlineState;
import consular.cases.domain.law.Alarms;
import consular.cases.domain.posts.Post;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A clock that may still fire as it is stored. What was met, stopped or passed fires no more and is not kept: a case can
 * tell it at any time.
 *
 * @param ordinal tells the clocks of a case apart; two warnings may have the same kind and subject
 * @param firesAt the first instant, at the post, of the day on which it fires
 * @param state RUNNING if it fires by itself then, as a clock that waits for that day does too
 */
record DeadlineRow(
        String caseId,
        int ordinal,
        String post,
        DeadlineKind kind,
        String subject,
        LocalDate due,
        LocalDate firesOn,
        Instant firesAt,
        DeadlineState state) {

    static List<DeadlineRow> of(CaseFile file, Post post, Alarms alarms) {
        var rows = new ArrayList<DeadlineRow>();
        for (var deadline : CaseDeadlines.of(file, post, alarms)) {
            if (mayFire(deadline)) {
                rows.add(new DeadlineRow(
                        file.caseId().toString(),
                        rows.size(),
                        file.post().value(),
                        deadline.kind(),
                        deadline.subject(),
                        deadline.due(),
                        deadline.firesOn(),
                        deadline.firesAt(),
                        deadline.firesByItself() ? DeadlineState.RUNNING : deadline.state()));
            }
        }
        return rows;
    }

    private static boolean mayFire(Deadline deadline) {
        return switch (deadline.state()) {
            case RUNNING, SUSPENDED -> true;
            case MET, STOPPED, PASSED -> false;
        };
    }
}
