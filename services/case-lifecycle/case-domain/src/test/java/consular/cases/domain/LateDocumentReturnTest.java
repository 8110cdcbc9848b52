package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.CommandsOnARefusal.*;
import static consular.cases.domain.DeadlineKind.DOCUMENT_RETURN;
import static consular.cases.domain.DeadlineState.*;

import consular.cases.domain.EventByTime.DocumentReturnDue;
import org.junit.jupiter.api.Test;

/** What was in time stays in time, though it was entered when the return of documents was due. Holds R-DOC-02, R-DOC-03. */
class LateDocumentReturnTest {
    private final CaseScenario story = CaseScenario.applied("2024-03-05")
            .given("officer-a", refuse221g("BC"))
            .given("intake", evidence("F1"))
            .clock("2025-03-06T10:00")
            .thenHappened(DocumentReturnDue.class);

    @Test
    void documents_that_went_back_on_the_last_day_went_back_in_time() {
        story.whenLate("intake", giveBack("R1", "passport"), "2025-03-05T15:00", "entered on the next day")
                .thenAccepted()
                .thenDeadline(DOCUMENT_RETURN, "2025-03-05", "2025-03-06", MET);
    }

    @Test
    void those_that_went_back_later_did_not() {
        story.given("intake", giveBack("R1", "passport"))
                .thenDeadline(DOCUMENT_RETURN, "2025-03-05", "2025-03-06", PASSED);
    }

    @Test
    void an_opinion_that_is_awaited_keeps_them_though_their_return_was_due() {
        story.whenLate("officer-a", ask("F1"), "2025-03-05T15:00", "entered on the next day")
                .thenAccepted()
                .thenDeadline(DOCUMENT_RETURN, "2025-03-05", "2025-03-06", SUSPENDED)
                .given("visa-office", favourable("AO1", null))
                .thenDeadline(DOCUMENT_RETURN, "2025-03-05", "2025-03-07", PASSED);
    }

    @Test
    void a_refusal_that_ceased_to_stand_in_time_kept_none() {
        story.whenLate("officer-a", overcome("F1"), "2025-03-05T15:00", "entered on the next day")
                .thenAccepted()
                .thenDeadline(DOCUMENT_RETURN, "2025-03-05", "2025-03-06", STOPPED);
    }

    @Test
    void one_that_ceased_to_later_kept_them_too_long() {
        story.given("officer-a", overcome("F1")).thenDeadline(DOCUMENT_RETURN, "2025-03-05", "2025-03-06", PASSED);
    }
}
