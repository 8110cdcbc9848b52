package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.ApplicationReopened;
import consular.cases.domain.CaseEvent.GrantDiscontinued;
import consular.cases.domain.CaseEvent.SanctionLifted;
import consular.cases.domain.EventByTime.DecisionOverdue;
import consular.cases.domain.law.Rule;
import consular.cases.domain.notices.Requester;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders under INA 243(d), and their end. */
class DiscontinueGrantTest {
    private final CaseScenario manila = CaseScenario.applied("2024-03-05");

    @Test
    void stops_the_limit_for_the_decision() {
        manila.when("visa-office", discontinue("243d-1"))
                .thenEvents(GrantDiscontinued.class)
                .thenState(ApplicationState.DISCONTINUED)
                .thenFee(FeeStatus.PAID)
                .thenDeadline(DeadlineKind.DECISION, "2024-03-05", "2024-03-06", DeadlineState.STOPPED)
                .clock("2024-06-05T09:00")
                .thenNever(DecisionOverdue.class);
    }

    @Test
    void does_not_exist_before_the_rule_of_2019() {
        CaseScenario.applied("2019-04-18")
                .when("visa-office", discontinue("243d-1"))
                .thenRejected(BAD_STATE);
        CaseScenario.applied("2019-04-22")
                .when("visa-office", discontinue("243d-1"))
                .thenAccepted();
    }

    @Test
    void who_is_otherwise_ineligible_is_refused_and_not_discontinued() {
        manila.given("officer-a", refuse221g("BC"))
                .when("visa-office", discontinue("243d-1"))
                .thenRejected(MUST_REFUSE);
    }

    @Test
    void takes_every_application_that_awaits_a_decision_and_leaves_the_refused_refused() {
        var family = CaseScenario.at("MNL")
                .clock("2024-03-05T09:00")
                .given("intake", register("MNL", "F31", principal(), spouse()))
                .given("intake", apply())
                .given("intake", apply(A2))
                .given("officer-a", refuseIneligible(A2, "212(a)(4)"))
                .given("visa-office", discontinue("243d-1"));

        assertThat(family.view().applicants())
                .extracting(ApplicantView::state)
                .containsExactly(ApplicationState.DISCONTINUED, ApplicationState.REFUSED);
    }

    @Test
    void nothing_is_decided_while_discontinued() {
        manila.given("visa-office", discontinue("243d-1"));

        for (var command : List.of(issue(), refuse221g("BC"), refuseIneligible("212(a)(4)"))) {
            manila.when("officer-a", command).thenRejected(BAD_STATE);
        }
        manila.when("intake", apply()).thenRejected(ALREADY_EXECUTED);
        manila.when("visa-office", discontinue("243d-1")).thenRejected(BAD_STATE);
        manila.when("visa-office", discontinue("243d-2")).thenRejected(BAD_STATE);
        manila.when("officer-a", withdraw()).thenAccepted();
    }

    @Test
    void an_application_made_while_the_order_stands_is_refused_or_discontinued_but_not_granted() {
        var later = CaseScenario.registered("2024-03-05")
                .given("visa-office", discontinue("243d-1"))
                .given("intake", apply())
                .thenState(ApplicationState.UNDECIDED);

        later.when("officer-a", issue()).thenRejected(BAD_STATE);
        later.given("officer-a", refuse221g("BC"))
                .given("intake", evidence("F1"))
                .given("officer-a", overcome("F1"))
                .thenState(ApplicationState.REOPENED)
                .given("visa-office", discontinue("243d-1"))
                .thenState(ApplicationState.DISCONTINUED);
    }

    @Test
    void with_every_visa_issued_there_is_nothing_to_discontinue() {
        manila.given("officer-a", issue())
                .when("visa-office", discontinue("243d-1"))
                .thenRejected(BAD_STATE);
    }

    @Test
    void lifted_it_is_open_again_with_a_fresh_limit_and_without_a_new_fee() {
        manila.given("visa-office", discontinue("243d-1"))
                .clock("2024-09-07T09:00")
                .when("visa-office", lift("243d-1"))
                .thenEvents(SanctionLifted.class, ApplicationReopened.class)
                .thenState(ApplicationState.REOPENED)
                .thenFee(FeeStatus.PAID);

        assertThat(manila.lastEvents().getFirst().stamp().rules()).contains(Rule.NO_NEW_FEE_AFTER_A_SANCTION);
        assertThat(manila.applicant().decisionDue()).isEqualTo("2024-09-09");
        manila.clock("2024-09-09T09:00").given("officer-a", issue()).thenState(ApplicationState.ISSUED);
    }

    @Test
    void only_the_order_that_stands_is_lifted() {
        manila.when("visa-office", lift("243d-1")).thenRejected(BAD_STATE);
        manila.given("visa-office", discontinue("243d-1"))
                .when("visa-office", lift("243d-2"))
                .thenRejected(BAD_STATE);
    }

    @Test
    void the_case_shows_the_order_while_it_stands() {
        assertThat(manila.view().orderId()).isNull();
        assertThat(manila.given("visa-office", discontinue("243d-1")).view().orderId())
                .isEqualTo("243d-1");
        assertThat(manila.given("visa-office", lift("243d-1")).view().orderId()).isNull();
    }

    @Test
    void holds_for_nonimmigrants_too() {
        CaseScenario.appliedFor("B2", "2024-06-03")
                .given("visa-office", discontinue("243d-1"))
                .thenState(ApplicationState.DISCONTINUED)
                .given("visa-office", lift("243d-1"))
                .thenState(ApplicationState.REOPENED);
    }

    /** It happened, so whoever asks is told: R-NIV-04. */
    @Test
    void an_inquiry_is_told_of_it_until_it_is_lifted() {
        var story = CaseScenario.applied("2024-03-05").given("visa-office", discontinue("243d-1"));
        for (var requester : Requester.values()) {
            story.given("officer-a", answer(requester));
            assertThat(story.all(CaseEvent.InquiryAnswered.class).getLast().text())
                    .contains("has been discontinued under an order under section 243(d)");
        }
        story.given("visa-office", lift("243d-1"))
                .when("officer-a", answer(Requester.APPLICANT))
                .thenRejected(NOTHING_TO_REPORT);
    }
}
