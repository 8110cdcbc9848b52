package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.CommandsOnARefusal.*;
import static consular.cases.domain.DeadlineKind.DECISION;
import static consular.cases.domain.DeadlineState.*;
import static consular.cases.domain.law.RejectionCode.REGISTRATION_TERMINATED;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.ApplicationReopened;
import consular.cases.domain.CaseEvent.RefusalOvercome;
import consular.cases.domain.CaseEvent.RefusalReversedByAdjudicator;
import consular.cases.domain.CaseEvent.RegistrationReinstated;
import consular.cases.domain.EventByTime.DecisionOverdue;
import consular.cases.domain.law.Rule;
import consular.cases.domain.refusals.ProposedAction;
import org.junit.jupiter.api.Test;

/** What becomes of a decision that nobody may give while the registration is terminated. Holds R-OVC-06 and R-IV-03. */
class ReversedAfterTerminationTest {
    private final CaseScenario terminated = CaseScenario.applied("2022-06-15")
            .given("officer-a", refuse221g("BC"))
            .clock("2023-07-03T09:00")
            .thenRegistration(RegistrationState.TERMINATED);

    @Test
    void a_reversal_reopens_the_application_and_the_registration_stays_terminated() {
        terminated
                .given("officer-a", reverseOwn("R1"))
                .thenState(ApplicationState.REOPENED)
                .thenRegistration(RegistrationState.TERMINATED)
                .when("officer-a", issue())
                .thenRejected(REGISTRATION_TERMINATED);
    }

    @Test
    void its_decision_waits_and_is_not_overdue_as_long_as_nobody_may_give_it() {
        terminated
                .given("supervisor-a", discuss("R1", ProposedAction.REVERSE))
                .given("supervisor-a", reverse("R1"))
                .thenDeadline(DECISION, "2023-07-03", "2023-07-04", SUSPENDED)
                .clock("2023-08-07T09:00")
                .thenNever(DecisionOverdue.class);
        assertThat(terminated.deadlines(DECISION).getFirst().because())
                .anySatisfy(it -> assertThat(it.rule()).isEqualTo(Rule.ENTITLEMENT_NEEDS_THE_REGISTRATION));
        terminated.clock("2024-06-17T09:00").thenRegistration(RegistrationState.FINAL);
        terminated.thenDeadline(DECISION, "2023-07-03", "2023-07-04", SUSPENDED);
    }

    @Test
    void reinstated_it_is_decided_by_a_limit_of_its_own() {
        terminated
                .given("officer-a", reverseOwn("R1"))
                .clock("2023-08-07T09:00")
                .given("officer-a", reinstate())
                .thenState(ApplicationState.REOPENED)
                .thenDeadline(DECISION, "2023-08-07", "2023-08-08", RUNNING);
        var reinstated = terminated.line(RegistrationReinstated.class);
        assertThat(reinstated.stamp().rules()).contains(Rule.DECISION_BY_END_OF_WORKING_DAY);
        assertThat(TerminationClock.running(terminated.file())).isEmpty();
        terminated.clock("2023-08-08T00:00").thenHappened(DecisionOverdue.class);
    }

    @Test
    void where_nobody_awaits_a_decision_a_reinstatement_sets_no_limit() {
        terminated.given("officer-a", reinstate());
        assertThat(terminated.all(RegistrationReinstated.class).getFirst().decisionDue())
                .isNull();
        assertThat(terminated.line(RegistrationReinstated.class).stamp().rules())
                .doesNotContain(Rule.DECISION_BY_END_OF_WORKING_DAY);
    }

    @Test
    void a_limit_that_had_passed_before_stays_passed() {
        var family = Families.applied("2022-06-15").given("officer-a", refuse221g("BC"));
        family.clock("2023-06-01T09:00")
                .given("officer-a", reverseOwn("R1"))
                .clock("2023-06-02T09:00")
                .thenHappened(DecisionOverdue.class);
    }

    @Test
    void r_fam_04_who_waited_for_the_principal_is_released_with_the_reversal() {
        Families.registered("2022-06-15")
                .given("intake", apply())
                .given("intake", apply(A2))
                .given("officer-a", refuse221g("BC"))
                .clock("2023-07-03T09:00")
                .thenRegistration(RegistrationState.TERMINATED)
                .given("officer-a", reverseOwn("R1"))
                .thenEvents(
                        RefusalReversedByAdjudicator.class,
                        ApplicationReopened.class,
                        RefusalOvercome.class,
                        ApplicationReopened.class)
                .thenRegistration(RegistrationState.TERMINATED);
    }
}
