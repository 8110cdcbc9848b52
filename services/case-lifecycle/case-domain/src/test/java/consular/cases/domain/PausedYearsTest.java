package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineKind.TERM_A;
import static consular.cases.domain.DeadlineState.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.law.LeapDay;
import consular.cases.domain.law.Policy;
import consular.cases.domain.law.RegistrationClocks;
import consular.cases.domain.law.RegistrationClocks.Retrogression;
import consular.cases.domain.law.YearEnd;
import org.junit.jupiter.api.Test;

/**
 * Where retrogression pauses the year (Q-16, by choice), the year stands on every day on which visas were unavailable, once,
 * in whatever order the days are entered and put right.
 */
class PausedYearsTest {
    private static final Policy PAUSE = Policy.RECOMMENDED.with(new RegistrationClocks(Retrogression.PAUSE, false));

    /** The year of 21 June 2024 stood for 61 days from September, and for 59 from January. */
    private static CaseScenario pausedTwice() {
        return pausedOnce()
                .given("intake", retrogress("2025-01-01"))
                .given("intake", restore("2025-03-01"))
                .thenDeadline(TERM_A, "2025-10-19", "2025-10-20", RUNNING);
    }

    private static CaseScenario pausedOnce() {
        return CaseScenario.registered("2024-06-21")
                .under(PAUSE)
                .given("intake", notifyAvailability("2024-06-21"))
                .clock("2025-03-05T09:00")
                .given("intake", retrogress("2024-09-01"))
                .given("intake", restore("2024-11-01"));
    }

    @Test
    void Q_16_the_first_of_two_pauses_that_began_earlier_than_was_said_leaves_the_second_as_it_was() {
        pausedTwice()
                .given("intake", retrogress("2024-08-15"))
                .thenDeadline(TERM_A, "2025-11-05", "2025-11-06", RUNNING);
    }

    @Test
    void Q_16_the_first_of_two_pauses_that_ended_earlier_than_was_said_is_shorter_by_as_much() {
        var story = pausedTwice()
                .given("intake", restore("2024-10-15"))
                .thenDeadline(TERM_A, "2025-10-02", "2025-10-03", RUNNING);
        assertThat(story.view().registration().reinstateBy()).isEqualTo("2026-10-02");
        assertThat(story.view().registration().statutoryReinstateBy()).isEqualTo("2026-06-21");
    }

    /** Until it is known when the first one ended, it goes over into the second. */
    @Test
    void Q_16_the_first_of_two_pauses_that_ended_later_than_was_said_is_longer_by_as_much() {
        pausedTwice()
                .given("intake", retrogress("2024-11-01"))
                .thenDeadline(TERM_A, "2025-12-19", "2025-12-22", RUNNING)
                .given("intake", restore("2024-12-01"))
                .thenDeadline(TERM_A, "2025-11-18", "2025-11-19", RUNNING);
    }

    /** From within the first it stood since that began: nothing is taken from it. */
    @Test
    void Q_16_retrogression_said_again_within_a_pause_begins_no_other() {
        pausedTwice()
                .given("intake", retrogress("2024-10-01"))
                .thenDeadline(TERM_A, "2025-10-19", "2025-10-20", RUNNING);
    }

    /** Unavailable from 15 August to 1 November and in January, for 109 days; then without a break, for 170. */
    @Test
    void Q_16_days_that_two_pauses_share_count_once() {
        pausedTwice()
                .given("intake", retrogress("2024-08-15"))
                .given("intake", restore("2025-02-01"))
                .thenDeadline(TERM_A, "2025-10-08", "2025-10-09", RUNNING)
                .given("intake", retrogress("2024-11-01"))
                .thenDeadline(TERM_A, "2025-12-08", "2025-12-09", RUNNING);
    }

    /** Of what was entered for one day the later counts: visas were available from the day from which they were said not to be. */
    @Test
    void Q_16_retrogression_that_is_undone_on_its_own_day_has_never_been() {
        pausedTwice().given("intake", restore("2025-01-01")).thenDeadline(TERM_A, "2025-08-21", "2025-08-22", RUNNING);
    }

    @Test
    void Q_16_a_pause_that_is_entered_after_a_later_one_counts_like_one_that_is_entered_before_it() {
        CaseScenario.registered("2024-06-21")
                .under(PAUSE)
                .given("intake", notifyAvailability("2024-06-21"))
                .clock("2025-03-05T09:00")
                .given("intake", retrogress("2025-01-01"))
                .given("intake", restore("2025-03-01"))
                .given("intake", retrogress("2024-09-01"))
                .given("intake", restore("2024-11-01"))
                .thenDeadline(TERM_A, "2025-10-19", "2025-10-20", RUNNING);
    }

