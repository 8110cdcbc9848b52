package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.*;
import static consular.cases.domain.opinions.OpinionOutcome.*;

import consular.cases.domain.CaseCommand.ReceiveAdvisoryOpinion;
import consular.cases.domain.refusals.ProposedAction;
import org.junit.jupiter.api.Test;

/**
 * The Department answers more than once on one applicant, and its last word counts: some decision is always open. Holds
 * R-SUP-14, R-AO-04, R-IV-01.
 */
class SeveralOpinionsTest extends AskedOnOneFinding {
    /** Asks again on the same finding, and has the answer. */
    private CaseScenario answered(ReceiveAdvisoryOpinion answer) {
        return manila.given("officer-a", ask("F1")).given("visa-office", answer);
    }

    @Test
    void a_later_adverse_opinion_opens_the_refusal_that_an_earlier_ruling_forbade_and_no_other() {
        manila.given("visa-office", binding("AO1", NO_INELIGIBILITY, null));
        answered(binding("AO2", INELIGIBLE, SABOTAGE))
                .when("officer-a", processed("F1"))
                .thenRejected(AO_BINDING)
                .when("officer-a", issue())
                .thenRejected(AO_BINDING)
                .when("officer-a", refuseIneligible("212(a)(4)"))
                .thenRejected(AO_BINDING)
                .when("officer-a", refuseIneligible("212(a)(4)", SABOTAGE))
                .thenRejected(AO_BINDING)
                .given("officer-a", refuseIneligible(SABOTAGE));
    }

    @Test
    void a_later_favourable_opinion_opens_the_visa_that_an_earlier_ruling_forbade() {
        manila.given("visa-office", binding("AO1", INELIGIBLE, SABOTAGE));
        answered(binding("AO2", NO_INELIGIBILITY, SABOTAGE))
                .when("officer-a", refuseIneligible(SABOTAGE))
                .thenRejected(AO_BINDING)
                .given("officer-a", processed("F1"))
                .given("officer-a", issue());
    }

    @Test
    void what_was_found_on_the_earlier_opinion_is_overcome_after_the_later() {
        manila.given("visa-office", binding("AO1", INELIGIBLE, null))
                .given("officer-a", refuseIneligible(SABOTAGE))
                .given("intake", evidence("F2"))
                .when("officer-a", overcome("F2"))
                .thenRejected(AO_BINDING)
                .given("supervisor-a", discuss("R2", ProposedAction.REFER))
                .given("supervisor-a", refer("R2"))
                .given("visa-office", favourable("AO2", null))
                .given("officer-a", overcome("F2"))
                .given("officer-a", issue(VisaAnnotation.OVERCOME));
    }

    @Test
    void of_two_views_of_the_facts_the_first_need_not_be_put_again() {
        manila.given("visa-office", favourable("AO1", null));
        answered(adverse("AO2", SABOTAGE)).given("officer-a", refuseIneligible(SABOTAGE));
    }

    @Test
    void a_later_opinion_on_another_provision_changes_nothing() {
        manila.given("visa-office", binding("AO1", INELIGIBLE, "212(a)(3)(A)"));
        answered(favourable("AO2", "212(a)(4)")).when("officer-a", issue()).thenRejected(AO_BINDING);
        answered(favourable("AO3", SABOTAGE)).when("officer-a", issue()).thenRejected(AO_BINDING);
        answered(favourable("AO4", "212(a)(3)")).when("officer-a", issue()).thenRejected(FINDINGS_ACTIVE);
    }

    @Test
    void the_opinion_received_last_counts_and_not_the_one_asked_last() {
        manila.given("officer-a", refuse221g("BC"))
                .given("officer-a", ask("F2"))
                .given("visa-office", binding("AO2", INELIGIBLE, SABOTAGE))
                .given("visa-office", favourable("AO1", SABOTAGE))
                .when("officer-a", refuseIneligible(SABOTAGE))
                .thenRejected(AO_BINDING)
                .when("officer-a", issue())
                .thenRejected(FINDINGS_ACTIVE);
    }

    @Test
    void once_put_again_the_last_view_of_the_facts_does_not_revive_the_one_before() {
        manila.given("visa-office", favourable("AO1", SABOTAGE));
        answered(adverse("AO2", SABOTAGE))
                .given("officer-a", resubmit("AO2"))
                .given("officer-a", refuseIneligible(SABOTAGE));
    }

    @Test
    void once_put_again_a_view_of_the_facts_leaves_the_favourable_ruling_before_it() {
        manila.given("visa-office", binding("AO1", NO_INELIGIBILITY, SABOTAGE));
        answered(adverse("AO2", SABOTAGE))
                .given("officer-a", resubmit("AO2"))
                .when("officer-a", refuseIneligible(SABOTAGE))
                .thenRejected(AO_BINDING)
                .given("officer-a", processed("F1"))
                .given("officer-a", issue());
    }

