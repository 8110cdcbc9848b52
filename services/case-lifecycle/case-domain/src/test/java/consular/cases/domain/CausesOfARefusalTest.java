package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.VisaRefused;
import consular.cases.domain.law.Rule;
import consular.cases.domain.refusals.CfrTrigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What gives cause for a refusal under 221(g), by the regulation's list. Holds R-IV-14. */
class CausesOfARefusalTest {
    private final CaseScenario manila = CaseScenario.applied("2024-03-05");

    private static ReasonGiven reason(String annotation, CfrTrigger cause) {
        return new ReasonGiven(annotation, null, null, cause);
    }

    @ParameterizedTest
    @EnumSource(CfrTrigger.class)
    void each_of_the_seven_may_be_named(CfrTrigger cause) {
        manila.given("officer-a", refuse221g(reason("FP", cause)));
        assertThat(manila.finding("F1").cfrTrigger()).isEqualTo(cause);
        assertThat(manila.line(VisaRefused.class).stamp().rules()).contains(Rule.CAUSES_OF_A_221G_REFUSAL);
    }

    @Test
    void the_list_has_seven() {
        assertThat(CfrTrigger.values()).hasSize(7);
    }

    @Test
    void each_reason_has_its_own_or_none() {
        manila.given("officer-a", refuse221g(reason("BC", CfrTrigger.A3), new ReasonGiven("Med", null, null)));
        assertThat(manila.finding("F1").cfrTrigger()).isEqualTo(CfrTrigger.A3);
        assertThat(manila.finding("F2").cfrTrigger()).isNull();
    }

    @Test
    void where_none_is_named_the_refusal_does_not_rest_on_the_list() {
        manila.given("officer-a", refuse221g("BC"));
        assertThat(manila.line(VisaRefused.class).stamp().rules()).doesNotContain(Rule.CAUSES_OF_A_221G_REFUSAL);
    }

    @Test
    void the_cause_changes_no_clock_and_bars_nothing() {
        manila.given("officer-a", refuse221g(reason("BC", CfrTrigger.A1)));
        var other = CaseScenario.applied("2024-03-05").given("officer-a", refuse221g("BC"));
        assertThat(manila.finding("F1").feeWindowEnd())
                .isEqualTo(other.finding("F1").feeWindowEnd());
        assertThat(manila.finding("F1").terminateFrom())
                .isEqualTo(other.finding("F1").terminateFrom());
        manila.given("intake", evidence("F1"))
                .given("officer-a", overcome("F1"))
                .given("officer-a", issue());
    }
}
