package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineKind.FEE_WINDOW;
import static consular.cases.domain.DeadlineState.*;
import static consular.cases.domain.law.RejectionCode.NEW_APPLICATION_AND_FEE_REQUIRED;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.EventByTime.FeeWindowClosed;
import consular.cases.domain.law.Rule;
import consular.cases.domain.refusals.ProposedAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether the fee still serves. */
class FeeStatusTest {

    /** Refused on 2023-03-06, so the window ends on 2024-03-06; a dash means never. */
    @ParameterizedTest(name = "evidence {0}, overcome {1}, seen {2}: {3}")
    @CsvSource(textBlock = """
        -,          -,          2023-03-06, OPEN
        -,          -,          2024-03-06, OPEN
        -,          -,          2024-03-07, LAPSED
        2024-03-06, -,          2024-03-06, COVERED
        2024-03-06, -,          2024-06-03, COVERED
        2024-03-07, -,          2024-03-07, LAPSED
        2024-03-06, 2024-03-06, 2024-03-06, PAID
        2024-03-06, 2024-06-03, 2024-06-03, PAID
        2024-03-07, 2024-03-07, 2024-03-07, LAPSED
        2024-06-03, 2024-06-03, 2025-06-03, LAPSED
        """)
    void follows_from_when_evidence_came(String evidence, String overcome, String seen, FeeStatus expected) {
        var story = CaseScenario.applied("2023-03-06").given("officer-a", refuseCurable("212(a)(4)"));
        if (!evidence.equals("-")) {
            story.clock(evidence + "T09:00").given("intake", evidence("F1"));
        }
        if (!overcome.equals("-")) {
            story.clock(overcome + "T10:00").given("officer-a", overcome("F1"));
        }
        story.clock(seen + "T11:00").thenFee(expected);
    }

    @Test
    void it_is_nothing_before_execution_and_paid_until_a_refusal() {
        CaseScenario.registered("2023-03-06")
                .thenFee(null)
                .given("intake", apply())
                .thenFee(FeeStatus.PAID);
    }

    @Test
    void it_lapses_after_the_latest_window_of_what_stands() {
        CaseScenario.applied("2023-03-06")
                .given("officer-a", refuseCurable("212(a)(4)"))
                .clock("2023-09-04T09:00")
                .given("officer-a", refuseCurable("212(a)(6)(E)"))
                .clock("2024-03-07T09:00")
                .thenFee(FeeStatus.OPEN)
                .thenNever(FeeWindowClosed.class)
                .thenDeadline(FEE_WINDOW, "2024-09-04", "2024-09-05", RUNNING)
                .clock("2024-09-05T00:00")
                .thenHappened(FeeWindowClosed.class)
                .thenFee(FeeStatus.LAPSED)
                .thenDeadline(FEE_WINDOW, "2024-09-04", "2024-09-05", PASSED);
    }

    @Test
    void it_lapses_by_what_stands_even_if_another_finding_was_overcome_in_time() {
        CaseScenario.applied("2023-03-06")
                .given("officer-a", refuse221g("SAO", "FPU"))
                .clock("2023-06-05T09:00")
                .given("officer-a", processed("F1"))
                .thenFee(FeeStatus.OPEN)
                .clock("2024-03-07T09:00")
                .thenFee(FeeStatus.LAPSED);
    }

    @Test
    void re_refusing_after_a_late_overcome_does_not_bring_it_back() {
        CaseScenario.applied("2023-03-06")
                .given("officer-a", refuse221g("SAO"))
                .clock("2024-06-03T09:00")
                .given("officer-a", processed("F1"))
                .thenFee(FeeStatus.LAPSED)
                .given("officer-a", refuse221g("FPU"))
                .thenFee(FeeStatus.LAPSED)
                .given("intake", apply())
                .thenFee(FeeStatus.PAID)
                .given("officer-a", processed("F2"))
                .when("officer-a", issue())
                .thenAccepted();
    }

    @Test
    void a_new_application_settles_the_windows_of_what_still_stands() {
        var story = CaseScenario.applied("2023-03-06")
                .given("officer-a", refuse221g("SAO"))
                .clock("2024-03-07T09:00")
                .given("intake", apply())
                .thenFee(FeeStatus.PAID)
                .clock("2025-06-02T09:00")
                .thenFee(FeeStatus.PAID);
        assertThat(story.all(FeeWindowClosed.class)).hasSize(1);
    }

    @Test
    void a_reversal_after_the_year_restores_it() {
        CaseScenario.applied("2023-03-06")
                .given("officer-a", refuseIneligible("212(a)(4)"))
                .clock("2024-06-03T09:00")
                .given("supervisor-a", discuss("R1", ProposedAction.REVERSE))
                .given("supervisor-a", reverse("R1"))
                .thenFee(FeeStatus.PAID);
        CaseScenario.applied("2023-03-06")
                .given("officer-a", refuseIneligible("212(a)(4)"))
                .clock("2024-06-03T09:00")
                .given("officer-a", reverseOwn("R1"))
                .thenFee(FeeStatus.PAID);
    }

    @Test
    void a_late_overcome_leaves_it_lapsed_even_if_what_else_stood_is_reversed_afterwards() {
        var story = CaseScenario.applied("2023-03-06")
                .given("officer-a", refuseCurable("212(a)(4)"))
                .given("officer-b", refuseCurable("212(a)(6)(E)"))
                .clock("2024-06-03T09:00")
                .given("intake", evidence("F1"));
        story.given("officer-a", overcome("F1"))
                .given("officer-b", reverseOwn("R2"))
                .thenState(ApplicationState.REOPENED)
                .thenFee(FeeStatus.LAPSED);
    }

