package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.*;
import static consular.cases.domain.opinions.OpinionOutcome.*;

import consular.cases.domain.refusals.ProposedAction;
import org.junit.jupiter.api.Test;

/**
 * The Department is asked on the grounds that a refusal rests on when a reviewer refers it, and its answer, if it names none,
 * speaks of those. Holds R-SUP-14, R-AO-03, R-AO-07.
 */
class WhatWasReferredTest extends AskedOnOneFinding {
    private static CaseScenario referred(CaseScenario story, String refusalId) {
        return story.given("supervisor-a", discuss(refusalId, ProposedAction.REFER))
                .given("supervisor-a", refer(refusalId));
    }

    /** The ground stands in R2 when R1 is referred. */
    private static CaseScenario ruledOnWhatIsFoundElsewhere(CaseScenario story) {
        story.given("officer-a", refuseIneligible(SABOTAGE));
        referred(story, "R2").given("visa-office", binding("AO1", INELIGIBLE, SABOTAGE));
        return referred(story, "R1");
    }

    @Test
    void what_was_superseded_before_is_not_what_the_favourable_answer_speaks_of() {
        var story = CaseScenario.applied("2024-01-22").given("officer-a", refuseIneligible(SABOTAGE, PUBLIC_CHARGE));
        ruledOnWhatIsFoundElsewhere(story)
                .given("visa-office", favourable("AO2", null))
                .given("intake", evidence("F2", "F3"))
                .when("officer-a", overcome("F2", "F3"))
                .thenRejected(AO_BINDING)
                .given("officer-a", overcome("F2"))
                .given("officer-a", refuseIneligible(SABOTAGE));
    }

    @Test
    void what_was_overcome_before_is_not_what_the_favourable_answer_speaks_of() {
        var story = CaseScenario.applied("2024-01-22")
                .given("officer-a", refuseIneligible(SABOTAGE, PUBLIC_CHARGE))
                .given("intake", evidence("F1"))
                .given("officer-a", overcome("F1"));
        ruledOnWhatIsFoundElsewhere(story)
                .given("visa-office", favourable("AO2", null))
                .given("intake", evidence("F3"))
                .when("officer-a", overcome("F3"))
                .thenRejected(AO_BINDING);
    }

    @Test
    void what_was_waived_before_on_the_same_day_is_not_what_the_adverse_answer_speaks_of() {
        var story = CaseScenario.applied("2024-01-22")
                .given("officer-a", refuseIneligible(SABOTAGE, PUBLIC_CHARGE))
                .given("intake", waive("F1"));
        referred(story, "R1")
                .given("visa-office", binding("AO1", INELIGIBLE, null))
                .given("officer-a", reverseOwn("R1"))
                .when("officer-a", issue(VisaAnnotation.WAIVER))
                .thenRejected(AO_BINDING);
    }

    @Test
    void what_is_reversed_while_the_answer_is_awaited_is_not_what_it_speaks_of() {
        var story = CaseScenario.applied("2024-01-22").given("officer-a", refuseIneligible(SABOTAGE));
        referred(story, "R1")
                .given("officer-a", reverseOwn("R1"))
                .given("visa-office", binding("AO1", INELIGIBLE, null))
                .when("officer-a", issue(VisaAnnotation.OVERCOME))
                .thenRejected(AO_BINDING)
                .given("officer-a", refuseIneligible(PUBLIC_CHARGE))
                .given("intake", waive("F2"))
                .given("officer-a", issue(VisaAnnotation.WAIVER));
    }

    @Test
    void nothing_of_the_refusal_is_overcome_while_the_answer_is_awaited() {
        var story = CaseScenario.applied("2024-01-22")
                .given("officer-a", refuseIneligible(SABOTAGE, PUBLIC_CHARGE))
                .given("officer-a", refuseIneligible(TERRORISM))
                .given("intake", evidence("F1", "F3"));
        referred(story, "R1")
                .when("officer-a", overcome("F1"))
                .thenRejected(AO_PENDING)
                .given("officer-a", overcome("F3"))
                .given("visa-office", favourable("AO1", null))
                .given("officer-a", overcome("F1"));
    }

    @Test
    void a_favourable_answer_speaks_of_the_ground_though_a_wider_one_stands() {
        var story = asked().given("visa-office", binding("AO1", INELIGIBLE, null))
                .given("officer-a", refuseIneligible("212(a)(3)"))
                .given("officer-a", refuseIneligible(TERRORISM));
        referred(story, "R3")
                .given("visa-office", binding("AO2", NO_INELIGIBILITY, null))
                .when("officer-a", refuseIneligible(TERRORISM))
                .thenRejected(AO_BINDING)
                .given("officer-a", refuseIneligible("212(a)(3)"));
    }
}
