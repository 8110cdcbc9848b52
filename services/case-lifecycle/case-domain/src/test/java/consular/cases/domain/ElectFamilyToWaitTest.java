package consular.cases.domain;

import static consular.cases.domain.ApplicationState.*;
import static consular.cases.domain.Commands.*;
import static consular.cases.domain.Families.*;
import static consular.cases.domain.law.RejectionCode.*;
import static consular.cases.domain.refusals.FindingStatus.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.FamilyElectedToWait;
import consular.cases.domain.CaseEvent.VisaRefused;
import consular.cases.domain.law.Rule;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.refusals.ProposedAction;
import org.junit.jupiter.api.Test;

/** The family of a refused member elects to wait and travel together. */
class ElectFamilyToWaitTest {
    private final CaseScenario family =
            Families.applied("2024-04-08").given("officer-a", refuseIneligible(A3, "212(a)(1)(A)(i)"));

    @Test
    void refuses_under_221g_everybody_who_waits_and_nobody_else() {
        family.when("officer-b", waitFor(A3, A1)).thenEvents(FamilyElectedToWait.class, VisaRefused.class);
        assertThat(states(family)).containsExactly(REFUSED, UNDECIDED, REFUSED);
        var refused = family.all(VisaRefused.class).getLast();
        assertThat(refused.officer()).isEqualTo(new OfficerId("officer-b"));
        assertThat(refused.findings().getFirst().followsApplicantId()).isEqualTo(A3);
        assertThat(refused.findings().getFirst().note()).contains("a3");
        assertThat(family.lastEvents().getLast().stamp().rules()).contains(Rule.FAMILY_MAY_WAIT);
    }

    @Test
    void each_is_named_once_however_often() {
        family.when("officer-a", waitFor(A3, A1, A2, A1))
                .thenEvents(FamilyElectedToWait.class, VisaRefused.class, VisaRefused.class);
        assertThat(family.all(FamilyElectedToWait.class).getFirst().waitingApplicantIds())
                .containsExactly(A1, A2);
    }

    @Test
    void all_are_released_when_the_member_is_cleared() {
        family.given("officer-a", waitFor(A3, A1, A2))
                .clock("2024-10-07T09:00")
                .given("intake", evidence(A3, "F1"))
                .given("officer-a", overcome("F1"));
        assertThat(states(family)).containsOnly(REOPENED);
        assertThat(family.view().applicants())
                .allSatisfy(it -> assertThat(it.decisionDue()).isEqualTo("2024-10-07"));
    }

    @Test
    void one_who_waits_for_two_is_released_when_both_are_cleared() {
        family.given("officer-a", refuse221g(A2, "SAO"))
                .given("officer-a", waitFor(A3, A1))
                .given("officer-a", waitFor(A2, A1))
                .given("officer-a", processed("F2"));
        assertThat(waits(family, A1)).containsExactly(ACTIVE, OVERCOME);
        assertThat(states(family)).containsExactly(REFUSED, REOPENED, REFUSED);
        family.given("intake", waive("F1"));
        assertThat(states(family)).containsOnly(REOPENED);
    }

    @Test
    void one_who_executes_later_follows_the_principal_who_waits_and_is_released_with_the_rest() {
        var late = Families.registered("2024-04-08")
                .given("intake", apply(A1))
                .given("intake", apply(A3))
                .given("officer-a", refuse221g(A3, "SAO"))
                .given("officer-b", waitFor(A3, A1))
                .given("intake", apply(A2));
        assertThat(late.all(VisaRefused.class).getLast().findings().getFirst().followsApplicantId())
                .isEqualTo(A1);
        late.given("officer-a", processed("F1"));
        assertThat(states(late)).containsOnly(REOPENED);
    }

    @Test
    void two_who_wait_for_each_other_are_released_when_nobody_else_stands_in_the_way() {
        var story = Families.applied("2024-04-08")
                .given("officer-a", refuse221g("SAO"))
                .given("officer-a", refuse221g(A2, "FPU"))
                .given("officer-a", waitFor(A2, A1));
        assertThat(waits(story, A1)).containsExactly(ACTIVE);
        assertThat(waits(story, A2)).containsExactly(ACTIVE);
        story.given("officer-a", processed("F1"));
        assertThat(states(story)).containsExactly(REFUSED, REFUSED, REFUSED);
        story.given("officer-a", processed("F4"));
        assertThat(states(story)).containsOnly(REOPENED);
    }

    @Test
    void waiting_is_added_to_what_else_stands_under_221g_and_never_to_a_212a_ineligibility() {
        family.given("officer-a", refuse221g(A2, "BC")).given("officer-a", waitFor(A3, A2));
        assertThat(member(family, A2).refusals()).hasSize(2);
        family.given("officer-a", refuseIneligible("212(a)(4)"));
        family.when("officer-a", waitFor(A3, A1)).thenRejected(G221_WITH_212A);
    }

    @Test
    void nobody_waits_for_a_member_who_is_not_refused() {
        family.when("officer-a", waitFor(A2, A1)).thenRejected(BAD_STATE);
        family.given("intake", waive("F1")).when("officer-a", waitFor(A3, A1)).thenRejected(BAD_STATE);
    }

    @Test
    void nobody_waits_twice_for_the_same_member() {
        family.given("officer-a", waitFor(A3, A1))
                .when("officer-a", waitFor(A3, A1, A2))
                .thenRejected(BAD_STATE);
        assertThat(following(family, A2)).isEmpty();
    }

    @Test
    void only_an_applicant_who_has_executed_and_has_no_visa_can_wait() {
        var story = Families.registered("2024-04-08")
                .given("intake", apply(A1))
                .given("intake", apply(A3))
                .given("officer-a", refuse221g(A3, "SAO"));
        story.when("officer-a", waitFor(A3, A2)).thenRejected(NOT_EXECUTED);
        story.given("officer-a", issue()).when("officer-a", waitFor(A3, A1)).thenRejected(BAD_STATE);
    }

    @Test
    void a_member_whom_a_supervisor_has_to_decide_waits_by_that_supervisors_decision() {
        family.given("officer-a", refuse221g(A2, "BC"))
                .given("supervisor-a", discuss("R2", ProposedAction.REVERSE))
                .given("supervisor-a", reverse("R2"));
        family.when("officer-a", waitFor(A3, A2)).thenRejected(RESPONSIBILITY_ASSUMED);
        family.when("supervisor-a", waitFor(A3, A2)).thenAccepted();
    }

    @Test
    void the_family_may_wait_for_the_principal_after_a_finding_of_their_own_was_cleared() {
        var story = Families.applied("2024-04-08")
                .given("officer-a", refuse221g(A2, "FPU"))
                .given("officer-a", refuse221g("SAO"))
                .given("officer-a", processed("F1"));
        assertThat(member(story, A2).state()).isEqualTo(REOPENED);
        story.when("officer-a", waitFor(A1, A2)).thenAccepted();
    }

    @Test
    void it_names_members_of_the_case_and_others_than_the_one_waited_for() {
        var stranger = new ApplicantId("a9");
        family.when("officer-a", waitFor(stranger, A1)).thenMalformed("/blockedApplicantId");
        family.when("officer-a", waitFor(A3)).thenMalformed("/waitingApplicantIds");
        family.when("officer-a", waitFor(A3, A1, stranger)).thenMalformed("/waitingApplicantIds/1");
        family.when("officer-a", waitFor(A3, A1, A3)).thenMalformed("/waitingApplicantIds/1");
    }
}
