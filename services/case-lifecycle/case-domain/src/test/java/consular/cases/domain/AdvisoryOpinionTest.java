package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineKind.*;
import static consular.cases.domain.DeadlineState.*;
import static consular.cases.domain.law.RejectionCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.RequestAdvisoryOpinion;
import consular.cases.domain.CaseEvent.AdvisoryOpinionRequested;
import consular.cases.domain.EventByTime.AdvisoryOpinionFollowUpDue;
import consular.cases.domain.EventByTime.RegistrationTerminated;
import consular.cases.domain.opinions.OpinionOutcome;
import consular.cases.domain.opinions.OpinionState;
import consular.cases.domain.refusals.ProposedAction;
import consular.cases.domain.refusals.RefusalId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Asking, following up, the answer, and what the answer forbids. Holds R-SUP-14, R-AO-07. */
class AdvisoryOpinionTest {
    private final CaseScenario manila = CaseScenario.applied("2024-01-22").given("officer-a", refuse221g("SAO", "BC"));

    /** A clock set far ahead must not fill the log. */
    @Test
    void after_a_hundred_years_nobody_asks_again() {
        var asked = CaseScenario.applied("2024-03-05")
                .given("officer-a", refuse221g("SAO"))
                .given("officer-a", ask("F1"))
                .clock("9999-12-31T23:59");
        assertThat(asked.all(AdvisoryOpinionFollowUpDue.class)).hasSize(608);
        assertThat(asked.deadlines(DeadlineKind.AO_FOLLOW_UP))
                .singleElement()
                .satisfies(it -> assertThat(it.state()).isEqualTo(DeadlineState.STOPPED));
    }

    @Test
    void an_opinion_is_asked_on_a_221g_finding_that_stands() {
        manila.when("officer-a", ask("F9")).thenRejected(AO_NEEDS_221G);
        manila.given("intake", evidence("F2")).given("officer-a", overcome("F2"));
        manila.when("officer-a", ask("F2")).thenRejected(AO_NEEDS_221G);
        CaseScenario.applied("2024-01-22")
                .given("officer-a", refuseIneligible("212(a)(4)"))
                .when("officer-a", ask("F1"))
                .thenRejected(AO_NEEDS_221G);
        manila.when("officer-a", ask("F1")).thenAccepted();
        assertThat(manila.all(AdvisoryOpinionRequested.class))
                .singleElement()
                .satisfies(it -> assertThat(it.refusalId()).isEqualTo(new RefusalId("R1")));
    }

    @Test
    void one_opinion_at_a_time_is_awaited_on_a_finding() {
        manila.given("officer-a", ask("F1"));
        manila.when("officer-a", ask("F1")).thenRejected(DUPLICATE_AO);
        manila.when("officer-a", ask("F2")).thenAccepted();
        manila.given("visa-office", favourable("AO1", null))
                .when("officer-a", ask("F1"))
                .thenAccepted();
    }

    @Test
    void it_is_followed_up_every_sixty_days_on_a_working_day_counted_from_the_request() {
        manila.given("officer-a", ask("F1"))
                .thenDeadline(AO_FOLLOW_UP, "2024-03-22", "2024-03-22", RUNNING)
                .clock("2024-03-22T00:00")
                .thenHappened(AdvisoryOpinionFollowUpDue.class)
                .clock("2024-05-21T00:00")
                .thenDeadline(AO_FOLLOW_UP, "2024-07-20", "2024-07-22", RUNNING)
                .clock("2024-07-21T23:59");
        assertThat(manila.all(AdvisoryOpinionFollowUpDue.class)).hasSize(2);
        assertThat(manila.view().advisoryOpinions().getFirst().nextFollowUpOn()).isEqualTo("2024-07-20");
        manila.clock("2024-07-22T00:00");
        assertThat(manila.all(AdvisoryOpinionFollowUpDue.class)).hasSize(3);
    }

    @Test
    void sending_a_follow_up_moves_no_date() {
        manila.given("officer-a", ask("F1"))
                .clock("2024-03-04T09:00")
                .given("officer-a", followUp("AO1"))
                .thenDeadline(AO_FOLLOW_UP, "2024-03-22", "2024-03-22", RUNNING);
    }

