package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.*;
import static consular.cases.domain.opinions.OpinionOutcome.*;

import consular.cases.domain.CaseCommand.ReceiveAdvisoryOpinion;
import consular.cases.domain.refusals.ProposedAction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * An adverse opinion that names no ground, or a wide one, speaks of those that the officer then refuses on, until each is
 * waived or the Department speaks of it again. Holds R-SUP-14, R-AO-04, R-IV-01, R-IV-09.
 */
class WhatAnOpinionSpeaksOfTest extends AskedOnOneFinding {
    @Test
    void a_waiver_of_one_ground_leaves_the_other_that_was_found_on_a_ruling_that_names_none() {
        manila.given("visa-office", binding("AO1", INELIGIBLE, null))
                .given("officer-a", refuseIneligible(SABOTAGE, PUBLIC_CHARGE))
                .given("intake", evidence("F2"))
                .when("officer-a", overcome("F2"))
                .thenRejected(AO_BINDING)
                .given("intake", waive("F3"))
                .when("officer-a", overcome("F2"))
                .thenRejected(AO_BINDING)
                .when("officer-a", issue(VisaAnnotation.WAIVER))
                .thenRejected(AO_BINDING)
                .given("intake", waive("F2"))
                .given("officer-a", issue(VisaAnnotation.WAIVER));
    }

    @Test
    void what_is_found_in_a_later_refusal_is_not_what_the_ruling_speaks_of() {
        manila.given("visa-office", binding("AO1", INELIGIBLE, null))
                .given("officer-a", refuseIneligible(SABOTAGE))
                .given("officer-a", refuseIneligible(PUBLIC_CHARGE))
                .given("intake", evidence("F2", "F3"))
                .given("intake", waive("F3"))
                .when("officer-a", overcome("F2"))
                .thenRejected(AO_BINDING)
                .given("intake", waive("F2"))
                .given("officer-a", issue(VisaAnnotation.WAIVER));
    }

    @Test
    void a_waiver_of_one_ground_leaves_the_other_within_the_wide_one_that_was_named() {
        manila.given("visa-office", binding("AO1", INELIGIBLE, "212(a)(3)"))
                .given("officer-a", refuseIneligible(SABOTAGE, TERRORISM))
                .given("intake", evidence("F2"))
                .given("intake", waive("F3"))
                .when("officer-a", overcome("F2"))
                .thenRejected(AO_BINDING);
    }

    @Test
    void a_waiver_of_one_ground_referred_leaves_the_other_within_the_wide_one_that_was_named() {
        CaseScenario.applied("2024-01-22")
                .given("officer-a", refuseIneligible(SABOTAGE, TERRORISM))
                .given("supervisor-a", discuss("R1", ProposedAction.REFER))
                .given("supervisor-a", refer("R1"))
                .given("visa-office", binding("AO1", INELIGIBLE, "212(a)(3)"))
                .given("intake", evidence("F1"))
                .given("intake", waive("F2"))
                .when("officer-a", overcome("F1"))
                .thenRejected(AO_BINDING);
    }

    @Test
    void a_refusal_that_was_reversed_does_not_say_what_the_ruling_speaks_of() {
        manila.given("visa-office", binding("AO1", INELIGIBLE, null))
                .given("officer-a", refuseIneligible(PUBLIC_CHARGE))
                .given("supervisor-a", discuss("R2", ProposedAction.REVERSE))
                .given("supervisor-a", reverse("R2"))
                .when("supervisor-a", issue())
                .thenRejected(AO_BINDING);
    }

    @Test
    void what_was_refused_on_before_the_reversal_does_not_say_what_the_ruling_speaks_of() {
        for (var ruling : new String[] {null, "212(a)(3)"}) {
            asked().given("visa-office", binding("AO1", INELIGIBLE, ruling))
                    .given("officer-a", refuseIneligible(SABOTAGE))
                    .given("officer-a", refuseIneligible(TERRORISM))
                    .given("intake", waive("F3"))
                    .given("officer-a", reverseOwn("R2"))
                    .when("officer-a", issue(VisaAnnotation.WAIVER))
                    .thenRejected(AO_BINDING)
                    .given("officer-a", refuseIneligible(SABOTAGE))
                    .given("intake", waive("F4"))
                    .given("officer-a", issue(VisaAnnotation.WAIVER));
        }
    }

    @Test
    void a_reversal_of_one_ground_leaves_the_other_that_was_found_with_it() {
        manila.given("visa-office", binding("AO1", INELIGIBLE, null))
                .given("officer-a", refuseIneligible(SABOTAGE, PUBLIC_CHARGE))
                .given("intake", waive("F2"))
                .given("officer-a", reverseOwn("R2"))
                .given("officer-a", issue(VisaAnnotation.WAIVER));
    }

    @Test
    void a_ruling_that_was_answered_does_not_bind_again_when_its_refusal_is_reversed() {
        for (var ruling : new String[] {null, "212(a)(3)", SABOTAGE}) {
            for (var answer : new String[] {null, SABOTAGE, "212(a)(3)"}) {
                referredOnceRefused(ruling, favourable("AO2", answer))
                        .given("officer-a", reverseOwn("R2"))
                        .given("officer-a", issue(VisaAnnotation.OVERCOME));
            }
        }
    }