    @Test
    void once_put_again_a_favourable_view_of_the_facts_leaves_the_adverse_ruling_before_it() {
        for (var view : new String[] {null, SABOTAGE}) {
            asked().given("visa-office", binding("AO1", INELIGIBLE, SABOTAGE))
                    .given("officer-a", ask("F1"))
                    .given("visa-office", favourable("AO2", view))
                    .given("officer-a", resubmit("AO2"))
                    .when("officer-a", processed("F1"))
                    .thenRejected(AO_BINDING)
                    .when("officer-a", issue())
                    .thenRejected(AO_BINDING)
                    .given("officer-a", refuseIneligible(SABOTAGE));
        }
    }

    private static CaseScenario referred(String... grounds) {
        return CaseScenario.applied("2024-01-22")
                .given("officer-a", refuseIneligible(grounds))
                .given("supervisor-a", discuss("R1", ProposedAction.REFER))
                .given("supervisor-a", refer("R1"));
    }

    @Test
    void an_adverse_answer_to_a_referral_that_names_no_ground_speaks_of_the_grounds_referred() {
        referred(SABOTAGE)
                .given("visa-office", binding("AO1", INELIGIBLE, null))
                .given("intake", evidence("F1"))
                .when("officer-a", overcome("F1"))
                .thenRejected(AO_BINDING)
                .given("intake", waive("F1"))
                .given("officer-a", issue(VisaAnnotation.WAIVER));
    }

    @Test
    void what_was_overcome_before_the_referral_is_not_what_the_answer_speaks_of() {
        CaseScenario.applied("2024-01-22")
                .given("officer-a", refuseIneligible(SABOTAGE, "212(a)(4)"))
                .given("intake", evidence("F2"))
                .given("officer-a", overcome("F2"))
                .given("supervisor-a", discuss("R1", ProposedAction.REFER))
                .given("supervisor-a", refer("R1"))
                .given("visa-office", binding("AO1", INELIGIBLE, null))
                .given("intake", waive("F1"))
                .given("officer-a", issue(VisaAnnotation.WAIVER));
    }

    @Test
    void an_answer_on_a_finding_speaks_of_the_refusal_that_was_referred_with_it_and_of_no_other() {
        for (var other : new boolean[] {false, true}) {
            var story = CaseScenario.applied("2024-01-22")
                    .given("officer-a", refuse221g("SAO"))
                    .given("officer-a", refuse221g("FPU"))
                    .given("supervisor-a", select("R1"))
                    .given("supervisor-a", discuss("R1", ProposedAction.REFER))
                    .given("supervisor-a", refer("R1"))
                    .given("visa-office", binding("AO1", INELIGIBLE, null))
                    .given("officer-a", ask(other ? "F2" : "F1"))
                    .given("visa-office", binding("AO2", NO_INELIGIBILITY, null))
                    .when("officer-a", issue());
            story.thenRejected(other ? AO_BINDING : FINDINGS_ACTIVE);
        }
    }

    @Test
    void all_the_grounds_referred_have_to_be_waived() {
        referred(SABOTAGE, "212(a)(4)")
                .given("visa-office", binding("AO1", INELIGIBLE, null))
                .given("intake", evidence("F1", "F2"))
                .when("officer-a", overcome("F1"))
                .thenRejected(AO_BINDING)
                .given("intake", waive("F1"))
                .when("officer-a", overcome("F2"))
                .thenRejected(AO_BINDING)
                .given("intake", waive("F2"))
                .given("officer-a", issue(VisaAnnotation.WAIVER));
    }

    @Test
    void what_was_waived_before_the_answer_to_the_referral_is_waived_after_it() {
        referred(SABOTAGE)
                .given("intake", waive("F1"))
                .clock("2024-01-23T09:00")
                .given("visa-office", binding("AO1", INELIGIBLE, null))
                .given("officer-a", issue(VisaAnnotation.WAIVER));
    }

    @Test
    void an_opinion_that_names_no_ground_speaks_of_what_the_officer_then_finds() {
        manila.given("visa-office", binding("AO1", INELIGIBLE, null))
                .given("officer-a", refuseIneligible(SABOTAGE))
                .when("officer-a", issue())
                .thenRejected(AO_BINDING)
                .given("intake", waive("F2"))
                .given("officer-a", issue(VisaAnnotation.WAIVER));
    }

    @Test
    void what_was_waived_before_is_not_what_an_opinion_that_names_no_ground_speaks_of() {
        CaseScenario.applied("2024-01-22")
                .given("officer-a", refuseIneligible("212(a)(4)"))
                .given("intake", waive("F1"))
                .given("officer-a", refuse221g("SAO"))
                .given("officer-a", ask("F2"))
                .clock("2024-01-23T09:00")
                .given("visa-office", binding("AO1", INELIGIBLE, null))
                .when("officer-a", issue())
                .thenRejected(AO_BINDING);
    }
}
