package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.RefuseIneligible;
import consular.cases.domain.CaseEvent.FindingsSuperseded;
import consular.cases.domain.CaseEvent.VisaRefused;
import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.law.Rule;
import consular.cases.domain.refusals.ClassEntryState;
import consular.cases.domain.refusals.FindingStatus;
import consular.cases.domain.refusals.ReviewClass;
import consular.cases.domain.refusals.ReviewState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refusing an applicant as ineligible. Holds R-IV-09, R-IV-18. */
class RefuseIneligibleTest {
    private final CaseScenario manila = CaseScenario.applied("2024-03-05");

    @Test
    void a_substantive_finding_takes_the_place_of_what_stood_under_221g() {
        manila.given("officer-a", refuse221g("BC", "FPU"))
                .clock("2024-03-11T09:00")
                .when("officer-a", refuseIneligible("212(a)(6)(C)(i)"))
                .thenEvents(FindingsSuperseded.class, VisaRefused.class)
                .thenState(ApplicationState.REFUSED);
        assertThat(manila.finding("F1").status()).isEqualTo(FindingStatus.SUPERSEDED);
        assertThat(manila.finding("F2").status()).isEqualTo(FindingStatus.SUPERSEDED);
        assertThat(manila.finding("F3").status()).isEqualTo(FindingStatus.ACTIVE);
        assertThat(manila.finding("F3").refusedOn()).isEqualTo("2024-03-11");
        assertThat(manila.view().registration().terminateFrom()).isNull();
        assertThat(manila.refusal("R2").classEntry().state()).isEqualTo(ClassEntryState.QUEUED);
        assertThat(manila.line(FindingsSuperseded.class).stamp().rules())
                .contains(Rule.NO_221G_WHERE_212A_APPLIES, Rule.SUBSTANTIVE_FINDING_IS_A_NEW_REFUSAL);
    }

    @Test
    void a_212e_finding_supersedes_too_and_does_not_go_to_class() {
        manila.given("officer-a", refuse221g("BC")).given("officer-a", refuseIneligible("212(e)"));
        assertThat(manila.finding("F1").status()).isEqualTo(FindingStatus.SUPERSEDED);
        assertThat(manila.refusal("R2").classEntry().state()).isEqualTo(ClassEntryState.NONE);
    }

    @Test
    void a_finding_on_a_further_ground_stands_beside_the_first() {
        manila.given("officer-a", refuseIneligible("212(a)(4)")).given("officer-a", refuseIneligible("212(a)(6)(E)"));
        assertThat(manila.finding("F1").status()).isEqualTo(FindingStatus.ACTIVE);
        assertThat(manila.finding("F2").status()).isEqualTo(FindingStatus.ACTIVE);
    }

    @Test
    void an_immigrant_is_refused_on_the_grounds_for_immigrants_says_the_rule_on_them() {
        manila.when("officer-a", refuseIneligible("222(g)"))
                .thenRejected(NIV_ONLY_GROUND, Rule.REFUSAL_RESTS_ON_A_GROUND);
    }

    /** The grounds for nonimmigrants alone are those of R-NIV-02. */
    @ParameterizedTest(name = "{0} is rejected as {1}")
    @CsvSource({
        "P6C, QUASI_NOT_A_GROUND",
        "214(b), NIV_ONLY_GROUND",
        "222(g), NIV_ONLY_GROUND",
        "212(f), NIV_ONLY_GROUND",
        "221(g), G221_WITH_212A",
        "221(g)(1), G221_WITH_212A",
        "212(a), UNKNOWN_GROUND",
        "212(a)(11), UNKNOWN_GROUND",
        "public charge, UNKNOWN_GROUND",
    })
    void a_ground_is_set_out_in_the_law_for_immigrants(String ground, RejectionCode code) {
        manila.when("officer-a", refuseIneligible(ground)).thenRejected(code);
        manila.when("officer-a", refuseIneligible("212(a)(4)", ground)).thenRejected(code);
    }

