package consular.cases.projections.documentreturns;

import consular.cases.domain.CaseDeadlines;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.Deadline;
import consular.cases.domain.DeadlineKind;
import consular.cases.domain.law.Alarms;
import consular.cases.domain.posts.Post;
import consular.cases.domain.refusals.Refusal;
import consular.cases.domain.refusals.RefusalId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A refusal for which documents are held, as it is stored.
 *
 * @param stage 0 due for return, 1 not yet
 */
record DocumentReturnRow(
        String caseId,
        String caseNumber,
        String post,
        String applicantId,
        String refusalId,
        LocalDate refusedOn,
        LocalDate returnBy,
        CustodyState state,
        int stage) {

    static List<DocumentReturnRow> of(CaseFile file, Post post, Alarms alarms) {
        return CaseDeadlines.of(file, post, alarms).stream()
                .filter(deadline -> deadline.kind() == DeadlineKind.DOCUMENT_RETURN)
                .flatMap(deadline -> of(file, deadline).stream())
                .toList();
    }

    private static Optional<DocumentReturnRow> of(CaseFile file, Deadline deadline) {
        return file.refusal(new RefusalId(deadline.subject()))
                .filter(refusal -> !refusal.custody().returned())
                .flatMap(refusal -> state(deadline).map(state -> row(file, refusal, deadline, state)));
    }

    private static Optional<CustodyState> state(Deadline deadline) {
        return switch (deadline.state()) {
            case RUNNING -> Optional.of(CustodyState.HELD);
            case SUSPENDED -> Optional.of(CustodyState.SUSPENDED);
            case PASSED -> Optional.of(CustodyState.DUE);
            case MET, STOPPED -> Optional.empty();
        };
    }

    private static DocumentReturnRow row(CaseFile file, Refusal refusal, Deadline deadline, CustodyState state) {
        return new DocumentReturnRow(
                file.caseId().toString(),
                file.caseNumber(),
                file.post().value(),
                refusal.applicantId().value(),
                refusal.refusalId().value(),
                refusal.refusedOn(),
                deadline.due(),
                state,
                state == CustodyState.DUE ? 0 : 1);
    }
}
