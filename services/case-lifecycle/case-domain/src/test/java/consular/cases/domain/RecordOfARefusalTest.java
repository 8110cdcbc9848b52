package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.AO_BINDING;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.RegisterCase;
import consular.cases.domain.CaseEvent.AvailabilityRestored;
import consular.cases.domain.CaseEvent.FindingsSuperseded;
import consular.cases.domain.law.Rule;
import consular.cases.domain.opinions.OpinionOutcome;
import consular.cases.domain.refusals.RefusalId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the record names: the rules that an event rests on and no other, and what took the place of what. */
class RecordOfARefusalTest {
    private final CaseScenario manila = CaseScenario.applied("2024-01-22");

    @Test
    void what_is_superseded_says_by_which_refusal() {
        manila.given("officer-a", refuse221g("BC")).given("officer-a", refuseIneligible("212(a)(4)"));
        assertThat(manila.all(FindingsSuperseded.class))
                .singleElement()
                .satisfies(it -> assertThat(it.supersededBy()).isEqualTo(new RefusalId("R2")));
    }

    @Test
    void a_refusal_as_ineligible_rests_on_212e_only_where_that_is_its_ground() {
        assertThat(rulesOf(manila.given("officer-a", refuseIneligible("212(a)(4)"))))
                .doesNotContain(
                        Rule.TWO_YEARS_ABROAD_FIRST,
                        Rule.OVERSTAYER_APPLIES_AT_HOME,
                        Rule.ADVERSE_OPINION_IS_A_NEW_REFUSAL);
        assertThat(rulesOf(manila.given("officer-a", refuseIneligible("212(a)(6)(E)", "212(e)"))))
                .contains(Rule.TWO_YEARS_ABROAD_FIRST);
    }

    @Test
    void a_refusal_after_an_opinion_rests_on_the_rule_about_opinions() {
        manila.given("officer-a", refuse221g("SAO"))
                .given("officer-a", ask("F1"))
                .given("visa-office", adverse("AO1", "212(a)(4)"));
        assertThat(rulesOf(manila.given("officer-a", refuseIneligible("212(a)(4)"))))
                .contains(Rule.ADVERSE_OPINION_IS_A_NEW_REFUSAL);
    }

    @Test
    void only_a_refusal_for_processing_says_that_no_clock_runs() {
        assertThat(rulesOf(manila.given("officer-a", refuse221g("BC"))))
                .contains(Rule.TERMINATION_AFTER_221G)
                .doesNotContain(Rule.NO_CLOCK_FOR_ADMINISTRATIVE_PROCESSING);
        assertThat(rulesOf(manila.given("officer-a", refuse221g("SAO"))))
                .contains(Rule.NO_CLOCK_FOR_ADMINISTRATIVE_PROCESSING)
                .doesNotContain(Rule.TERMINATION_AFTER_221G);
    }

    @Test
    void only_a_refusal_without_any_221g_says_that_it_starts_no_year() {
        assertThat(rulesOf(manila.given("officer-a", refuse221g("SAO"))))
                .doesNotContain(Rule.ONLY_221G_STARTS_THE_YEAR);
        assertThat(rulesOf(manila.given("officer-a", refuseIneligible("212(a)(4)"))))
                .contains(Rule.ONLY_221G_STARTS_THE_YEAR);
        assertThat(rulesOf(CaseScenario.appliedFor("B2", "2024-03-05")
                        .given("officer-a", refuseIneligible("212(a)(6)(C)(i)"))))
                .doesNotContain(Rule.ONLY_221G_STARTS_THE_YEAR);
    }