    @ParameterizedTest
    @CsvSource({"212(a)(4)", "212(a)(3)(B)", "212(a)(9)(B)(i)(II)", "212(e)"})
    void a_ground_may_be_given_at_any_depth(String ground) {
        manila.when("officer-a", refuseIneligible(ground)).thenAccepted();
        assertThat(manila.finding("F1").ground()).isEqualTo(ground);
    }

    @Test
    void a_refusal_rests_on_a_ground_and_a_ground_on_facts() {
        manila.when("officer-a", new RefuseIneligible(A1, null, null)).thenRejected(NO_GROUND);
        manila.when("officer-a", new RefuseIneligible(A1, List.of(), null)).thenRejected(NO_GROUND);
        manila.when("officer-a", given("212(a)(4)", null)).thenRejected(FACTUAL_BASIS_REQUIRED);
        manila.when("officer-a", given("212(a)(4)", "  ")).thenRejected(FACTUAL_BASIS_REQUIRED);
    }

    @Test
    void what_evidence_cannot_cure_has_to_be_reviewed_within_thirty_days() {
        manila.given("officer-a", given("212(a)(4)", "facts"));
        var review = manila.refusal("R1").review();
        assertThat(review.reviewClass()).isEqualTo(ReviewClass.MANDATORY);
        assertThat(review.state()).isEqualTo(ReviewState.DUE);
        assertThat(review.deadline()).isEqualTo("2024-04-04");

        manila.given("officer-a", refuseCurable("212(a)(4)"));
        assertThat(manila.refusal("R2").review().reviewClass()).isEqualTo(ReviewClass.DISCRETIONARY);
        assertThat(manila.refusal("R2").review().state()).isEqualTo(ReviewState.NOT_REQUIRED);
        assertThat(manila.refusal("R2").review().deadline()).isNull();
    }

    @Test
    void one_finding_that_evidence_cannot_cure_is_enough() {
        manila.given(
                "officer-a",
                new RefuseIneligible(
                        A1,
                        List.of(
                                new GroundGiven("212(a)(4)", "facts", true, null, null),
                                new GroundGiven("212(a)(6)(E)", "facts", null, null, null)),
                        null));
        assertThat(manila.refusal("R1").review().reviewClass()).isEqualTo(ReviewClass.MANDATORY);
    }

    @Test
    void objections_come_in_the_order_of_the_contract() {
        CaseScenario.registered("2024-03-05")
                .when("officer-a", new RefuseIneligible(A1, null, null))
                .thenRejected(NOT_EXECUTED);
        manila.when("officer-a", refuseIneligible("nonsense", "221(g)", "214(b)", "P6C"))
                .thenRejected(QUASI_NOT_A_GROUND);
        manila.when("officer-a", refuseIneligible("nonsense", "221(g)", "214(b)"))
                .thenRejected(NIV_ONLY_GROUND);
        manila.when("officer-a", refuseIneligible("nonsense", "221(g)")).thenRejected(G221_WITH_212A);
        manila.when(
                        "officer-a",
                        new RefuseIneligible(A1, List.of(new GroundGiven("nonsense", null, null, null, null)), null))
                .thenRejected(UNKNOWN_GROUND);
        manila.given("officer-a", refuse221g("SAO"))
                .given("officer-a", ask("F1"))
                .when("officer-a", given("212(a)(4)", null))
                .thenRejected(FACTUAL_BASIS_REQUIRED)
                .when("officer-a", refuseIneligible("212(a)(4)"))
                .thenRejected(AO_PENDING)
                .given("visa-office", favourable("AO1", null))
                .when("officer-a", refuseIneligible("212(a)(4)"))
                .thenRejected(AO_BINDING);
        CaseScenario.applied("2024-03-05")
                .given("officer-a", issue())
                .when("officer-a", refuseIneligible("nonsense"))
                .thenRejected(BAD_STATE);
    }

    private static RefuseIneligible given(String ground, @Nullable String facts) {
        return new RefuseIneligible(A1, List.of(new GroundGiven(ground, facts, null, null, null)), null);
    }

    @Test
    void each_ground_is_given_once() {
        CaseScenario.applied("2024-03-05")
                .when("officer-a", refuseIneligible("212(a)(4)", "212(a)(2)(B)", " 212(a)(4)"))
                .thenMalformed("/grounds/2/ground");
    }
}
