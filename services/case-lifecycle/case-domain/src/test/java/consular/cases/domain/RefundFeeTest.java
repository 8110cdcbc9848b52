package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.*;

import consular.cases.domain.CaseEvent.FeeRefunded;
import consular.cases.domain.CaseEvent.NewApplicationTaken;
import consular.cases.domain.EventByTime.DecisionOverdue;
import org.junit.jupiter.api.Test;

/** Giving a fee back. Holds R-FEE-05. */
class RefundFeeTest {
    private final CaseScenario undecided = CaseScenario.applied("2024-03-05");

    @Test
    void gives_back_the_fee_of_what_the_government_kept_from_being_decided() {
        undecided
                .when("supervisor-a", refund())
                .thenEvents(FeeRefunded.class)
                .thenState(ApplicationState.UNDECIDED)
                .thenFee(FeeStatus.LAPSED);
    }

    @Test
    void needs_a_new_application_and_fee_afterwards() {
        undecided
                .given("supervisor-a", refund())
                .when("officer-a", issue())
                .thenRejected(NEW_APPLICATION_AND_FEE_REQUIRED)
                .when("intake", applyUnpaid())
                .thenRejected(FEE_UNPAID)
                .when("intake", apply())
                .thenEvents(NewApplicationTaken.class)
                .thenFee(FeeStatus.PAID)
                .when("officer-a", issue())
                .thenAccepted();
    }

    @Test
    void the_new_application_has_a_limit_of_its_own() {
        undecided
                .clock("2024-06-03T09:00")
                .thenHappened(DecisionOverdue.class)
                .given("supervisor-a", refund())
                .given("intake", apply())
                .thenDeadline(DeadlineKind.DECISION, "2024-06-03", "2024-06-04", DeadlineState.RUNNING);
    }

    @Test
    void is_not_due_before_a_fee_was_paid() {
        CaseScenario.registered("2024-03-05").when("supervisor-a", refund()).thenRejected(REFUND_NOT_DUE);
        CaseScenario.registered("2024-03-05")
                .given("supervisor-a", feeException())
                .given("intake", applyUnpaid())
                .when("supervisor-a", refund())
                .thenRejected(REFUND_NOT_DUE);
    }

    @Test
    void is_due_once() {
        undecided.given("supervisor-a", refund()).when("supervisor-a", refund()).thenRejected(REFUND_NOT_DUE);
    }

    @Test
    void is_due_again_for_the_fee_of_a_new_application() {
        undecided
                .given("supervisor-a", refund())
                .given("intake", apply())
                .when("supervisor-a", refund())
                .thenEvents(FeeRefunded.class);
    }

    @Test
    void is_never_due_once_the_visa_is_issued() {
        undecided.given("officer-a", issue()).when("supervisor-a", refund()).thenRejected(REFUND_NOT_DUE);
    }

    @Test
    void a_refusal_never_refunds_even_one_overcome() {
        undecided
                .given("officer-a", refuse221g("BC"))
                .when("supervisor-a", refund())
                .thenRejected(REFUND_NOT_DUE)
                .given("officer-a", evidence("F1"))
                .given("officer-a", overcome("F1"))
                .thenState(ApplicationState.REOPENED)
                .when("supervisor-a", refund())
                .thenRejected(REFUND_NOT_DUE);
    }

    @Test
    void is_not_due_to_one_who_withdrew() {
        undecided.given("officer-a", withdraw()).when("supervisor-a", refund()).thenRejected(REFUND_NOT_DUE);
    }

    @Test
    void is_not_due_while_an_order_stands() {
        undecided
                .given("visa-office", discontinue("243d-1"))
                .when("supervisor-a", refund())
                .thenRejected(REFUND_NOT_DUE)
                .given("visa-office", lift("243d-1"))
                .when("supervisor-a", refund())
                .thenEvents(FeeRefunded.class);
    }

    @Test
    void an_exception_spares_the_fee_of_the_application_that_follows() {
        undecided
                .given("supervisor-a", refund())
                .given("supervisor-a", feeException())
                .when("intake", applyUnpaid())
                .thenAccepted()
                .thenFee(FeeStatus.PAID)
                .when("supervisor-a", refund())
                .thenRejected(REFUND_NOT_DUE);
    }
}
