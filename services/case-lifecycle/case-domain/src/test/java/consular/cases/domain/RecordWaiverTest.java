package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.RecordWaiver;
import consular.cases.domain.CaseEvent.ApplicationReopened;
import consular.cases.domain.CaseEvent.WaiverRecorded;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.FindingStatus;
import org.junit.jupiter.api.Test;

/** Recording the waiver that DHS granted. Holds R-LTR-12, R-LTR-13, R-OVC-08. */
class RecordWaiverTest {
    private final CaseScenario manila =
            CaseScenario.applied("2024-03-05").given("officer-a", refuseIneligible("212(a)(9)(B)(i)(II)"));

    @Test
    void a_waiver_by_dhs_closes_the_finding_and_reopens() {
        manila.when("intake", waive("F1"))
                .thenEvents(WaiverRecorded.class, ApplicationReopened.class)
                .thenState(ApplicationState.REOPENED);
        assertThat(manila.finding("F1").status()).isEqualTo(FindingStatus.WAIVED);
        assertThat(manila.applicant().annotationRequired()).isEqualTo(VisaAnnotation.WAIVER);
    }

    @Test
    void there_is_none_of_a_221g_refusal_whatever_its_state() {
        CaseScenario.applied("2024-03-05")
                .given("officer-a", refuse221g("BC"))
                .when("intake", new RecordWaiver(new FindingId("F1"), null))
                .thenRejected(NO_WAIVER_221G);
    }

    @Test
    void it_is_for_dhs_and_shown_by_its_reference() {
        manila.when("intake", new RecordWaiver(new FindingId("F1"), null)).thenRejected(WAIVER_DHS_ONLY);
        manila.when("intake", new RecordWaiver(new FindingId("F9"), " ")).thenRejected(WAIVER_DHS_ONLY);
    }

    @Test
    void only_a_finding_that_stands_is_waived() {
        manila.given("intake", waive("F1")).when("intake", waive("F1")).thenRejected(BAD_FINDING_STATE);
        manila.when("intake", waive("F9")).thenRejected(BAD_FINDING_STATE);
    }

    @Test
    void a_waiver_within_the_year_leaves_the_fee_paid_and_one_after_it_lapsed() {
        manila.given("intake", waive("F1")).thenFee(FeeStatus.PAID);
        CaseScenario.applied("2022-03-01")
                .given("officer-a", refuseIneligible("212(a)(9)(B)(i)(II)"))
                .clock("2024-06-03T09:00")
                .given("intake", waive("F1"))
                .thenFee(FeeStatus.LAPSED);
    }
}