    @Test
    void the_window_is_still_explained_when_nothing_stands() {
        var overcome = CaseScenario.applied("2023-03-06").given("officer-a", refuse221g("SAO"));
        overcome.given("officer-a", processed("F1")).thenDeadline(FEE_WINDOW, "2024-03-06", "2024-03-07", MET);
        var reversed = CaseScenario.applied("2023-03-06").given("officer-a", refuse221g("SAO"));
        reversed.given("officer-a", reverseOwn("R1")).thenDeadline(FEE_WINDOW, "2024-03-06", "2024-03-07", STOPPED);
        var lapsed = CaseScenario.applied("2023-03-06").given("officer-a", refuse221g("SAO"));
        lapsed.clock("2024-06-03T09:00")
                .given("officer-a", processed("F1"))
                .thenDeadline(FEE_WINDOW, "2024-03-06", "2024-03-07", PASSED);
    }

    @Test
    void timely_evidence_entered_late_covers() {
        CaseScenario.applied("2023-03-06")
                .given("officer-a", refuseCurable("212(a)(4)"))
                .clock("2024-03-07T09:00")
                .thenFee(FeeStatus.LAPSED)
                .whenLate("intake", evidence("F1"), "2024-03-06T15:00", "taken in after hours")
                .thenAccepted()
                .thenFee(FeeStatus.COVERED);
    }

    /** The follow-ups of an opinion took effect since, but nobody has acted on what was entered late. */
    @Test
    void a_window_past_already_when_entered_late_has_not_lapsed_before_the_next_command() {
        var story = CaseScenario.applied("2022-03-01")
                .given("officer-a", refuse221g("SAO"))
                .given("officer-a", ask("F1"))
                .clock("2024-06-03T09:00")
                .thenFee(FeeStatus.LAPSED)
                .whenLate("officer-a", refuse221g("FPU"), "2022-03-05T09:00", "old papers")
                .thenAccepted()
                .thenDeadline(FEE_WINDOW, "2023-03-05", "2023-03-06", SUSPENDED)
                .thenFee(FeeStatus.OPEN)
                .clock("2024-06-03T09:01")
                .thenFee(FeeStatus.OPEN);
        assertThat(story.all(FeeWindowClosed.class)).hasSize(1);
        story.given("officer-a", note()).thenFee(FeeStatus.LAPSED).clock("2024-06-03T09:02");
        assertThat(story.all(FeeWindowClosed.class)).hasSize(2);
    }

    /** R-OVC-05, R-FEE-03: nobody is freed of the new application and fee by being refused once more. */
    @Test
    void refusing_anew_after_the_year_does_not_bring_it_back() {
        lapsed().given("officer-a", refuseIneligible("212(a)(6)(E)"))
                .thenFee(FeeStatus.LAPSED)
                .given("intake", evidence("F2"))
                .thenFee(FeeStatus.LAPSED)
                .given("intake", waive("F1"))
                .given("intake", waive("F2"))
                .thenState(ApplicationState.REOPENED)
                .when("officer-a", issue(VisaAnnotation.WAIVER))
                .thenRejected(NEW_APPLICATION_AND_FEE_REQUIRED)
                .given("intake", apply())
                .thenFee(FeeStatus.PAID)
                .when("officer-a", issue(VisaAnnotation.WAIVER))
                .thenAccepted();
    }

    @Test
    void W_07_superseded_after_the_year_it_stays_lapsed_though_the_new_refusal_has_a_window_of_its_own() {
        var story = CaseScenario.applied("2023-03-06")
                .given("officer-a", refuse221g("SAO"))
                .clock("2024-03-07T09:00")
                .given("officer-a", refuseCurable("212(a)(4)"))
                .thenFee(FeeStatus.LAPSED)
                .thenDeadline(FEE_WINDOW, "2025-03-07", "2025-03-08", RUNNING);
        assertThat(story.finding("F2").feeWindowEnd()).isEqualTo("2025-03-07");
        story.given("intake", evidence("F2")).given("officer-a", overcome("F2")).thenFee(FeeStatus.LAPSED);
    }

    @Test
    void W_07_superseded_within_the_year_its_window_begins_anew() {
        CaseScenario.applied("2023-03-06")
                .given("officer-a", refuse221g("SAO"))
                .clock("2024-03-06T09:00")
                .given("officer-a", refuseCurable("212(a)(4)"))
                .clock("2024-06-03T09:00")
                .thenFee(FeeStatus.OPEN);
    }

    @Test
    void it_comes_back_when_all_on_which_it_had_lapsed_is_reversed() {
        lapsed().given("officer-b", refuseCurable("212(a)(6)(E)"))
                .thenFee(FeeStatus.LAPSED)
                .given("officer-a", reverseOwn("R1"))
                .thenFee(FeeStatus.OPEN)
                .clock("2025-04-16T09:00")
                .thenFee(FeeStatus.LAPSED);
    }

    @Test
    void found_anew_on_the_same_ground_it_comes_back_when_that_is_reversed() {
        var anew = lapsed().given("officer-a", refuseCurable("212(a)(4)")).thenFee(FeeStatus.LAPSED);
        assertThat(anew.deadlines(FEE_WINDOW).getFirst().because())
                .extracting(Deadline.Because::rule)
                .contains(Rule.NEW_FEE_AFTER_A_YEAR)
                .doesNotContain(Rule.NO_NEW_FEE_WITHIN_A_YEAR);
        anew.given("officer-a", reverseOwn("R2")).thenFee(FeeStatus.PAID);
    }

    private static CaseScenario lapsed() {
        return CaseScenario.applied("2023-04-12")
                .given("officer-a", refuseCurable("212(a)(4)"))
                .clock("2024-04-13T09:00")
                .thenHappened(FeeWindowClosed.class)
                .clock("2024-04-15T09:00");
    }
}