    @Test
    void overcoming_a_public_charge_rests_on_its_own_rule_and_overcoming_another_ground_does_not() {
        manila.given("officer-a", refuseIneligible("212(a)(4)", "212(a)(6)(E)")).given("intake", evidence("F1", "F2"));
        manila.given("officer-a", overcome("F2"));
        assertThat(manila.lastEvents().getFirst().stamp().rules()).doesNotContain(Rule.PUBLIC_CHARGE_MAY_BE_OVERCOME);
        manila.given("officer-a", overcome("F1"));
        assertThat(manila.lastEvents().getFirst().stamp().rules()).contains(Rule.PUBLIC_CHARGE_MAY_BE_OVERCOME);
    }

    @Test
    void a_nonimmigrant_has_a_year_for_documents_only_if_documents_are_asked_for() {
        assertThat(rulesOf(CaseScenario.appliedFor("B2", "2024-03-05").given("officer-a", refuse221g("BC"))))
                .contains(Rule.NIV_DOCUMENTS_WITHIN_A_YEAR);
        assertThat(rulesOf(CaseScenario.appliedFor("B2", "2024-03-05").given("officer-a", refuse221g("SAO"))))
                .doesNotContain(Rule.NIV_DOCUMENTS_WITHIN_A_YEAR);
    }

    @Test
    void a_ruling_on_one_ground_bars_overcoming_that_ground_and_no_other() {
        manila.given("officer-a", refuse221g("SAO"))
                .given("officer-a", ask("F1"))
                .given("visa-office", binding("AO1", OpinionOutcome.INELIGIBLE, "212(a)(3)(A)(ii)"))
                .given("officer-a", refuseIneligible("212(a)(3)(A)(ii)", "212(a)(4)"))
                .given("intake", evidence("F2", "F3"));
        manila.when("officer-a", overcome("F2")).thenRejected(AO_BINDING);
        manila.when("officer-a", overcome("F3")).thenAccepted();
    }

    @Test
    void a_ruling_on_no_ground_bars_overcoming_each_that_was_then_found() {
        manila.given("officer-a", refuse221g("SAO"))
                .given("officer-a", ask("F1"))
                .given("visa-office", binding("AO1", OpinionOutcome.INELIGIBLE, null))
                .given("officer-a", refuseIneligible("212(a)(3)(A)(ii)", "212(a)(4)"))
                .given("intake", evidence("F2", "F3"));
        manila.when("officer-a", overcome("F2")).thenRejected(AO_BINDING);
        manila.when("officer-a", overcome("F3")).thenRejected(AO_BINDING);
    }

    @Test
    void availability_is_restored_under_the_law_of_its_day() {
        assertThat(restoredOn("2019-03-05")).containsExactly(Rule.YEAR_RUNS_FROM_TRANSMISSION);
        assertThat(restoredOn("2024-07-01")).containsExactly(Rule.RETROGRESSION_STOPS_THE_YEAR);
    }

    private static List<Rule> restoredOn(String day) {
        return CaseScenario.registered(day)
                .given("intake", notifyAvailability(day))
                .given("intake", retrogress(day))
                .given("intake", restore(day))
                .line(AvailabilityRestored.class)
                .stamp()
                .rules();
    }

    @Test
    void who_registers_a_case_has_seen_no_version_of_it() {
        var story = CaseScenario.at("MNL").clock("2024-03-05T09:00");
        RegisterCase command = register("MNL");
        var seen = story.context(TestActors.named("intake"), null, null);
        assertThat(CaseDecider.decide(command, CaseDecider.initialState(), expecting(3, seen)))
                .isEqualTo(new Decision.Stale(3, 0));
        assertThat(CaseDecider.decide(command, CaseDecider.initialState(), expecting(0, seen)))
                .isInstanceOf(Decision.Accepted.class);
    }

    private static CommandContext expecting(long version, CommandContext context) {
        return new CommandContext(
                context.caseId(),
                context.actor(),
                context.post(),
                context.effectiveAt(),
                context.recordedAt(),
                context.lateEntryReason(),
                version,
                context.caseNumberTaken());
    }

    /** The rules of the last event. */
    private static List<Rule> rulesOf(CaseScenario story) {
        return story.lastEvents().getLast().stamp().rules();
    }
}