    @Test
    void nothing_is_followed_up_or_answered_twice() {
        manila.given("officer-a", ask("F1")).given("visa-office", favourable("AO1", null));
        manila.when("officer-a", followUp("AO1")).thenRejected(BAD_STATE);
        manila.when("visa-office", favourable("AO1", null)).thenRejected(BAD_STATE);
        manila.when("visa-office", favourable("AO9", null)).thenMalformed("/advisoryOpinionId");
        manila.clock("2024-12-02T09:00").thenNever(AdvisoryOpinionFollowUpDue.class);
        assertThat(manila.view().advisoryOpinions().getFirst().nextFollowUpOn()).isNull();
    }

    @Test
    void while_it_is_awaited_the_applicant_is_not_decided() {
        manila.given("officer-a", ask("F1"));
        manila.when("officer-a", issue()).thenRejected(AO_PENDING);
        manila.when("officer-a", refuseIneligible("212(a)(3)(A)")).thenRejected(AO_PENDING);
        manila.when("officer-a", processed("F1")).thenRejected(AO_PENDING);
        manila.when("officer-a", refuse221g("PC")).thenAccepted();
    }

    @Test
    void while_it_is_awaited_the_registration_is_not_terminated() {
        manila.given("officer-a", ask("F1"))
                .thenDeadline(TERM_B, "2025-01-22", "2025-01-23", SUSPENDED)
                .clock("2025-06-02T09:00")
                .thenNever(RegistrationTerminated.class);
    }

    @Test
    void a_termination_that_it_held_follows_on_the_next_working_day_after_the_answer() {
        manila.given("officer-a", ask("F1"))
                .clock("2025-05-30T09:00")
                .given("visa-office", favourable("AO1", null))
                .thenDeadline(TERM_B, "2025-01-22", "2025-06-02", RUNNING)
                .clock("2025-06-01T23:59")
                .thenNever(RegistrationTerminated.class)
                .clock("2025-06-02T00:00")
                .thenRegistration(RegistrationState.TERMINATED);
        assertThat(manila.view().registration().terminatedOn()).isEqualTo("2025-06-02");
        assertThat(manila.view().registration().reinstateBy()).isEqualTo("2026-01-22");
    }

    @Test
    void an_answer_on_another_applicant_moves_no_termination() {
        var family = Families.applied("2024-01-22")
                .given("officer-a", refuse221g(A2, "SAO"))
                .given("officer-a", refuse221g(A1, "BC"));
        var spouses = Families.member(family, A2)
                .refusals()
                .getFirst()
                .findings()
                .getFirst()
                .findingId();
        var principals = Families.member(family, A1)
                .refusals()
                .getFirst()
                .findings()
                .getFirst()
                .findingId();
        family.given("officer-a", new RequestAdvisoryOpinion(A2, spouses, "is the spouse ineligible?"))
                .given("officer-a", new RequestAdvisoryOpinion(A1, principals, "is the principal ineligible?"))
                .clock("2025-05-30T09:00")
                .given("visa-office", favourable("AO1", null))
                .thenDeadline(TERM_B, "2025-01-22", "2025-01-23", SUSPENDED)
                .given("visa-office", favourable("AO2", null))
                .thenDeadline(TERM_B, "2025-01-22", "2025-06-02", RUNNING);
    }

    @Test
    void once_answered_the_follow_up_is_met() {
        manila.given("officer-a", ask("F1"))
                .given("visa-office", favourable("AO1", null))
                .thenDeadline(AO_FOLLOW_UP, "2024-03-22", "2024-03-22", MET);
    }

    @Test
    void against_a_favourable_opinion_nobody_is_found_ineligible() {
        manila.given("officer-a", ask("F1")).given("visa-office", favourable("AO1", "212(a)(3)(A)(ii)"));
        manila.when("officer-a", refuseIneligible("212(a)(3)(A)(ii)")).thenRejected(AO_BINDING);
        manila.when("officer-a", refuseIneligible("212(a)(4)")).thenAccepted();
    }

