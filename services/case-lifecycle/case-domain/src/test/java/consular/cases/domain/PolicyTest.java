package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import consular.cases.domain.EventByTime.AdvisoryOpinionFollowUpDue;
import consular.cases.domain.law.Alarms;
import consular.cases.domain.law.LeapDay;
import consular.cases.domain.law.Policy;
import consular.cases.domain.law.ReviewLimits;
import consular.cases.domain.law.YearEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every switch of the policy, each on a case that it moves; and that it moves nothing decided before. */
class PolicyTest {
    private static Policy leapDay(LeapDay leapDay) {
        return Policy.RECOMMENDED.with(new YearEnd(leapDay, false));
    }

    private static Policy rolling(boolean roll) {
        return Policy.RECOMMENDED.with(new YearEnd(LeapDay.FEB_28, roll));
    }

    private static CaseScenario under(Policy policy, String day) {
        return CaseScenario.at("MNL")
                .under(policy)
                .clock(day + "T09:00")
                .given("intake", register("MNL"))
                .given("intake", apply());
    }

    @ParameterizedTest(name = "{0}: {1}, {2}, {3}")
    @CsvSource({
        "FEB_28, 2025-02-28, 2025-03-01, 2026-02-28",
        "MAR_1, 2025-03-01, 2025-03-02, 2026-03-01",
    })
    void Q_01_a_year_from_29_february_ends_where_the_policy_says(
            LeapDay leapDay, String windowEnd, String terminateFrom, String reinstateBy) {
        var story = under(leapDay(leapDay), "2024-02-29").given("officer-a", refuse221g("BC"));
        assertThat(story.finding("F1").feeWindowEnd()).isEqualTo(windowEnd);
        assertThat(story.finding("F1").terminateFrom()).isEqualTo(terminateFrom);
        assertThat(story.finding("F1").reinstateBy()).isEqualTo(reinstateBy);
        assertThat(story.view().registration().terminateFrom()).isEqualTo(terminateFrom);
    }

    @Test
    void Q_01_a_registration_terminated_under_a_policy_keeps_its_days() {
        var story = under(leapDay(LeapDay.MAR_1), "2024-02-29")
                .given("officer-a", refuse221g("BC"))
                .clock("2025-03-03T09:00");
        var registration = story.view().registration();
        assertThat(registration.state()).isEqualTo(RegistrationState.TERMINATED);
        assertThat(registration.terminateFrom()).isEqualTo("2025-03-02");
        assertThat(registration.terminatedOn()).isEqualTo("2025-03-03");
        assertThat(registration.reinstateBy()).isEqualTo("2026-03-01");
    }

    @Test
    void Q_01_the_statutes_window_follows_the_policy_too() {
        var story = CaseScenario.at("MNL")
                .under(leapDay(LeapDay.MAR_1))
                .clock("2024-02-29T09:00")
                .given("intake", register("MNL"))
                .given("intake", notifyAvailability("2024-02-29"));
        assertThat(story.view().registration().terminateFrom()).isEqualTo("2025-03-02");
        assertThat(story.view().registration().statutoryReinstateBy()).isEqualTo("2026-03-01");
        story.clock("2025-03-04T09:00");
        assertThat(story.view().registration().statutoryReinstateBy()).isEqualTo("2026-03-01");
    }

    /** Evidence on a finding that starts no year of its own stops the year of another, and has as long for it. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"FEB_28, TERMINATED", "MAR_1, ACTIVE"})
    void Q_01_evidence_on_a_finding_without_a_clock_is_in_time_where_the_policy_says(
            LeapDay leapDay, RegistrationState registration) {
        under(leapDay(leapDay), "2024-02-29")
                .given("officer-a", refuse221g("BC", "SAO"))
                .clock("2025-03-01T09:00")
                .given("intake", evidence("F2"))
                .clock("2025-03-04T09:00")
                .thenRegistration(registration);
    }

    @ParameterizedTest(name = "roll {0}: {1}, {2}")
    @CsvSource({"false, 2025-03-08, 2025-03-09", "true, 2025-03-10, 2025-03-11"})
    void Q_18_a_year_that_ends_on_a_saturday_rolls_only_if_the_policy_says_so(
            boolean roll, String windowEnd, String terminateFrom) {
        var story = under(rolling(roll), "2024-03-08").given("officer-a", refuse221g("BC"));
        assertThat(story.finding("F1").feeWindowEnd()).isEqualTo(windowEnd);
        assertThat(story.finding("F1").terminateFrom()).isEqualTo(terminateFrom);
    }

    /** The number is the manual's and not the regulation's: R-SUP-05. */
    @ParameterizedTest(name = "{0} days: {1}")
    @CsvSource({"30, 2024-04-04", "14, 2024-03-19"})
    void Q_12_a_review_is_due_within_the_days_of_the_policy(int days, String deadline) {
        var story = under(Policy.RECOMMENDED.with(new ReviewLimits(days, null)), "2024-03-05")
                .given("officer-a", refuseIneligible("212(a)(4)"));
        assertThat(story.refusal("R1").review().deadline()).isEqualTo(deadline);
    }

    @ParameterizedTest(name = "every {0} days: {1}, {3}")
    @CsvSource({"60, 2024-05-04, 2024-05-06, 2024-07-03", "30, 2024-04-04, 2024-04-04, 2024-05-04"})
    void r_ao_02_an_opinion_is_followed_up_as_often_as_the_policy_says(
            int days, String first, String fires, String second) {
        var story = under(Policy.RECOMMENDED.with(new Alarms(3, 30, days)), "2024-03-05")
                .given("officer-a", refuse221g("SAO"))
                .given("officer-a", ask("F1"));
        assertThat(story.view().advisoryOpinions().getFirst().nextFollowUpOn()).isEqualTo(first);
        story.clock(fires + "T09:00").thenHappened(AdvisoryOpinionFollowUpDue.class);
        assertThat(story.view().advisoryOpinions().getFirst().nextFollowUpOn()).isEqualTo(second);
    }

    /** R-TRM-16. */
    @Test
    void the_year_runs_from_the_refusal_and_not_from_the_application() {
        var story = CaseScenario.applied("2024-03-05").clock("2024-03-08T09:00").given("officer-a", refuse221g("BC"));
        assertThat(story.finding("F1").terminateFrom()).isEqualTo("2025-03-09");
    }

    @Test
    void another_policy_changes_nothing_that_was_decided_before() {
        var story = under(leapDay(LeapDay.FEB_28), "2024-02-29").given("officer-a", refuse221g("BC"));
        var before = story.view();
        assertThat(story.under(leapDay(LeapDay.MAR_1)).view()).isEqualTo(before);
        story.given("officer-a", refuse221g("PC"));
        assertThat(story.finding("F1").feeWindowEnd()).isEqualTo("2025-02-28");
        assertThat(story.finding("F2").feeWindowEnd()).isEqualTo("2025-03-01");
    }

    @Test
    void a_period_of_no_days_is_no_policy() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ReviewLimits(0, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReviewLimits(30, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Alarms(0, 30, 60));
        assertThatIllegalArgumentException().isThrownBy(() -> new Alarms(3, 0, 60));
        assertThatIllegalArgumentException().isThrownBy(() -> new Alarms(3, 30, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Policy.RECOMMENDED.noticeDueAfter(-1));
    }
}
