package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineKind.*;
import static consular.cases.domain.DeadlineState.*;
import static consular.cases.domain.refusals.ProposedAction.REVERSE;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.law.Rule;
import consular.cases.domain.law.RuleSet;
import consular.cases.domain.refusals.FindingStatus;
import consular.cases.domain.refusals.ReviewClass;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** How the service reads what the law leaves open about review, custody, counting, and what it has nothing to do with. */
class OpenQuestionsOfReviewTest {

    /** How it is counted, and the option, are with the report. */
    @Test
    void Q_10_a_reversal_is_no_overcome() {
        var story = CaseScenario.applied("2024-03-05")
                .given("officer-a", refuseIneligible("212(a)(4)"))
                .given("supervisor-a", discuss("R1", REVERSE))
                .given("supervisor-a", reverse("R1"));
        assertThat(story.finding("F1").status()).isEqualTo(FindingStatus.REVERSED);
    }

    @Test
    void Q_13_where_evidence_can_cure_the_review_is_at_discretion() {
        var curable = CaseScenario.applied("2024-03-05").given("officer-a", refuseCurable("212(a)(4)"));
        assertThat(curable.refusal("R1").review().reviewClass()).isEqualTo(ReviewClass.DISCRETIONARY);
        assertThat(curable.deadlines(REVIEW)).isEmpty();
        var other = CaseScenario.applied("2024-03-05").given("officer-a", refuseIneligible("212(a)(4)"));
        assertThat(other.refusal("R1").review().reviewClass()).isEqualTo(ReviewClass.MANDATORY);
        other.thenDeadline(REVIEW, "2024-04-04", "2024-04-05", RUNNING);
    }

    @Test
    void Q_13_what_turns_out_to_be_beyond_cure_is_refused_anew_and_the_limit_runs_from_then() {
        var story = CaseScenario.applied("2024-03-05")
                .given("officer-a", refuseCurable("212(a)(4)"))
                .clock("2024-06-10T09:00")
                .given("officer-a", refuseIneligible("212(a)(4)"));
        assertThat(story.refusal("R1").review().deadline()).isNull();
        assertThat(story.refusal("R2").review().reviewClass()).isEqualTo(ReviewClass.MANDATORY);
        assertThat(story.finding("F1").status()).isEqualTo(FindingStatus.SUPERSEDED);
        story.thenDeadline(REVIEW, "2024-07-10", "2024-07-11", RUNNING);
    }

    @Test
    void Q_14_documents_stay_while_an_opinion_is_awaited_and_then_go_back_at_once_if_the_year_is_past() {
        CaseScenario.applied("2024-03-05")
                .given("officer-a", refuse221g("SAO"))
                .given("officer-a", ask("F1"))
                .clock("2025-04-01T09:00")
                .thenDeadline(DOCUMENT_RETURN, "2025-03-05", "2025-03-06", SUSPENDED)
                .given("visa-office", favourable("AO1", null))
                .thenDeadline(DOCUMENT_RETURN, "2025-03-05", "2025-04-02", RUNNING);
    }

    /** Where a clock of asylum is built one day, these three have to be settled first. */
    @Test
    void Q_27_the_days_to_work_permission_are_not_of_this_service() {
        thenNothingIsOfAsylum();
        assertThat(RuleSet.values()).extracting(RuleSet::id).doesNotContain("2020-08-25");
    }

    @Test
    void Q_28_four_months_after_the_interview_are_nobodys_clock() {
        thenNothingIsOfAsylum();
    }

    @Test
    void Q_29_the_year_to_ask_for_asylum_is_not_of_this_service() {
        thenNothingIsOfAsylum();
    }

    private static void thenNothingIsOfAsylum() {
        assertThat(Rule.values()).noneMatch(rule -> rule.id().startsWith("R-ASY"));
        assertThat(Arrays.stream(CommandName.values()).map(Enum::name)).noneMatch(it -> it.contains("Asylum"));
        assertThat(Arrays.stream(DeadlineKind.values()).map(Enum::name)).noneMatch(it -> it.contains("ASYLUM"));
    }
}