    @Test
    void an_opinion_on_a_provision_speaks_of_what_stands_within_it() {
        manila.given("officer-a", ask("F1")).given("visa-office", favourable("AO1", " 212(a)(3)(A) "));
        manila.when("officer-a", refuseIneligible("212(a)(3)(A)(ii)")).thenRejected(AO_BINDING);
        manila.when("officer-a", refuseIneligible("212(a)(3)")).thenRejected(AO_BINDING);
        manila.when("officer-a", refuseIneligible("212(a)(3)(B)")).thenAccepted();
    }

    @Test
    void an_opinion_on_no_provision_speaks_of_all() {
        manila.given("officer-a", ask("F1"))
                .given("visa-office", favourable("AO1", " "))
                .when("officer-a", refuseIneligible("212(a)(4)"))
                .thenRejected(AO_BINDING);
    }

    @Test
    void with_reasons_a_factual_opinion_is_put_again_and_binds_no_more() {
        manila.given("officer-a", ask("F1"));
        manila.when("officer-a", resubmit("AO1")).thenRejected(BAD_STATE);
        manila.given("visa-office", favourable("AO1", null))
                .given("officer-a", resubmit("AO1"))
                .when("officer-a", refuseIneligible("212(a)(4)"))
                .thenAccepted();
    }

    @Test
    void a_ruling_on_the_law_binds_for_ever() {
        manila.given("officer-a", ask("F1"))
                .given("visa-office", binding("AO1", OpinionOutcome.INELIGIBLE, "212(a)(3)(A)(ii)"))
                .when("officer-a", resubmit("AO1"))
                .thenRejected(AO_BINDING)
                .given("officer-a", refuseIneligible("212(a)(3)(A)(ii)"))
                .given("intake", evidence("F3"))
                .when("officer-a", overcome("F3"))
                .thenRejected(AO_BINDING)
                .when("officer-a", issue())
                .thenRejected(AO_BINDING);
    }

    @Test
    void what_dhs_has_waived_the_opinion_no_longer_bars() {
        manila.given("officer-a", ask("F1"))
                .given("visa-office", binding("AO1", OpinionOutcome.INELIGIBLE, "212(a)(3)(A)(ii)"))
                .given("officer-a", refuseIneligible("212(a)(3)(A)(ii)"))
                .given("intake", waive("F3"))
                .when("officer-a", issue(VisaAnnotation.WAIVER))
                .thenAccepted();
    }

    @Test
    void it_is_acted_on_by_the_next_decision() {
        manila.given("officer-a", ask("F1")).given("visa-office", adverse("AO1", "212(a)(3)(A)(ii)"));
        thenOpinion(OpinionState.RECEIVED);
        manila.given("officer-a", refuseIneligible("212(a)(3)(A)(ii)"));
        thenOpinion(OpinionState.ACTED);
    }

    @Test
    void a_reviewers_referral_is_answered_like_any_other() {
        CaseScenario.applied("2024-01-22")
                .given("officer-a", refuseIneligible("212(a)(4)"))
                .given("supervisor-a", discuss("R1", ProposedAction.REFER))
                .given("supervisor-a", refer("R1"))
                .given("visa-office", favourable("AO1", null))
                .given("intake", evidence("F1"))
                .when("officer-a", overcome("F1"))
                .thenAccepted();
    }

    private void thenOpinion(OpinionState expected) {
        assertThat(manila.view().advisoryOpinions().getFirst().state()).isEqualTo(expected);
    }

    @Test
    void a_ground_that_no_refusal_can_rest_on_makes_no_sense() {
        var asked = CaseScenario.applied("2024-01-22")
                .given("officer-a", refuse221g("SAO"))
                .given("officer-a", ask("F1"));
        for (var ground : List.of("foo", "221(g)", "212(a)", "P6C")) {
            asked.when("visa-office", adverse("AO1", ground)).thenMalformed("/ground");
        }
        asked.given("visa-office", adverse("AO1", "212(a)(3)(B)"));
    }
}
