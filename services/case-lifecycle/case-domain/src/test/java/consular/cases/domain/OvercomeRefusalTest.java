package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.ApplicationReopened;
import consular.cases.domain.CaseEvent.RefusalOvercome;
import consular.cases.domain.refusals.FindingStatus;
import consular.cases.domain.refusals.ProposedAction;
import org.junit.jupiter.api.Test;

/** Overcoming a refusal. Holds R-OVC-01, R-OVC-03. */
class OvercomeRefusalTest {
    private final CaseScenario manila = CaseScenario.applied("2024-03-05").given("officer-a", refuse221g("BC", "SAO"));

    @Test
    void each_finding_is_closed_on_its_own_and_the_last_one_reopens() {
        manila.given("intake", evidence("F1"))
                .when("officer-b", overcome("F1"))
                .thenEvents(RefusalOvercome.class)
                .thenState(ApplicationState.REFUSED)
                .clock("2024-04-02T09:00")
                .when("officer-b", processed("F2"))
                .thenEvents(RefusalOvercome.class, ApplicationReopened.class)
                .thenState(ApplicationState.REOPENED);
        assertThat(manila.applicant().decisionDue()).isEqualTo("2024-04-02");
    }

    @Test
    void a_reopening_on_a_closed_day_counts_as_the_next_working_day() {
        manila.given("intake", evidence("F1"))
                .given("officer-a", overcome("F1"))
                .clock("2024-03-09T12:00")
                .given("officer-a", processed("F2"));
        assertThat(manila.applicant().decisionDue()).isEqualTo("2024-03-11");
        manila.clock("2024-03-11T23:59").thenNever(EventByTime.DecisionOverdue.class);
    }

    @Test
    void at_a_post_that_issues_next_day_a_reopening_on_a_saturday_is_due_on_tuesday() {
        var london = CaseScenario.appliedAt("LND", "2024-03-05")
                .given("officer-a", refuse221g("SAO"))
                .clock("2024-03-09T12:00")
                .given("officer-a", processed("F1"));
        assertThat(london.applicant().decisionDue()).isEqualTo("2024-03-12");
    }

    @Test
    void a_finding_is_overcome_in_one_way_only() {
        manila.given("intake", evidence("F1", "F2"));
        manila.when("officer-a", processed("F1")).thenRejected(WRONG_OVERCOME_REASON);
        manila.when("officer-a", overcome("F2")).thenRejected(WRONG_OVERCOME_REASON);
        manila.when("officer-a", overcome("F1", "F2")).thenRejected(WRONG_OVERCOME_REASON);
        CaseScenario.applied("2024-03-05")
                .given("officer-a", refuseIneligible("212(a)(4)"))
                .when("officer-a", processed("F1"))
                .thenRejected(WRONG_OVERCOME_REASON);
    }

    @Test
    void evidence_has_to_be_there_if_only_late() {
        manila.when("officer-a", overcome("F1")).thenRejected(NO_EVIDENCE);
        CaseScenario.applied("2022-03-01")
                .given("officer-a", refuseCurable("212(a)(4)"))
                .clock("2024-06-03T09:00")
                .given("intake", evidence("F1"))
                .when("officer-a", overcome("F1"))
                .thenAccepted()
                .thenFee(FeeStatus.LAPSED);
    }

    @Test
    void only_a_finding_that_stands_can_be_overcome() {
        manila.given("intake", evidence("F1")).given("officer-a", overcome("F1"));
        manila.when("officer-a", overcome("F1")).thenRejected(BAD_FINDING_STATE);
        manila.when("officer-a", overcome("F9")).thenRejected(BAD_FINDING_STATE);
        manila.when("officer-a", overcome()).thenMalformed("/findingIds");
    }

    @Test
    void while_an_opinion_is_awaited_neither_its_own_finding_nor_the_last_is_overcome() {
        manila.given("officer-a", ask("F2")).given("intake", evidence("F1"));
        manila.when("officer-a", processed("F2")).thenRejected(AO_PENDING);
        manila.when("officer-a", overcome("F1")).thenAccepted();

        CaseScenario.applied("2024-03-05")
                .given("officer-a", refuseCurable("212(a)(4)"))
                .given("supervisor-a", discuss("R1", ProposedAction.REFER))
                .given("supervisor-a", refer("R1"))
                .given("intake", evidence("F1"))
                .when("officer-a", overcome("F1"))
                .thenRejected(AO_PENDING);
    }

    @Test
    void what_the_department_found_is_not_overcome_against_it() {
        manila.given("officer-a", ask("F2"))
                .given("visa-office", adverse("AO1", "212(a)(3)(A)(ii)"))
                .when("officer-a", processed("F2"))
                .thenRejected(AO_BINDING)
                .given("officer-a", resubmit("AO1"))
                .when("officer-a", processed("F2"))
                .thenAccepted();
    }

    @Test
    void objections_come_in_the_order_of_the_contract() {
        manila.given("officer-a", ask("F2"));
        manila.when("officer-a", overcome("F1", "F2", "F9")).thenRejected(BAD_FINDING_STATE);
        manila.when("officer-a", overcome("F1", "F2")).thenRejected(WRONG_OVERCOME_REASON);
        manila.when("officer-a", overcome("F1")).thenRejected(NO_EVIDENCE);
    }

    @Test
    void findings_of_several_applicants_are_closed_each_with_its_applicant() {
        var family = CaseScenario.at("MNL")
                .clock("2024-03-05T09:00")
                .given("intake", register("MNL", "F31", principal(), spouse()))
                .given("intake", apply())
                .given("intake", apply(A2))
                .given("officer-a", refuse221g(A2, "SAO"))
                .given("officer-a", refuse221g("SAO"))
                .when("officer-a", processed("F2", "F1"))
                .thenEvents(
                        RefusalOvercome.class,
                        ApplicationReopened.class,
                        RefusalOvercome.class,
                        ApplicationReopened.class);
        assertThat(family.finding("F2").status()).isEqualTo(FindingStatus.OVERCOME);
    }
}
