package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.*;
import static consular.cases.domain.opinions.OpinionOutcome.*;

import consular.cases.domain.refusals.ProposedAction;
import org.junit.jupiter.api.Test;

/**
 * Opinions are asked on two findings, and the answer on the one leaves the answer on the other as it was. Holds R-SUP-14,
 * R-AO-04, R-IV-01.
 */
class OpinionsOnTwoFindingsTest {
    private static final String SABOTAGE = "212(a)(3)(A)(ii)";
    private static final String PUBLIC_CHARGE = "212(a)(4)";

    /** AO1 is asked on F1, AO2 on F2. */
    private final CaseScenario manila = CaseScenario.applied("2024-01-22")
            .given("officer-a", refuse221g("SAO"))
            .given("officer-a", refuse221g("BC"))
            .given("officer-a", ask("F1"))
            .given("officer-a", ask("F2"));

    @Test
    void a_favourable_opinion_on_one_ground_leaves_an_adverse_one_that_names_none() {
        manila.given("visa-office", binding("AO1", INELIGIBLE, null))
                .given("visa-office", favourable("AO2", PUBLIC_CHARGE))
                .when("officer-a", processed("F1"))
                .thenRejected(AO_BINDING)
                .when("officer-a", issue())
                .thenRejected(AO_BINDING)
                .when("officer-a", refuseIneligible(PUBLIC_CHARGE))
                .thenRejected(AO_BINDING)
                .given("officer-a", refuseIneligible(SABOTAGE));
    }

    @Test
    void a_favourable_opinion_that_names_no_ground_leaves_what_was_asked_on_another_finding() {
        manila.given("visa-office", binding("AO2", INELIGIBLE, PUBLIC_CHARGE))
                .given("visa-office", favourable("AO1", null))
                .given("intake", evidence("F2"))
                .when("officer-a", overcome("F2"))
                .thenRejected(AO_BINDING)
                .when("officer-a", issue())
                .thenRejected(AO_BINDING)
                .when("officer-a", refuseIneligible(SABOTAGE))
                .thenRejected(AO_BINDING)
                .given("officer-a", refuseIneligible(PUBLIC_CHARGE));
    }

    @Test
    void neither_names_a_ground_and_each_speaks_of_its_own_finding() {
        manila.given("visa-office", binding("AO2", INELIGIBLE, null))
                .given("visa-office", favourable("AO1", null))
                .when("officer-a", issue())
                .thenRejected(AO_BINDING)
                .given("officer-a", refuseIneligible(SABOTAGE));
    }

    @Test
    void a_view_of_the_facts_that_is_put_again_leaves_the_ruling_before_it() {
        manila.given("visa-office", binding("AO1", INELIGIBLE, "212(a)(3)(A)"))
                .given("visa-office", adverse("AO2", "212(a)(3)(A)"))
                .given("officer-a", resubmit("AO2"))
                .when("officer-a", processed("F1"))
                .thenRejected(AO_BINDING)
                .when("officer-a", issue())
                .thenRejected(AO_BINDING)
                .given("officer-a", refuseIneligible(SABOTAGE));
    }

    @Test
    void a_ruling_that_names_no_ground_is_not_waived_for_another_that_does() {
        manila.given("visa-office", binding("AO1", INELIGIBLE, SABOTAGE))
                .given("visa-office", binding("AO2", INELIGIBLE, null))
                .given("officer-a", refuseIneligible(PUBLIC_CHARGE))
                .given("intake", waive("F3"))
                .when("officer-a", issue())
                .thenRejected(AO_BINDING);
    }

    @Test
    void a_favourable_answer_to_a_referral_speaks_of_the_grounds_referred() {
        manila.given("visa-office", binding("AO1", INELIGIBLE, SABOTAGE))
                .given("visa-office", favourable("AO2", PUBLIC_CHARGE))
                .given("officer-a", refuseIneligible(SABOTAGE))
                .given("supervisor-a", discuss("R3", ProposedAction.REFER))
                .given("supervisor-a", refer("R3"))
                .given("visa-office", favourable("AO3", null))
                .given("intake", evidence("F3"))
                .given("officer-a", overcome("F3"))
                .given("officer-a", issue(VisaAnnotation.OVERCOME));
    }

    @Test
    void a_favourable_answer_to_the_referral_of_another_refusal_leaves_the_ruling() {
        manila.given("visa-office", binding("AO1", INELIGIBLE, SABOTAGE))
                .given("visa-office", adverse("AO2", PUBLIC_CHARGE))
                .given("officer-a", refuseIneligible(PUBLIC_CHARGE))
                .given("supervisor-a", discuss("R3", ProposedAction.REFER))
                .given("supervisor-a", refer("R3"))
                .given("visa-office", favourable("AO3", null))
                .given("intake", evidence("F3"))
                .when("officer-a", overcome("F3"))
                .thenRejected(AO_BINDING)
                .when("officer-a", issue())
                .thenRejected(AO_BINDING)
                .given("officer-a", refuseIneligible(SABOTAGE));
    }
}