    @Test
    void a_favourable_answer_speaks_of_what_was_found_on_the_ruling_before_it() {
        for (var ruling : new String[] {null, "212(a)(3)(A)", SABOTAGE}) {
            for (var answer : new String[] {null, SABOTAGE, "212(a)(3)"}) {
                referredOnceRefused(ruling, favourable("AO2", answer))
                        .when("officer-a", refuseIneligible(SABOTAGE))
                        .thenRejected(AO_BINDING)
                        .given("officer-a", overcome("F2"))
                        .given("officer-a", issue(VisaAnnotation.OVERCOME));
            }
        }
    }

    @Test
    void a_favourable_answer_on_another_ground_leaves_what_was_found_on_the_ruling_before_it() {
        for (var ruling : new String[] {null, "212(a)(3)(A)", SABOTAGE}) {
            referredOnceRefused(ruling, favourable("AO2", PUBLIC_CHARGE))
                    .when("officer-a", overcome("F2"))
                    .thenRejected(AO_BINDING)
                    .given("officer-a", refuseIneligible(SABOTAGE));
        }
    }

    private static CaseScenario referredOnceRefused(@Nullable String ruling, ReceiveAdvisoryOpinion answer) {
        return asked().given("visa-office", binding("AO1", INELIGIBLE, ruling))
                .given("officer-a", refuseIneligible(SABOTAGE))
                .given("intake", evidence("F2"))
                .given("supervisor-a", discuss("R2", ProposedAction.REFER))
                .given("supervisor-a", refer("R2"))
                .given("visa-office", answer);
    }

    @Test
    void once_it_is_refused_on_the_ruling_opens_no_other_ground() {
        manila.given("visa-office", binding("AO1", NO_INELIGIBILITY, PUBLIC_CHARGE))
                .given("officer-a", ask("F1"))
                .given("visa-office", binding("AO2", INELIGIBLE, null))
                .given("officer-a", refuseIneligible(SABOTAGE))
                .when("officer-a", refuseIneligible(PUBLIC_CHARGE))
                .thenRejected(AO_BINDING)
                .given("officer-a", refuseIneligible(SABOTAGE));
    }

    @Test
    void a_favourable_view_of_the_facts_that_is_put_again_leaves_the_favourable_ruling_before_it() {
        for (var view : new String[] {null, SABOTAGE}) {
            asked().given("visa-office", binding("AO1", NO_INELIGIBILITY, SABOTAGE))
                    .given("officer-a", ask("F1"))
                    .given("visa-office", favourable("AO2", view))
                    .given("officer-a", resubmit("AO2"))
                    .when("officer-a", refuseIneligible(SABOTAGE))
                    .thenRejected(AO_BINDING)
                    .given("officer-a", refuseIneligible(PUBLIC_CHARGE));
        }
    }

    @Test
    void an_older_view_of_the_facts_is_not_revived_by_putting_the_last_again() {
        manila.given("visa-office", favourable("AO1", SABOTAGE))
                .given("officer-a", ask("F1"))
                .given("visa-office", favourable("AO2", SABOTAGE))
                .given("officer-a", resubmit("AO2"))
                .given("officer-a", refuseIneligible(SABOTAGE));
    }

    @Test
    void what_was_said_before_it_was_found_is_not_said_of_the_ruling() {
        for (var ruling : new String[] {null, "212(a)(3)"}) {
            CaseScenario.applied("2024-01-22")
                    .given("officer-a", refuse221g("SAO"))
                    .given("officer-a", refuse221g("FPU"))
                    .given("officer-a", ask("F1"))
                    .given("officer-a", ask("F2"))
                    .given("visa-office", binding("AO1", INELIGIBLE, ruling))
                    .given("visa-office", favourable("AO2", SABOTAGE))
                    .given("officer-a", resubmit("AO2"))
                    .given("officer-a", refuseIneligible(SABOTAGE))
                    .given("intake", evidence("F3"))
                    .when("officer-a", overcome("F3"))
                    .thenRejected(AO_BINDING)
                    .given("intake", waive("F3"))
                    .given("officer-a", issue(VisaAnnotation.WAIVER));
        }
    }

    /** In Ciudad Juárez it is still the day before the one on which Manila had the answer. */
    @Test
    void what_is_found_after_a_transfer_to_where_it_is_still_yesterday_is_found_since() {
        CaseScenario.applied("2024-01-23")
                .given("officer-a", refuse221g("SAO"))
                .given("officer-a", ask("F1"))
                .given("visa-office", binding("AO1", INELIGIBLE, null))
                .given("officer-a", transfer("CDJ"))
                .given("officer-a", refuseIneligible(SABOTAGE))
                .given("intake", waive("F2"))
                .given("officer-a", issue(VisaAnnotation.WAIVER));
    }

    @Test
    void a_waiver_older_than_the_question_does_not_lift_the_ruling() {
        CaseScenario.applied("2024-01-22")
                .given("officer-a", refuseIneligible(SABOTAGE))
                .given("intake", waive("F1"))
                .clock("2024-01-23T09:00")
                .given("officer-a", refuse221g("SAO"))
                .given("officer-a", ask("F2"))
                .given("visa-office", binding("AO1", INELIGIBLE, SABOTAGE))
                .when("officer-a", issue(VisaAnnotation.WAIVER))
                .thenRejected(AO_BINDING)
                .given("officer-a", refuseIneligible(SABOTAGE))
                .given("intake", waive("F3"))
                .given("officer-a", issue(VisaAnnotation.WAIVER));
    }
}
