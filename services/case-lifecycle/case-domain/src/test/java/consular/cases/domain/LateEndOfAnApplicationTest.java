package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineKind.DECISION;
import static consular.cases.domain.DeadlineKind.DOCUMENT_RETURN;
import static consular.cases.domain.DeadlineKind.FEE_WINDOW;
import static consular.cases.domain.DeadlineState.PASSED;
import static consular.cases.domain.DeadlineState.STOPPED;

import consular.cases.domain.EventByTime.DecisionOverdue;
import consular.cases.domain.EventByTime.DocumentReturnDue;
import consular.cases.domain.EventByTime.FeeWindowClosed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An application that ended in time missed no limit, though its end was entered when the limit was told to have passed. */
class LateEndOfAnApplicationTest {
    @Test
    void withdrawn_or_discontinued_on_the_day_itself_it_did_not_wait_too_long_for_a_decision() {
        for (var end : List.<CaseCommand>of(withdraw(), discontinue("order-1"))) {
            var story =
                    CaseScenario.applied("2024-03-05").clock("2024-03-06T09:00").thenHappened(DecisionOverdue.class);
            story.whenLate("officer-a", end, "2024-03-05T16:00", "entered on the next day")
                    .thenAccepted()
                    .thenDeadline(DECISION, "2024-03-05", "2024-03-06", STOPPED);
        }
    }

    @Test
    void withdrawn_later_it_did() {
        CaseScenario.applied("2024-03-05")
                .clock("2024-03-06T09:00")
                .thenHappened(DecisionOverdue.class)
                .given("officer-a", withdraw())
                .thenDeadline(DECISION, "2024-03-05", "2024-03-06", PASSED);
    }

    @Test
    void withdrawn_on_the_last_day_of_a_year_it_kept_no_documents_and_let_no_window_pass() {
        documentsKept()
                .whenLate("officer-a", withdraw(), "2025-03-05T16:00", "entered on the next day")
                .thenAccepted()
                .thenDeadline(DOCUMENT_RETURN, "2025-03-05", "2025-03-06", STOPPED);
        windowClosed()
                .whenLate("officer-a", withdraw(), "2025-03-05T16:00", "entered on the next day")
                .thenAccepted()
                .thenDeadline(FEE_WINDOW, "2025-03-05", "2025-03-06", STOPPED);
    }

    @Test
    void withdrawn_on_the_day_after_it_did_both() {
        documentsKept()
                .given("officer-a", withdraw())
                .thenDeadline(DOCUMENT_RETURN, "2025-03-05", "2025-03-06", PASSED);
        windowClosed().given("officer-a", withdraw()).thenDeadline(FEE_WINDOW, "2025-03-05", "2025-03-06", PASSED);
    }

    private static CaseScenario documentsKept() {
        return CaseScenario.applied("2024-03-05")
                .given("officer-a", refuse221g("BC"))
                .given("intake", evidence("F1"))
                .clock("2025-03-06T09:00")
                .thenHappened(DocumentReturnDue.class);
    }

    private static CaseScenario windowClosed() {
        return CaseScenario.applied("2024-03-05")
                .given("officer-a", refuseIneligible("212(a)(4)"))
                .clock("2025-03-06T09:00")
                .thenHappened(FeeWindowClosed.class);
    }
}
