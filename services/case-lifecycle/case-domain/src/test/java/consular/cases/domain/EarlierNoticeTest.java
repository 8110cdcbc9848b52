package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineKind.TERM_A;
import static consular.cases.domain.DeadlineState.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.EventByTime.RegistrationTerminated;
import org.junit.jupiter.api.Test;

/** The year to apply runs from the latest of what begins it, in whatever order that is entered. */
class EarlierNoticeTest {
    @Test
    void r_trm_02_a_notice_that_went_out_earlier_moves_nothing() {
        var story = CaseScenario.registered("2024-03-01")
                .given("intake", notifyAvailability("2024-03-01"))
                .clock("2024-05-06T09:00")
                .given("intake", notifyAvailability("2023-04-03"))
                .given("officer-a", note())
                .clock("2024-05-09T09:00")
                .thenNever(RegistrationTerminated.class)
                .thenDeadline(TERM_A, "2025-03-01", "2025-03-03", RUNNING);
        assertThat(story.all(CaseEvent.VisaAvailabilityNotified.class)).hasSize(2);
    }

    /** As if it had been entered before the retrogression, which stops its year. */
    @Test
    void r_trm_06_nor_does_one_from_before_the_retrogression_that_stopped_the_year_let_it_run() {
        CaseScenario.registered("2024-09-02")
                .given("intake", notifyAvailability("2024-07-10"))
                .given("intake", retrogress("2024-09-01"))
                .given("intake", notifyAvailability("2024-07-20"))
                .thenDeadline(TERM_A, "2025-07-20", "2025-07-21", STOPPED)
                .clock("2024-10-01T09:00")
                .given("intake", notifyAvailability("2024-10-01"))
                .thenDeadline(TERM_A, "2025-10-01", "2025-10-02", RUNNING);
    }

    @Test
    void r_trm_05_nor_one_from_before_an_interview_that_was_missed() {
        CaseScenario.registered("2024-06-03")
                .given("intake", notifyAvailability("2024-03-01"))
                .given("intake", missedInterview("2024-06-03"))
                .given("intake", notifyAvailability("2024-05-02"))
                .thenDeadline(TERM_A, "2025-06-03", "2025-06-04", RUNNING);
    }

    @Test
    void r_trm_11_nor_one_from_before_a_reinstatement() {
        CaseScenario.registered("2023-03-01")
                .given("intake", notifyAvailability("2023-03-01"))
                .clock("2024-06-14T09:00")
                .given("officer-a", reinstate())
                .given("intake", notifyAvailability("2024-01-08"))
                .thenDeadline(TERM_A, "2025-06-14", "2025-06-16", RUNNING);
    }

    /** Of two retrogressions the second stands, and the notice went out between them; or before the only one. */
    @Test
    void r_trm_06_a_notice_entered_after_the_retrogression_that_followed_it_starts_no_year() {
        CaseScenario.registered("2024-07-01")
                .given("intake", notifyAvailability("2024-07-01"))
                .clock("2024-12-05T09:00")
                .given("intake", retrogress("2024-09-01"))
                .given("intake", restore("2024-11-01"))
                .given("intake", retrogress("2024-12-01"))
                .given("intake", notifyAvailability("2024-11-05"))
                .thenDeadline(TERM_A, "2025-11-05", "2025-11-06", STOPPED)
                .given("intake", restore("2024-12-03"))
                .given("intake", notifyAvailability("2024-12-04"))
                .thenDeadline(TERM_A, "2025-12-04", "2025-12-05", RUNNING);
        CaseScenario.registered("2024-09-02")
                .given("intake", retrogress("2024-09-01"))
                .given("intake", notifyAvailability("2024-08-01"))
                .thenDeadline(TERM_A, "2025-08-01", "2025-08-04", STOPPED)
                .given("intake", notifyAvailability("2024-09-02"))
                .thenDeadline(TERM_A, "2025-09-02", "2025-09-03", RUNNING);
    }

    /** The first of two that stand is inside the year, the second is not. */
    @Test
    void r_trm_06_of_several_retrogressions_that_stand_the_earliest_stops_the_year() {
        CaseScenario.registered("2025-10-02")
                .given("intake", retrogress("2024-09-01"))
                .given("intake", retrogress("2025-10-01"))
                .given("intake", notifyAvailability("2024-08-01"))
                .thenDeadline(TERM_A, "2025-08-01", "2025-08-04", STOPPED);
    }

