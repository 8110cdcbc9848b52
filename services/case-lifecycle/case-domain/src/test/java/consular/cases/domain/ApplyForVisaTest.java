package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineKind.DECISION;
import static consular.cases.domain.law.RejectionCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.ApplyForVisa;
import consular.cases.domain.CaseEvent.ApplicationExecuted;
import consular.cases.domain.CaseEvent.NewApplicationTaken;
import consular.cases.domain.EventByTime.DecisionOverdue;
import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.law.Rule;
import consular.cases.domain.people.ApplicantId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Applying for a visa. Holds R-IV-10, R-FEE-03, R-FEE-04. */
class ApplyForVisaTest {

    @Test
    void an_application_is_to_be_decided_by_the_end_of_the_working_day() {
        var story = CaseScenario.registered("2024-03-05")
                .when("intake", apply())
                .thenEvents(ApplicationExecuted.class)
                .thenState(ApplicationState.UNDECIDED)
                .thenFee(FeeStatus.PAID)
                .thenDeadline(DECISION, "2024-03-05", "2024-03-06", DeadlineState.RUNNING);
        assertThat(story.applicant().revalidationLost()).isTrue();
        assertThat(story.line(ApplicationExecuted.class).stamp().rules())
                .contains(Rule.DECISION_BY_END_OF_WORKING_DAY, Rule.APPLYING_ENDS_REVALIDATION);
    }

    @ParameterizedTest(name = "applied on {0} at London, due on {1}")
    @CsvSource({
        "2024-05-22, 2024-05-23",
        "2024-05-24, 2024-05-28",
        "2024-12-24, 2024-12-26",
    })
    void a_post_that_issues_on_the_next_day_has_until_the_next_working_day(String applied, String due) {
        var story = CaseScenario.appliedAt("LND", applied);
        assertThat(story.applicant().decisionDue()).isEqualTo(due);
        assertThat(story.line(ApplicationExecuted.class).stamp().rules())
                .contains(Rule.DECISION_BY_NEXT_WORKING_DAY_WHERE_ISSUED_NEXT_DAY);
    }

    /** R-IV-03: it was decided by the end of its day, and what is refused later has no such limit. */
    @Test
    void a_limit_that_was_met_stays_met() {
        CaseScenario.applied("2024-03-05")
                .given("officer-a", refuse221g("BC"))
                .clock("2024-04-05T09:00")
                .given("officer-a", refuse221g("Tax"))
                .thenDeadline(DECISION, "2024-03-05", "2024-03-06", DeadlineState.MET);
    }

    @Test
    void an_application_late_in_the_evening_is_of_that_day() {
        var story =
                CaseScenario.registered("2024-03-05").clock("2024-03-05T23:59").given("intake", apply());
        assertThat(story.applicant().decisionDue()).isEqualTo("2024-03-05");
    }

    @Test
    void an_application_is_executed_once() {
        CaseScenario.applied("2024-03-05").when("intake", apply()).thenRejected(ALREADY_EXECUTED);
        CaseScenario.applied("2024-03-05")
                .given("officer-a", issue())
                .when("intake", apply())
                .thenRejected(ALREADY_EXECUTED);
        CaseScenario.applied("2024-03-05")
                .given("officer-a", refuseIneligible("212(a)(4)"))
                .when("intake", apply())
                .thenRejected(ALREADY_EXECUTED);
    }

    @Test
    void the_fee_is_paid_first() {
        CaseScenario.registered("2024-03-05").when("intake", applyUnpaid()).thenRejected(FEE_UNPAID);
    }

    @Test
    void nobody_applies_at_a_closed_post() {
        CaseScenario.registered("2024-03-08")
                .clock("2024-03-09T09:00")
                .when("intake", apply())
                .thenRejected(NOT_A_WORKING_DAY);
        CaseScenario.registered("2024-03-08")
                .clock("2024-12-25T09:00")
                .when("intake", apply())
                .thenRejected(NOT_A_WORKING_DAY);
    }

    @Test
    void objections_come_in_the_order_of_the_contract() {
        CaseScenario.applied("2024-03-08")
                .clock("2024-03-09T09:00")
                .when("intake", applyUnpaid())
                .thenRejected(ALREADY_EXECUTED);
        CaseScenario.registered("2024-03-08")
                .clock("2024-03-09T09:00")
                .when("intake", applyUnpaid())
                .thenRejected(FEE_UNPAID);
    }

