package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.*;

import consular.cases.domain.CaseCommand.GrantFeeException;
import org.junit.jupiter.api.Test;

/** Granting an exception from a new fee. Holds R-FEE-02. */
class GrantFeeExceptionTest {
    private final CaseScenario lapsed = CaseScenario.applied("2022-03-01")
            .given("officer-a", refuse221g("SAO"))
            .clock("2024-06-03T09:00")
            .given("officer-a", processed("F1"))
            .thenFee(FeeStatus.LAPSED);

    @Test
    void it_cites_its_provision() {
        lapsed.when("supervisor-a", new GrantFeeException(A1, null)).thenRejected(CITATION_REQUIRED);
        lapsed.when("supervisor-a", new GrantFeeException(A1, " ")).thenRejected(CITATION_REQUIRED);
    }

    @Test
    void it_spares_the_fee_and_not_the_new_application() {
        lapsed.given("supervisor-a", feeException())
                .thenFee(FeeStatus.LAPSED)
                .when("officer-a", issue())
                .thenRejected(NEW_APPLICATION_AND_FEE_REQUIRED)
                .when("intake", applyUnpaid())
                .thenAccepted()
                .thenFee(FeeStatus.PAID)
                .when("officer-a", issue())
                .thenAccepted();
    }

    @Test
    void it_serves_once() {
        lapsed.given("supervisor-a", feeException())
                .given("intake", applyUnpaid())
                .given("officer-a", refuse221g("SAO"))
                .clock("2025-06-04T09:00")
                .when("intake", applyUnpaid())
                .thenRejected(FEE_UNPAID);
    }
}
