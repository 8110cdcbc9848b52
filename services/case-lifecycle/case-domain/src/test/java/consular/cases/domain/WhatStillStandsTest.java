package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.*;
import static consular.cases.domain.opinions.OpinionOutcome.*;

import consular.cases.domain.refusals.ProposedAction;
import org.junit.jupiter.api.Test;

/** What an adverse opinion holds up, and for how long. Holds R-SUP-14, R-AO-04, R-IV-01, R-IV-09. */
class WhatStillStandsTest extends AskedOnOneFinding {
    @Test
    void one_adverse_opinion_does_not_take_another_back() {
        for (var later : new String[] {null, "212(a)(3)"}) {
            asked().given("visa-office", binding("AO1", INELIGIBLE, TERRORISM))
                    .given("officer-a", ask("F1"))
                    .given("visa-office", binding("AO2", INELIGIBLE, later))
                    .given("officer-a", refuseIneligible(SABOTAGE))
                    .given("intake", waive("F2"))
                    .when("officer-a", issue(VisaAnnotation.WAIVER))
                    .thenRejected(AO_BINDING)
                    .given("officer-a", refuseIneligible(TERRORISM))
                    .given("intake", waive("F3"))
                    .given("officer-a", issue(VisaAnnotation.WAIVER));
        }
    }

    @Test
    void each_adverse_view_of_the_facts_is_put_again_for_itself() {
        manila.given("visa-office", adverse("AO1", PUBLIC_CHARGE))
                .given("officer-a", ask("F1"))
                .given("visa-office", adverse("AO2", null))
                .given("officer-a", resubmit("AO2"))
                .when("officer-a", processed("F1"))
                .thenRejected(AO_BINDING)
                .given("officer-a", resubmit("AO1"))
                .given("officer-a", processed("F1"))
                .given("officer-a", issue());
    }

    @Test
    void a_favourable_answer_forbids_again_what_the_adverse_one_no_longer_speaks_of() {
        CaseScenario.applied("2024-01-22")
                .given("officer-a", refuse221g("SAO"))
                .given("officer-a", refuse221g("FPU"))
                .given("officer-a", ask("F1"))
                .given("officer-a", ask("F2"))
                .given("visa-office", binding("AO1", INELIGIBLE, null))
                .given("visa-office", binding("AO2", NO_INELIGIBILITY, null))
                .given("officer-a", refuseIneligible(SABOTAGE, PUBLIC_CHARGE))
                .given("intake", waive("F3"))
                .when("officer-a", refuseIneligible(SABOTAGE))
                .thenRejected(AO_BINDING)
                .given("officer-a", refuseIneligible(PUBLIC_CHARGE));
    }

    @Test
    void what_is_found_anew_and_then_reversed_is_not_what_the_ruling_speaks_of() {
        manila.given("visa-office", binding("AO1", INELIGIBLE, null))
                .given("officer-a", refuseIneligible(PUBLIC_CHARGE))
                .given("officer-a", refuseIneligible(PUBLIC_CHARGE))
                .given("officer-a", reverseOwn("R3"))
                .when("officer-a", issue(VisaAnnotation.OVERCOME))
                .thenRejected(AO_BINDING)
                .given("officer-a", refuseIneligible(SABOTAGE))
                .given("intake", waive("F4"))
                .given("officer-a", issue(VisaAnnotation.WAIVER));
    }

    @Test
    void in_whatever_order_all_that_was_found_is_reversed_no_visa_is_issued_unless_all_of_it_was_answered() {
        for (var order : new String[][] {{"R2", "R3"}, {"R3", "R2"}}) {
            for (var isAll : new boolean[] {false, true}) {
                var story = asked().given("visa-office", binding("AO1", INELIGIBLE, null))
                        .given("officer-a", refuseIneligible(PUBLIC_CHARGE, SABOTAGE))
                        .given("officer-a", refuseIneligible(PUBLIC_CHARGE))
                        .given("supervisor-a", discuss("R3", ProposedAction.REFER))
                        .given("supervisor-a", refer("R3"))
                        .given("visa-office", binding("AO2", NO_INELIGIBILITY, PUBLIC_CHARGE));
                if (isAll) {
                    story.given("supervisor-a", discuss("R2", ProposedAction.REFER))
                            .given("supervisor-a", refer("R2"))
                            .given("visa-office", favourable("AO3", null));
                }
                story.given("officer-a", reverseOwn(order[0]))
                        .given("officer-a", reverseOwn(order[1]))
                        .when("officer-a", issue(VisaAnnotation.OVERCOME));
                if (isAll) {
                    story.thenAccepted();
                } else {
                    story.thenRejected(AO_BINDING);
                }
            }
        }
    }

