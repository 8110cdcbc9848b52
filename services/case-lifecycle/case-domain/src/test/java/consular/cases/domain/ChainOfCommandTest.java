package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.law.Policy;
import consular.cases.domain.oversight.ReviewPolicy;
import consular.cases.domain.oversight.ReviewSample;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.people.Role;
import consular.cases.domain.people.Supervision;
import consular.cases.domain.refusals.ProposedAction;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who reviews whom, where the policy asks for the chain of command. Holds R-NIV-07. */
class ChainOfCommandTest {
    private static final Policy IN_THE_CHAIN = Policy.RECOMMENDED.with(new ReviewPolicy(true, ReviewSample.NONE));

    private static CaseScenario refused() {
        return CaseScenario.applied("2024-03-05").under(IN_THE_CHAIN).given("officer-a", refuseIneligible("212(a)(4)"));
    }

    @Test
    void a_supervisor_of_others_is_turned_away_from_every_outcome() {
        refused()
                .when("supervisor-b", concur("R1"))
                .thenRejected(CHAIN_OF_COMMAND)
                .when("supervisor-b", discuss("R1", ProposedAction.REVERSE))
                .thenRejected(CHAIN_OF_COMMAND)
                .when("supervisor-b", reverse("R1"))
                .thenRejected(CHAIN_OF_COMMAND)
                .when("supervisor-b", refer("R1"))
                .thenRejected(CHAIN_OF_COMMAND);
    }

    @Test
    void the_officers_own_supervisor_reviews() {
        refused().given("supervisor-a", concur("R1"));
        CaseScenario.applied("2024-03-05")
                .under(IN_THE_CHAIN)
                .given("officer-b", refuseIneligible("212(a)(4)"))
                .given("supervisor-b", concur("R1"));
    }

    @Test
    void whoever_supervises_everyone_reviews() {
        var chief = new Actor(new OfficerId("chief"), Role.SUPERVISOR, true, new Supervision(true, Set.of()));
        var story = refused();
        story.decide(concur("R1"), story.context(chief, null, null)).thenAccepted();
    }

    @Test
    void without_the_switch_any_other_commissioned_supervisor_reviews() {
        CaseScenario.applied("2024-03-05")
                .given("officer-a", refuseIneligible("212(a)(4)"))
                .given("supervisor-b", concur("R1"));
    }

    @Test
    void a_consultation_is_open_to_all() {
        refused().given("supervisor-b", consult("R1"));
    }

    @Test
    void a_missing_commission_is_met_first_and_a_closed_review_last() {
        var story = refused();
        var stranger = new Actor(new OfficerId("stranger"), Role.SUPERVISOR, false);
        story.decide(concur("R1"), story.context(stranger, null, null)).thenRejected(NO_COMMISSION);
        story.given("supervisor-a", concur("R1"))
                .when("supervisor-b", concur("R1"))
                .thenRejected(CHAIN_OF_COMMAND)
                .when("supervisor-a", concur("R1"))
                .thenRejected(BAD_OUTCOME);
    }

    @Test
    void the_record_keeps_who_reviewed_and_not_whom_else_that_person_supervises() {
        var story = refused().given("supervisor-a", concur("R1"));
        assertThat(story.history().getLast().stamp().actor())
                .isEqualTo(new Actor(new OfficerId("supervisor-a"), Role.SUPERVISOR, true));
    }
}
