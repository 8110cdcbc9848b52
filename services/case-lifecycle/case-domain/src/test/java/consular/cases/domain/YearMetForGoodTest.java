package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineState.MET;
import static consular.cases.domain.DeadlineState.RUNNING;
import static consular.cases.domain.DeadlineState.STOPPED;
import static consular.cases.domain.Families.defer;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What has become of a year once nothing stands that set it going: it is met if it was when the last of that went. The same for a
 * registration as for a nonimmigrant's application. Holds R-TRM-03.
 */
class YearMetForGoodTest {
    @ParameterizedTest
    @EnumSource(names = {"TERM_B", "NIV_LAPSE"})
    void by_what_came_while_tests_were_awaited_and_on_a_refusal_of_an_earlier_day(DeadlineKind year) {
        var story = begun(year, "2022-06-15")
                .given("officer-a", refuse221g("BC"))
                .clock("2022-06-20T09:00")
                .given("officer-a", refuse221g("Med"))
                .given("officer-a", defer(A1, "F2", "2023-08-31"))
                .clock("2023-07-10T09:00")
                .given("intake", evidence("F1"));
        thenState(story, year, MET);
        story.clock("2023-07-11T09:00").given("officer-a", reverseOwn("R2"));
        thenState(story, year, MET);
        story.clock("2023-07-12T09:00").given("officer-a", overcome("F1"));
        thenState(story, year, MET);
    }

    @ParameterizedTest
    @EnumSource(names = {"TERM_B", "NIV_LAPSE"})
    void by_what_came_on_either_of_two_that_one_refusal_replaces(DeadlineKind year) {
        var story = begun(year, "2024-03-05")
                .given("officer-a", refuse221g("BC"))
                .clock("2024-03-12T09:00")
                .given("officer-a", refuse221g("PC"))
                .given("intake", evidence("F1"));
        thenState(story, year, MET);
        story.clock("2024-03-13T09:00").given("officer-a", refuseIneligible("212(a)(2)(A)(i)(I)"));
        thenState(story, year, MET);
    }

    @ParameterizedTest
    @EnumSource(names = {"TERM_B", "NIV_LAPSE"})
    void but_not_by_what_came_on_another_that_had_gone_before(DeadlineKind year) {
        var story = begun(year, "2024-03-05")
                .given("officer-a", refuse221g("BC", "PC"))
                .given("intake", evidence("F1"));
        thenState(story, year, MET);
        story.clock("2024-03-06T09:00").given("officer-a", overcome("F1"));
        thenState(story, year, RUNNING);
        story.clock("2024-03-07T09:00").given("officer-a", reverseOwn("R1"));
        thenState(story, year, STOPPED);
    }

    @ParameterizedTest
    @EnumSource(names = {"TERM_B", "NIV_LAPSE"})
    void nor_by_what_comes_on_what_was_found_later_and_sets_no_year_going(DeadlineKind year) {
        var story = begun(year, "2024-03-05")
                .given("officer-a", refuse221g("BC"))
                .clock("2024-03-06T09:00")
                .given("officer-a", reverseOwn("R1"))
                .clock("2024-03-07T09:00")
                .given("officer-a", refuseIneligible("212(a)(4)"))
                .clock("2024-03-08T09:00")
                .given("intake", evidence("F2"));
        thenState(story, year, STOPPED);
    }

    @ParameterizedTest
    @EnumSource(names = {"TERM_B", "NIV_LAPSE"})
    void and_acts_at_one_instant_count_in_the_order_of_the_record(DeadlineKind year) {
        var reversed = begun(year, "2024-03-05")
                .given("officer-a", refuse221g("BC", "PC"))
                .given("intake", evidence("F1"))
                .given("officer-a", overcome("F1"))
                .given("officer-a", reverseOwn("R1"));
        thenState(reversed, year, STOPPED);
        var replaced = begun(year, "2024-03-05")
                .given("officer-a", refuse221g("BC"))
                .given("officer-a", refuseIneligible("212(a)(4)"))
                .given("intake", evidence("F2"));
        thenState(replaced, year, STOPPED);
    }

    private static CaseScenario begun(DeadlineKind year, String day) {
        return year == DeadlineKind.TERM_B ? CaseScenario.applied(day) : CaseScenario.appliedFor("B2", day);
    }

    private static void thenState(CaseScenario story, DeadlineKind year, DeadlineState state) {
        assertThat(story.deadlines(year)).singleElement().returns(state, Deadline::state);
    }
}
