package consular.cases.domain;

import static consular.cases.domain.ApplicationState.*;
import static consular.cases.domain.Commands.*;
import static consular.cases.domain.Families.*;
import static consular.cases.domain.law.RejectionCode.*;
import static consular.cases.domain.refusals.FindingStatus.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.ApplicationReopened;
import consular.cases.domain.CaseEvent.FamilyElectedToTravelSeparately;
import consular.cases.domain.CaseEvent.RefusalOvercome;
import consular.cases.domain.law.Rule;
import consular.cases.domain.people.ApplicantId;
import org.junit.jupiter.api.Test;

/** A family that waited for a spouse or child waits no longer. */
class ElectToTravelSeparatelyTest {
    private final CaseScenario family = Families.applied("2024-04-08")
            .given("officer-a", refuseIneligible(A3, "212(a)(1)(A)(i)"))
            .given("officer-a", waitFor(A3, A1, A2))
            .clock("2024-06-03T09:00");

    @Test
    void overcomes_what_waits_because_nothing_is_left_to_process_and_a_decision_is_due() {
        family.when("officer-b", travelWithout(A3, A1, A2))
                .thenEvents(
                        FamilyElectedToTravelSeparately.class,
                        RefusalOvercome.class,
                        ApplicationReopened.class,
                        RefusalOvercome.class,
                        ApplicationReopened.class);
        assertThat(states(family)).containsExactly(REOPENED, REOPENED, REFUSED);
        assertThat(member(family, A1).decisionDue()).isEqualTo("2024-06-03");
        assertThat(family.lastEvents().get(1).stamp().rules()).contains(Rule.FAMILY_MAY_STOP_WAITING);
        family.given("officer-b", issue()).given("officer-b", issue(A2, null));
        assertThat(states(family)).containsExactly(ISSUED, ISSUED, REFUSED);
    }

    @Test
    void only_those_named_stop_waiting_for_that_member_only() {
        family.given("officer-a", refuse221g(A2, "SAO")).given("officer-a", waitFor(A2, A1));
        family.given("officer-b", travelWithout(A3, A1));
        assertThat(waits(family, A1)).containsExactly(OVERCOME, ACTIVE);
        assertThat(waits(family, A2)).containsExactly(ACTIVE);
        assertThat(states(family)).containsOnly(REFUSED);
    }

    @Test
    void who_waited_only_for_somebody_who_stops_waiting_is_released_too() {
        var late = Families.registered("2024-04-08")
                .given("intake", apply(A1))
                .given("intake", apply(A3))
                .given("officer-a", refuse221g(A3, "SAO"))
                .given("officer-a", waitFor(A3, A1))
                .given("intake", apply(A2));
        late.given("officer-a", travelWithout(A3, A1));
        assertThat(states(late)).containsExactly(REOPENED, REOPENED, REFUSED);
    }

    @Test
    void nobody_travels_without_the_principal() {
        var story = Families.applied("2024-04-08").given("officer-a", refuse221g("PC"));
        story.when("officer-a", travelWithout(A1, A2)).thenRejected(DERIVATIVE_WITHOUT_PRINCIPAL);
        family.given("officer-a", travelWithout(A3, A2));
        family.when("officer-a", issue(A2, null)).thenRejected(DERIVATIVE_WITHOUT_PRINCIPAL);
    }

    @Test
    void only_one_who_waits_can_stop_waiting() {
        family.given("officer-a", travelWithout(A3, A1));
        family.when("officer-a", travelWithout(A3, A1)).thenRejected(BAD_STATE);
        family.when("officer-a", travelWithout(A2, A3)).thenRejected(BAD_STATE);
    }

    @Test
    void it_names_members_of_the_case_and_others_than_the_one_left_behind() {
        var stranger = new ApplicantId("a9");
        family.when("officer-a", travelWithout(stranger, A1)).thenMalformed("/blockedApplicantId");
        family.when("officer-a", travelWithout(A3)).thenMalformed("/waitingApplicantIds");
        family.when("officer-a", travelWithout(A3, stranger)).thenMalformed("/waitingApplicantIds/0");
        family.when("officer-a", travelWithout(A3, A3)).thenMalformed("/waitingApplicantIds/0");
    }
}