    @ParameterizedTest(name = "class {0} at {1} on {2}: {3}")
    @CsvSource({
        "C1/D, NVL, 2024-03-05, CREW_NOT_AT_NUEVO_LAREDO",
        "D, NVL, 2024-03-05, CREW_NOT_AT_NUEVO_LAREDO",
        "D, NVL, 2024-03-09, NOT_A_WORKING_DAY",
        "H1B, NVL, 2024-03-05,",
        "D, TJT, 2024-03-05,",
    })
    void crews_do_not_apply_at_nuevo_laredo(
            String visaClass, String post, String day, @Nullable RejectionCode rejected) {
        var story = CaseScenario.registeredNonimmigrant(post, visaClass, day).when("intake", apply());
        if (rejected == null) {
            story.thenAccepted();
        } else {
            story.thenRejected(rejected);
        }
        assertThat(CREW_NOT_AT_NUEVO_LAREDO.rule()).contains(Rule.NO_CREW_VISAS_AT_NUEVO_LAREDO);
    }

    @Test
    void only_an_applicant_of_the_case_applies() {
        CaseScenario.registered("2024-03-05")
                .when("intake", apply(new ApplicantId("nobody")))
                .thenMalformed("/applicantId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DS260", "ds-260", "DS-260 ", "the electronic one", "DS-26000"})
    void a_form_is_named_by_its_number(String form) {
        CaseScenario.registered("2024-03-05")
                .when("intake", new ApplyForVisa(A1, form, new Fee(true, "R-1", Fee.Place.NVC)))
                .thenMalformed("/form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DS-260", "DS-230", "DS-160", "OF-156", "DS-156E"})
    void forms_of_any_year_are_taken(String form) {
        CaseScenario.registered("2024-03-05")
                .when("intake", new ApplyForVisa(A1, form, new Fee(true, "R-1", Fee.Place.NVC)))
                .thenAccepted();
    }

    @Test
    void a_limit_that_passes_is_a_fact_and_decides_nothing() {
        var story = CaseScenario.applied("2024-03-05")
                .clock("2024-03-06T00:00")
                .thenHappened(DecisionOverdue.class)
                .thenState(ApplicationState.UNDECIDED);
        assertThat(story.applicant().decisionOverdue()).isTrue();
        story.given("officer-a", issue());
        assertThat(story.applicant().decisionOverdue()).isFalse();
        story.thenDeadline(DECISION, "2024-03-05", "2024-03-06", DeadlineState.PASSED);
    }

    @Test
    void a_timely_decision_entered_late_clears_the_limit() {
        var story = CaseScenario.applied("2024-03-05").clock("2024-03-06T09:00");
        assertThat(story.applicant().decisionOverdue()).isTrue();
        story.whenLate("officer-a", refuse221g("BC"), "2024-03-05T16:00", "the system was down")
                .thenAccepted();
        assertThat(story.applicant().decisionOverdue()).isFalse();
        story.thenDeadline(DECISION, "2024-03-05", "2024-03-06", DeadlineState.MET);
    }

    @Test
    void a_new_application_after_the_lapse_is_decided_at_once_only_if_nothing_stands() {
        var refused = CaseScenario.applied("2023-03-06")
                .given("officer-a", refuseCurable("212(a)(4)"))
                .clock("2024-03-07T09:00")
                .when("intake", apply())
                .thenEvents(NewApplicationTaken.class)
                .thenState(ApplicationState.REFUSED)
                .thenFee(FeeStatus.PAID);
        assertThat(refused.applicant().decisionDue()).isEqualTo("2023-03-06");
        assertThat(refused.applicant().executedOn()).isEqualTo("2023-03-06");

        var reopened = CaseScenario.applied("2023-03-06")
                .given("officer-a", refuseCurable("212(a)(4)"))
                .clock("2024-03-07T09:00")
                .given("intake", evidence("F1"))
                .given("officer-a", overcome("F1"))
                .clock("2024-03-11T09:00")
                .when("intake", apply())
                .thenState(ApplicationState.REOPENED)
                .thenFee(FeeStatus.PAID);
        assertThat(reopened.applicant().decisionDue()).isEqualTo("2024-03-11");
        assertThat(reopened.applicant().decisionOverdue()).isFalse();
        assertThat(reopened.applicant().annotationRequired()).isEqualTo(VisaAnnotation.OVERCOME);
    }

    @Test
    void a_new_application_is_taken_on_a_working_day_and_needs_its_fee() {
        CaseScenario.applied("2023-03-06")
                .given("officer-a", refuseCurable("212(a)(4)"))
                .clock("2024-03-09T09:00")
                .when("intake", applyUnpaid())
                .thenRejected(FEE_UNPAID)
                .when("intake", apply())
                .thenRejected(NOT_A_WORKING_DAY);
    }

    @Test
    void the_form_is_whatever_the_applicant_filled_in() {
        CaseScenario.registered("2024-03-05")
                .when("officer-a", new ApplyForVisa(A1, "DS-230", apply().fee()))
                .thenAccepted();
    }
}
