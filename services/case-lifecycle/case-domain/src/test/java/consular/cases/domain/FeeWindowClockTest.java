package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.refusals.FindingStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The year of each finding, and whether its end still matters. Refused on 2023-03-06 it ends on 2024-03-06. */
class FeeWindowClockTest {
    private final CaseScenario manila =
            CaseScenario.applied("2023-03-06").given("officer-a", refuseCurable("212(a)(4)"));

    /** Processing was over on the last day, which was entered three days later. */
    @Test
    void a_finding_closed_in_time_meets_its_window_though_that_is_entered_after_it() {
        var story = CaseScenario.applied("2023-06-14")
                .given("officer-a", refuse221g("SAO"))
                .clock("2024-06-17T09:00")
                .thenHappened(EventByTime.FeeWindowClosed.class);
        story.whenLate("officer-a", processed("F1"), "2024-06-14T10:00", "the line was down")
                .thenAccepted()
                .thenFee(FeeStatus.PAID)
                .thenDeadline(DeadlineKind.FEE_WINDOW, "2024-06-14", "2024-06-15", DeadlineState.MET);
    }

    @Test
    void it_closes_when_the_day_after_begins_at_the_post_that_refused() {
        assertThat(clock(manila).end()).isEqualTo(LocalDate.parse("2024-03-06"));
        assertThat(clock(manila).closesAt()).isEqualTo(Instant.parse("2024-03-06T16:00:00Z"));
        assertThat(clock(manila.given("officer-a", transfer("TJT"))).closesAt())
                .isEqualTo(Instant.parse("2024-03-06T16:00:00Z"));
    }

    @Test
    void what_stands_without_evidence_is_not_covered() {
        assertThat(clock(manila).isCovered()).isFalse();
        assertThat(clock(manila.clock("2024-06-03T09:00")).isCovered()).isFalse();
    }

    @ParameterizedTest(name = "evidence on {0}: {1}")
    @CsvSource({"2024-03-05, true", "2024-03-06, true", "2024-03-07, false"})
    void evidence_covers_to_the_last_day(String day, boolean covered) {
        manila.clock(day + "T09:00").given("intake", evidence("F1"));

        assertThat(clock(manila).finding().status()).isEqualTo(FindingStatus.ACTIVE);
        assertThat(clock(manila).isCovered()).isEqualTo(covered);
    }

    @ParameterizedTest(name = "processed on {0}: {1}")
    @CsvSource({"2024-03-05, true", "2024-03-06, true", "2024-03-07, false"})
    void overcoming_without_evidence_covers_to_the_last_day(String day, boolean covered) {
        var story = CaseScenario.applied("2023-03-06")
                .given("officer-a", refuse221g("SAO"))
                .clock(day + "T09:00")
                .given("officer-a", processed("F1"));

        assertThat(clock(story).finding().status()).isEqualTo(FindingStatus.OVERCOME);
        assertThat(clock(story).isCovered()).isEqualTo(covered);
    }

    @ParameterizedTest(name = "waived on {0}: {1}")
    @CsvSource({"2024-03-05, true", "2024-03-06, true", "2024-03-07, false"})
    void a_waiver_covers_to_the_last_day(String day, boolean covered) {
        var story = CaseScenario.applied("2023-03-06")
                .given("officer-a", refuseIneligible("212(a)(9)(B)(i)(II)"))
                .clock(day + "T09:00")
                .given("intake", waive("F1"));

        assertThat(clock(story).finding().status()).isEqualTo(FindingStatus.WAIVED);
        assertThat(clock(story).isCovered()).isEqualTo(covered);
    }

    @ParameterizedTest(name = "superseded on {0}: {1}")
    @CsvSource({"2024-03-05, true", "2024-03-06, true", "2024-03-07, false"})
    void a_later_refusal_in_its_place_covers_to_the_last_day(String day, boolean covered) {
        var story = CaseScenario.applied("2023-03-06")
                .given("officer-a", refuse221g("SAO"))
                .clock(day + "T09:00")
                .given("officer-a", refuseIneligible("212(a)(4)"));

        assertThat(clock(story).finding().status()).isEqualTo(FindingStatus.SUPERSEDED);
        assertThat(clock(story).isCovered()).isEqualTo(covered);
    }

    @Test
    void a_reversal_covers_even_after_the_year() {
        manila.clock("2024-06-03T09:00").given("officer-a", reverseOwn("R1"));

        assertThat(clock(manila).finding().status()).isEqualTo(FindingStatus.REVERSED);
        assertThat(clock(manila).isCovered()).isTrue();
    }

    @Test
    void a_new_application_and_fee_cover_what_still_stands() {
        manila.clock("2024-03-07T09:00").given("intake", apply());

        assertThat(clock(manila).finding().status()).isEqualTo(FindingStatus.ACTIVE);
        assertThat(clock(manila).isCovered()).isTrue();
    }

    @Test
    void each_finding_has_its_own_and_a_withdrawn_application_none() {
        manila.clock("2023-09-04T09:00").given("officer-a", refuseCurable("212(a)(6)(E)"));

        assertThat(clocks(manila))
                .extracting(FeeWindowClock::end)
                .containsExactly(LocalDate.parse("2024-03-06"), LocalDate.parse("2024-09-04"));
        assertThat(clocks(manila.given("intake", withdraw()))).isEmpty();
    }

    @Test
    void one_past_already_when_entered_late_waits_until_a_person_acts() {
        var story = CaseScenario.applied("2023-03-06").clock("2024-06-03T09:00");
        story.whenLate("officer-a", refuseCurable("212(a)(4)"), "2023-03-06T10:00", "old papers")
                .thenAccepted();
        assertThat(clock(story).waits()).isTrue();

        story.clock("2024-06-03T09:01").given("officer-a", note()).clock("2024-06-03T09:02");

        assertThat(clock(story).waits()).isFalse();
        assertThat(clock(manila).waits()).isFalse();
    }

    private static FeeWindowClock clock(CaseScenario story) {
        return clocks(story).getFirst();
    }

    private static List<FeeWindowClock> clocks(CaseScenario story) {
        return FeeWindowClock.of(story.file(), story.file().principal()).toList();
    }

    /** Found in 2023 and entered in 2024; the waiver is the next act, and comes after the window. */
    @Test
    void r_fee_02_a_finding_that_is_closed_after_its_window_has_not_met_it() {
        var story = CaseScenario.registered("2023-01-10").atTheClock("2024-03-01T09:00");
        story.whenLate("intake", Commands.apply(), "2023-01-10T10:00", "old papers")
                .thenAccepted();
        story.whenLate("officer-a", Commands.refuseIneligible("212(a)(9)(B)(i)(II)"), "2023-01-10T11:00", "old papers")
                .thenAccepted();
        story.given("intake", Commands.waive("F1"))
                .thenFee(FeeStatus.LAPSED)
                .thenDeadline(DeadlineKind.FEE_WINDOW, "2024-01-10", "2024-01-11", DeadlineState.PASSED);
    }
}