    /** Visas are unavailable still when the registration is reinstated: its year waits for the next notice. */
    @Test
    void r_trm_06_retrogression_that_stands_stops_the_year_of_a_reinstatement() {
        CaseScenario.registered("2024-07-01")
                .clock("2025-09-15T09:00")
                .given("intake", notifyAvailability("2024-07-01"))
                .given("intake", retrogress("2025-09-15"))
                .clock("2025-09-16T09:00")
                .thenHappened(RegistrationTerminated.class)
                .clock("2025-10-01T09:00")
                .given("officer-a", reinstate())
                .thenDeadline(TERM_A, "2026-10-01", "2026-10-02", STOPPED)
                .given("intake", notifyAvailability("2025-10-01"))
                .thenDeadline(TERM_A, "2026-10-01", "2026-10-02", RUNNING);
    }

    /** As if it had been entered in the order of its days. */
    @Test
    void r_trm_06_nor_does_retrogression_of_before_the_latest_notice() {
        CaseScenario.registered("2024-08-01")
                .given("intake", notifyAvailability("2024-07-01"))
                .given("intake", notifyAvailability("2024-08-01"))
                .given("intake", retrogress("2024-07-10"))
                .thenDeadline(TERM_A, "2025-08-01", "2025-08-04", RUNNING);
    }

    /** A full year of availability has gone by; the notice was entered late and waits. */
    @Test
    void r_trm_06_retrogression_after_a_full_year_stops_nothing() {
        CaseScenario.registered("2024-07-01")
                .clock("2025-09-15T09:00")
                .given("intake", notifyAvailability("2024-07-01"))
                .given("intake", retrogress("2025-09-15"))
                .thenDeadline(TERM_A, "2025-07-01", "2025-09-16", RUNNING)
                .clock("2025-09-16T09:00")
                .thenHappened(RegistrationTerminated.class);
    }

    @Test
    void r_trm_06_but_the_year_of_an_interview_missed_after_it_is_stopped() {
        CaseScenario.registered("2024-07-01")
                .clock("2025-09-15T09:00")
                .given("intake", notifyAvailability("2024-07-01"))
                .given("intake", retrogress("2025-07-02"))
                .given("intake", missedInterview("2025-09-15"))
                .thenDeadline(TERM_A, "2026-09-15", "2026-09-16", STOPPED);
    }

    /** As if it had been entered in its turn: what was unavailable before it was over, and the interview was missed after. */
    @Test
    void r_trm_06_a_notice_entered_after_a_missed_interview_says_that_retrogression_was_over() {
        missedUnderRetrogression("2024-12-05T09:00")
                .thenDeadline(TERM_A, "2025-10-01", "2025-10-02", STOPPED)
                .given("intake", notifyAvailability("2024-09-15"))
                .thenDeadline(TERM_A, "2025-10-01", "2025-10-02", RUNNING)
                .given("intake", retrogress("2024-09-10"))
                .thenDeadline(TERM_A, "2025-10-01", "2025-10-02", RUNNING)
                .given("intake", notifyAvailability("2024-08-15"))
                .given("intake", retrogress("2024-09-10"))
                .thenDeadline(TERM_A, "2025-10-01", "2025-10-02", RUNNING);
    }

    @Test
    void r_trm_06_but_not_one_that_went_out_before_it_nor_where_retrogression_came_again() {
        missedUnderRetrogression("2024-12-05T09:00")
                .given("intake", notifyAvailability("2024-08-31"))
                .thenDeadline(TERM_A, "2025-10-01", "2025-10-02", STOPPED)
                .given("intake", retrogress("2024-11-01"))
                .given("intake", notifyAvailability("2024-09-15"))
                .thenDeadline(TERM_A, "2025-10-01", "2025-10-02", STOPPED);
    }

    /** The year was over when it came to be known that it ran: somebody looks at the case first. */
    @Test
    void r_trm_06_a_year_that_such_a_notice_sets_going_too_late_waits_for_the_next_act() {
        missedUnderRetrogression("2026-01-05T09:00")
                .given("intake", notifyAvailability("2024-09-15"))
                .thenDeadline(TERM_A, "2025-10-01", "2025-10-02", SUSPENDED)
                .clock("2026-01-07T09:00")
                .thenNever(RegistrationTerminated.class)
                .given("officer-a", note())
                .clock("2026-01-08T09:00")
                .thenHappened(RegistrationTerminated.class);
    }

    private static CaseScenario missedUnderRetrogression(String enteredAt) {
        return CaseScenario.registered("2024-07-01")
                .given("intake", notifyAvailability("2024-07-01"))
                .clock("2024-09-02T09:00")
                .given("intake", retrogress("2024-09-01"))
                .clock(enteredAt)
                .given("officer-a", missedInterview("2024-10-01"));
    }
}
