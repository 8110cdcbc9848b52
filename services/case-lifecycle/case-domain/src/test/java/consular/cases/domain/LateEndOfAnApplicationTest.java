package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.CommandsOnARefusal.*;
import static consular.cases.domain.DeadlineKind.DECISION;
import static consular.cases.domain.DeadlineKind.DOCUMENT_RETURN;
import static consular.cases.domain.DeadlineKind.FEE_WINDOW;
import static consular.cases.domain.DeadlineKind.MEDICAL_DEFERRAL;
import static consular.cases.domain.DeadlineState.MET;
import static consular.cases.domain.DeadlineState.PASSED;
import static consular.cases.domain.DeadlineState.STOPPED;
import static consular.cases.domain.Families.defer;

import consular.cases.domain.EventByTime.DecisionOverdue;
import consular.cases.domain.EventByTime.DocumentReturnDue;
import consular.cases.domain.EventByTime.FeeWindowClosed;
import consular.cases.domain.EventByTime.MedicalDeferralEnded;
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

    @Test
    void papers_that_went_back_after_it_had_ended_in_time_went_back_in_time() {
        documentsKept()
                .whenLate("officer-a", withdraw(), "2025-03-05T16:00", "entered on the next day")
                .thenAccepted()
                .given("intake", giveBack("R1", "passport"))
                .thenDeadline(DOCUMENT_RETURN, "2025-03-05", "2025-03-06", MET);
    }

    @Test
    void while_an_opinion_held_the_documents_all_was_in_time() {
        heldByAnOpinion()
                .whenLate("officer-a", withdraw(), "2025-06-10T16:00", "entered on the next day")
                .thenAccepted()
                .thenDeadline(DOCUMENT_RETURN, "2025-03-05", "2025-06-11", STOPPED);
        heldByAnOpinion()
                .whenLate("intake", giveBack("R1", "passport"), "2025-06-10T16:00", "entered on the next day")
                .thenAccepted()
                .thenDeadline(DOCUMENT_RETURN, "2025-03-05", "2025-06-11", MET);
    }

    @Test
    void a_medical_deferral_whose_applicant_withdrew_on_its_last_day_did_not_pass() {
        CaseScenario.applied("2022-06-15")
                .given("officer-a", refuse221g("Med"))
                .given("officer-a", defer(A1, "F1", "2022-09-03"))
                .clock("2022-09-05T09:00")
                .thenHappened(MedicalDeferralEnded.class)
                .whenLate("officer-a", withdraw(), "2022-09-03T16:00", "entered on Monday")
                .thenAccepted()
                .thenDeadline(MEDICAL_DEFERRAL, "2022-09-03", "2022-09-04", STOPPED);
    }

    @Test
    void a_fee_that_had_lapsed_stays_lapsed_and_one_that_had_not_does_not_lapse() {
        windowClosed().given("officer-a", withdraw()).thenFee(FeeStatus.LAPSED);
        windowClosed()
                .whenLate("officer-a", withdraw(), "2025-03-05T16:00", "entered on the next day")
                .thenAccepted()
                .thenFee(FeeStatus.PAID);
    }

    @Test
    void the_window_is_that_of_what_stood_and_not_of_what_was_reversed_before() {
        CaseScenario.applied("2024-03-05")
                .given("officer-a", refuseIneligible("212(a)(4)"))
                .clock("2024-06-03T09:00")
                .given("officer-a", refuseIneligible("212(a)(5)(A)"))
                .given("officer-a", reverseOwn("R2"))
                .clock("2025-03-10T09:00")
                .given("officer-a", withdraw())
                .thenDeadline(FEE_WINDOW, "2025-03-05", "2025-03-06", PASSED);
    }

    @Test
    void what_was_past_already_when_all_of_it_was_entered_is_past_as_if_entered_in_turn() {
        for (var end : List.<CaseCommand>of(withdraw(), discontinue("order-1"))) {
            CaseScenario.registered("2024-03-01")
                    .clock("2024-03-20T09:00")
                    .whenLate("intake", apply(), "2024-03-05T09:00", "entered two weeks later")
                    .thenAccepted()
                    .whenLate("officer-a", end, "2024-03-12T09:00", "entered a week later")
                    .thenAccepted()
                    .thenDeadline(DECISION, "2024-03-05", "2024-03-06", PASSED);
        }
    }

    private static CaseScenario heldByAnOpinion() {
        return CaseScenario.applied("2024-03-05")
                .given("officer-a", refuse221g("BC"))
                .given("intake", evidence("F1"))
                .given("officer-a", ask("F1"))
                .clock("2025-06-10T09:00")
                .given("visa-office", favourable("AO1", null))
                .clock("2025-06-11T09:00")
                .thenHappened(DocumentReturnDue.class);
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