    @Test
    void what_was_waived_and_found_anew_stays_waived_when_that_is_reversed() {
        manila.given("visa-office", binding("AO1", INELIGIBLE, null))
                .given("officer-a", refuseIneligible(PUBLIC_CHARGE))
                .given("intake", waive("F2"))
                .given("officer-a", refuseIneligible(PUBLIC_CHARGE))
                .given("officer-a", reverseOwn("R3"))
                .given("officer-a", issue(VisaAnnotation.WAIVER));
    }

    @Test
    void a_wide_ruling_is_followed_though_all_within_it_was_answered() {
        var story = manila.given("visa-office", binding("AO1", INELIGIBLE, "212(a)(6)(C)"));
        for (var within : new String[] {"i", "ii", "iii"}) {
            var opinionId = "AO" + (story.file().opinions().size() + 1);
            story.given("officer-a", ask("F1"))
                    .given("visa-office", binding(opinionId, NO_INELIGIBILITY, "212(a)(6)(C)(" + within + ")"));
        }
        story.when("officer-a", issue())
                .thenRejected(AO_BINDING)
                .when("officer-a", refuseIneligible("212(a)(6)(C)(i)"))
                .thenRejected(AO_BINDING)
                .given("officer-a", refuseIneligible("212(a)(6)(C)"));
    }

    @Test
    void a_refusal_under_214b_does_not_say_what_the_ruling_speaks_of() {
        CaseScenario.appliedFor("B2", "2024-06-03")
                .given("officer-a", refuse221g("SAO"))
                .given("officer-a", ask("F1"))
                .given("visa-office", binding("AO1", INELIGIBLE, null))
                .given("officer-a", refuse214b())
                .given("officer-a", reverseOwn("R2"))
                .given("officer-a", refuseIneligible(SABOTAGE))
                .given("intake", waive("F3"))
                .given("officer-a", issue(VisaAnnotation.WAIVER));
    }

    @Test
    void the_department_holds_nothing_against_an_applicant_that_no_refusal_of_the_case_can_rest_on() {
        for (var ground : new String[] {"212(f)", "214(b)", "214(l)", "222(g)", "221(g)", "P6C", "212(a)(11)"}) {
            manila.when("visa-office", binding("AO1", INELIGIBLE, ground)).thenMalformed("/ground");
        }
        var visitor = CaseScenario.appliedFor("B2", "2024-06-03")
                .given("officer-a", refuse221g("SAO"))
                .given("officer-a", ask("F1"));
        for (var ground : new String[] {"212(e)", "214(b)"}) {
            visitor.when("visa-office", binding("AO1", INELIGIBLE, ground)).thenMalformed("/ground");
        }
        visitor.given("visa-office", binding("AO1", INELIGIBLE, "212(f)"))
                .given("officer-a", refuseIneligible("212(f)"));
    }

    @Test
    void an_answer_to_a_referral_of_what_stands_leaves_what_was_said_of_another() {
        manila.given("visa-office", binding("AO1", INELIGIBLE, SABOTAGE))
                .given("officer-a", refuseIneligible(PUBLIC_CHARGE))
                .given("intake", evidence("F2"))
                .given("supervisor-a", discuss("R2", ProposedAction.REFER))
                .given("supervisor-a", refer("R2"))
                .given("visa-office", favourable("AO2", null))
                .when("officer-a", overcome("F2"))
                .thenRejected(AO_BINDING);
    }
}
