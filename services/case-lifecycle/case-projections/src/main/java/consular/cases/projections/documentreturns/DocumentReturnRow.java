package consular.cases.projections.documentreturns;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.Deadline;
import consular.cases.domain.DeadlineKind;
import consular.cases.domain.law.Alarms;
import consular.cases.domain.posts.Post;
import consular.cases.domain.refusals.Refusal;
import consular.cases.projections.RefusalInList;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A refusal for which documents are held, as it is stored.
 *
 * @param stage 0 due for return, 1 not yet
 */
record DocumentReturnRow(RefusalInList refusal, LocalDate returnBy, CustodyState state, int stage) {

    static List<DocumentReturnRow> of(CaseFile file, Post post, Alarms alarms) {
        return RefusalInList.rows(
                file,
                post,
                alarms,
                DeadlineKind.DOCUMENT_RETURN,
                (refusal, deadline) -> refusal.custody().returned()
                        ? Optional.empty()
                        : state(refusal, deadline).map(state -> row(file, refusal, deadline, state)));
    }

    private static Optional<CustodyState> state(Refusal refusal, Deadline deadline) {
        return switch (deadline.state()) {
            case RUNNING -> Optional.of(CustodyState.HELD);
            case SUSPENDED -> Optional.of(CustodyState.SUSPENDED);
            case PASSED -> Optional.of(CustodyState.DUE);
            // told to be due, it stays until they went back, though what it rested on had ended in time
            case STOPPED -> refusal.custody().returnDue() ? Optional.of(CustodyState.DUE) : Optional.empty();
            case MET -> Optional.empty();
        };
    }

    private static DocumentReturnRow row(CaseFile file, Refusal refusal, Deadline deadline, CustodyState state) {
        return new DocumentReturnRow(
                RefusalInList.of(file, refusal), deadline.due(), state, state == CustodyState.DUE ? 0 : 1);
    }
}
