package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.VisaIssued;
import consular.cases.domain.EventByTime.DecisionOverdue;
import consular.cases.domain.EventByTime.ReviewOverdue;
import consular.cases.domain.law.Rule;
import consular.cases.domain.refusals.ReviewClass;
import consular.cases.domain.refusals.ReviewState;
import consular.cases.domain.visas.VisaCategory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a nonimmigrant case has in common with an immigrant one, and what not. */
class NonimmigrantTest {
    private final CaseScenario juarez = CaseScenario.appliedFor("B2", "2024-06-03");

    @ParameterizedTest
    @CsvSource({"NONIMMIGRANT,IR1", "NONIMMIGRANT,XY9", "IMMIGRANT,B2"})
    void a_class_of_the_other_category_is_unknown(VisaCategory category, String visaClass) {
        CaseScenario.at("CDJ")
                .clock("2024-06-03T09:00")
                .when("intake", register("CDJ", category, visaClass, principal()))
                .thenRejected(UNKNOWN_VISA_CLASS);
    }

    @Test
    void it_has_no_registration_and_rests_on_no_petition_even_where_one_is_on_file() {
        var worker = CaseScenario.appliedFor("H1B", "2024-06-03").given("officer-a", refuse221g("BC"));

        assertThat(worker.file().petition()).isNotNull();
        assertThat(worker.view().petitionBased()).isFalse();
        worker.thenRegistration(RegistrationState.NONE);
        assertThat(worker.finding("F1").terminateFrom()).isNull();
        assertThat(worker.finding("F1").reinstateBy()).isNull();
        assertThat(worker.finding("F1").feeWindowEnd()).isEqualTo("2025-06-03");
        assertThat(worker.deadlines(DeadlineKind.TERM_B)).isEmpty();
    }

    @Test
    void availability_missed_interviews_and_follow_up_packages_are_not_for_it() {
        for (var command : List.of(
                notifyAvailability("2024-06-03"),
                retrogress("2024-06-03"),
                restore("2024-06-03"),
                missedInterview("2024-06-03"),
                followUpPackage("2024-06-03"),
                answer("2024-06-03"))) {
            juarez.when("intake", command).thenRejected(NIV_HAS_NO_REGISTRATION);
        }
        juarez.when("officer-a", reinstate()).thenRejected(NOT_TERMINATED);
    }

    @Test
    void it_is_decided_by_the_end_of_the_working_day_too() {
        assertThat(juarez.applicant().decisionDue()).isEqualTo("2024-06-03");
        juarez.clock("2024-06-04T00:00").thenHappened(DecisionOverdue.class);
    }

    @Test
    void an_application_ends_automatic_revalidation() {
        assertThat(juarez.applicant().revalidationLost()).isTrue();
        assertThat(juarez.history().getLast().stamp().rules()).contains(Rule.APPLYING_ENDS_REVALIDATION);
    }

    @Test
    void each_member_of_a_family_is_decided_alone() {
        var family = CaseScenario.at("CDJ")
                .clock("2024-06-03T09:00")
                .given("intake", register("CDJ", VisaCategory.NONIMMIGRANT, "L2", principal(), spouse()))
                .given("intake", apply())
                .given("intake", apply(A2))
                .given("officer-a", refuse221g("BC"));

        family.when("officer-a", issue(A2, null)).thenEvents(VisaIssued.class);
        assertThat(family.lastEvents().getFirst().stamp().rules()).containsExactly(Rule.NIV_ENDS_IN_ISSUE_OR_REFUSAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"212(a)(6)(C)(i)", "212(f)", "214(l)", "222(g)"})
    void may_be_refused_on_the_grounds_that_bar_nonimmigrants(String ground) {
        juarez.given("officer-a", refuseIneligible(ground)).thenState(ApplicationState.REFUSED);

        assertThat(juarez.finding("F1").ground()).isEqualTo(ground);
        assertThat(juarez.lastEvents().getFirst().stamp().rules()).contains(Rule.GROUNDS_FOR_NONIMMIGRANTS);
    }

    @Test
    void the_ground_of_an_overstayer_is_named() {
        juarez.given("officer-a", refuseIneligible("222(g)"));

        assertThat(juarez.lastEvents().getFirst().stamp().rules()).contains(Rule.OVERSTAYER_APPLIES_AT_HOME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"212(f)", "214(b)", "214(l)", "222(g)"})
    void those_grounds_do_not_bar_immigrants(String ground) {
        CaseScenario.applied("2024-03-05")
                .when("officer-a", refuseIneligible(ground))
                .thenRejected(NIV_ONLY_GROUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H1B", "H2A", "H4", "L1", "L2", "K1", "K3"})
    void section_212e_bars_h_and_l_and_k(String visaClass) {
        CaseScenario.appliedFor(visaClass, "2024-06-03")
                .when("officer-a", refuseIneligible("212(e)"))
                .thenAccepted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"B2", "F1", "J1", "O1"})
    void section_212e_does_not_bar_other_nonimmigrants(String visaClass) {
        CaseScenario.appliedFor(visaClass, "2024-06-03")
                .when("officer-a", refuseIneligible("212(e)"))
                .thenRejected(UNKNOWN_GROUND);
    }

    @Test
    void section_212e_bars_immigrants() {
        CaseScenario.applied("2024-03-05")
                .when("officer-a", refuseIneligible("212(e)"))
                .thenAccepted();
    }

    @Test
    void a_refusal_other_than_221g_is_to_be_reviewed_on_the_day_and_has_no_deadline() {
        juarez.given("officer-a", refuseCurable("212(a)(4)"));

        var review = juarez.refusal("R1").review();
        assertThat(review.reviewClass()).isEqualTo(ReviewClass.MANDATORY);
        assertThat(review.state()).isEqualTo(ReviewState.DUE);
        assertThat(review.target()).isEqualTo("2024-06-03");
        assertThat(review.deadline()).isNull();
        assertThat(juarez.lastEvents().getFirst().stamp().rules()).contains(Rule.NIV_REFUSAL_IS_REVIEWED);
        juarez.clock("2024-12-02T09:00").thenNever(ReviewOverdue.class);
    }

    @Test
    void a_221g_refusal_is_reviewed_at_discretion() {
        juarez.given("officer-a", refuse221g("BC"));

        assertThat(juarez.refusal("R1").review().reviewClass()).isEqualTo(ReviewClass.DISCRETIONARY);
        assertThat(juarez.lastEvents().getFirst().stamp().rules())
                .contains(Rule.ORIGINALS_STAY_WITH_THE_REFUSAL, Rule.NIV_DOCUMENTS_WITHIN_A_YEAR);
    }

    @Test
    void where_a_regional_officer_serves_reviews_are_consultations() {
        var nassau = CaseScenario.at("NSS")
                .clock("2024-06-03T09:00")
                .given("intake", register("NSS", VisaCategory.NONIMMIGRANT, "B2", principal()))
                .given("intake", apply())
                .given("officer-a", refuse214b());

        assertThat(nassau.refusal("R1").review().reviewClass()).isEqualTo(ReviewClass.CONSULTATIVE);
    }
}
