package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineKind.FEE_WINDOW;
import static consular.cases.domain.DeadlineState.*;

import consular.cases.domain.CaseEvent.VisaIssued;
import consular.cases.domain.EventByTime.FeeWindowClosed;
import org.junit.jupiter.api.Test;

/** A fee that evidence covered when the last window ended stays covered, whatever is decided afterwards. Holds R-FEE-01, R-OVC-04. */
class CoveredFeeTest {
    /** Two reasons of one day, evidence in time for the first, and late for the other. */
    private static CaseScenario evidenceOnBoth() {
        return CaseScenario.appliedAt("SDO", "2023-09-20")
                .given("officer-a", refuse221g("BC", "Tax"))
                .clock("2024-09-20T15:00Z")
                .given("intake", evidence("F1"))
                .clock("2024-11-05T15:00Z")
                .given("intake", evidence("F2"));
    }

    @Test
    void W_10_the_order_in_which_findings_are_overcome_asks_nobody_for_a_fee() {
        evidenceOnBoth()
                .given("officer-a", overcome("F2"))
                .given("officer-a", overcome("F1"))
                .thenFee(FeeStatus.PAID);
        evidenceOnBoth()
                .given("officer-a", overcome("F1"))
                .thenFee(FeeStatus.COVERED)
                .thenDeadline(FEE_WINDOW, "2024-09-20", "2024-09-21", MET)
                .given("officer-a", overcome("F2"))
                .thenNever(FeeWindowClosed.class)
                .thenFee(FeeStatus.PAID)
                .when("officer-a", issue())
                .thenEvents(VisaIssued.class);
    }

    @Test
    void evidence_on_what_was_closed_before_the_last_window_ended_covers_nothing_else() {
        CaseScenario.appliedAt("SDO", "2023-09-20")
                .given("officer-a", refuse221g("BC", "Tax"))
                .clock("2024-09-19T15:00Z")
                .given("intake", evidence("F1"))
                .given("officer-a", overcome("F1"))
                .thenFee(FeeStatus.OPEN)
                .clock("2024-09-23T15:00Z")
                .thenHappened(FeeWindowClosed.class)
                .thenFee(FeeStatus.LAPSED);
    }

    @Test
    void nor_does_it_where_evidence_came_when_the_window_of_one_was_over() {
        lateOnOne().given("officer-a", overcome("F1", "F2")).thenFee(FeeStatus.PAID);
        lateOnOne()
                .given("officer-a", overcome("F1"))
                .given("officer-a", overcome("F2"))
                .thenFee(FeeStatus.PAID);
        lateOnOne()
                .given("officer-a", overcome("F2"))
                .thenFee(FeeStatus.COVERED)
                .given("officer-a", overcome("F1"))
                .thenFee(FeeStatus.PAID);
    }

    private static CaseScenario lateOnOne() {
        return CaseScenario.appliedAt("SDO", "2024-06-10")
                .given("officer-a", refuseCurable("212(a)(4)"))
                .clock("2025-05-01T15:00Z")
                .given("officer-a", refuseCurable("212(a)(6)(E)"))
                .clock("2025-08-01T15:00Z")
                .given("intake", evidence("F1", "F2"))
                .thenFee(FeeStatus.COVERED);
    }
}