    @Test
    void Q_16_a_pause_may_be_put_right_while_the_next_one_lasts() {
        pausedOnce()
                .given("intake", retrogress("2025-01-01"))
                .given("intake", restore("2024-10-15"))
                .thenDeadline(TERM_A, "2025-08-04", "2025-08-05", STOPPED)
                .given("intake", restore("2025-03-01"))
                .thenDeadline(TERM_A, "2025-10-02", "2025-10-03", RUNNING);
    }

    @Test
    void Q_16_what_is_restored_again_on_the_same_day_changes_nothing() {
        var story = pausedTwice().given("intake", restore("2024-11-01"));
        story.thenDeadline(TERM_A, "2025-10-19", "2025-10-20", RUNNING);
        assertThat(story.all(CaseEvent.AvailabilityRestored.class).getLast().terminateFrom())
                .isNull();
    }

    /**
     * It had begun inside the year only because that had stood for 122 days before, of which one is left. But a warning has
     * named 21 October.
     */
    @Test
    void Q_16_a_pause_that_turns_out_to_have_begun_after_the_year_moves_nothing() {
        CaseScenario.registered("2024-06-21")
                .under(PAUSE)
                .given("intake", notifyAvailability("2024-06-21"))
                .clock("2025-01-02T09:00")
                .given("intake", retrogress("2024-09-01"))
                .given("intake", restore("2025-01-01"))
                .clock("2025-10-02T09:00")
                .given("intake", retrogress("2025-09-01"))
                .given("intake", restore("2025-10-01"))
                .thenDeadline(TERM_A, "2025-11-20", "2025-11-21", RUNNING)
                .given("intake", restore("2024-09-02"))
                .thenDeadline(TERM_A, "2025-06-22", "2025-10-22", SUSPENDED);
    }

    @Test
    void Q_16_the_year_of_an_interview_that_is_entered_after_a_pause_stood_as_long() {
        pausedOnce()
                .given("officer-a", missedInterview("2024-08-20"))
                .thenDeadline(TERM_A, "2025-10-20", "2025-10-21", RUNNING)
                .given("intake", restore("2024-10-01"))
                .thenDeadline(TERM_A, "2025-09-19", "2025-09-22", RUNNING);
    }

    @Test
    void Q_16_and_so_did_the_year_of_a_notice() {
        var story = pausedOnce()
                .given("intake", notifyAvailability("2024-08-01"))
                .thenDeadline(TERM_A, "2025-10-01", "2025-10-02", RUNNING);
        assertThat(story.view().registration().reinstateBy()).isEqualTo("2026-10-01");
        assertThat(story.view().registration().statutoryReinstateBy()).isEqualTo("2026-08-01");
        story.given("intake", notifyAvailability("2024-10-01"))
                .thenDeadline(TERM_A, "2025-10-01", "2025-10-02", RUNNING);
        assertThat(story.view().registration().statutoryReinstateBy()).isEqualTo("2026-10-01");
    }

    /** A day on which the post is closed is moved from at the end alone, not once for each pause. */
    @Test
    void Q_16_where_a_last_day_rolls_it_rolls_once() {
        CaseScenario.registered("2024-06-03")
                .under(PAUSE.with(new YearEnd(Policy.RECOMMENDED.yearEnd().leapDay(), true)))
                .given("intake", notifyAvailability("2024-06-03"))
                .clock("2025-03-05T09:00")
                .given("intake", retrogress("2024-09-01"))
                .given("intake", restore("2024-09-05"))
                .thenDeadline(TERM_A, "2025-06-09", "2025-06-10", RUNNING)
                .given("intake", retrogress("2024-10-01"))
                .given("intake", restore("2024-10-04"))
                .thenDeadline(TERM_A, "2025-06-10", "2025-06-11", RUNNING);
    }

    /** The year was reckoned to end on 28 February when it began; five days for the pause. */
    @Test
    void Q_16_what_is_entered_out_of_its_turn_leaves_the_end_of_the_year_as_it_was_reckoned_when_that_began() {
        CaseScenario.registered("2024-02-29")
                .under(PAUSE)
                .given("intake", notifyAvailability("2024-02-29"))
                .clock("2024-08-05T09:00")
                .given("intake", retrogress("2024-07-01"))
                .given("intake", restore("2024-07-11"))
                .thenDeadline(TERM_A, "2025-03-10", "2025-03-11", RUNNING)
                .under(PAUSE.with(new YearEnd(LeapDay.MAR_1, false)))
                .given("intake", restore("2024-07-06"))
                .thenDeadline(TERM_A, "2025-03-05", "2025-03-06", RUNNING);
    }
}
