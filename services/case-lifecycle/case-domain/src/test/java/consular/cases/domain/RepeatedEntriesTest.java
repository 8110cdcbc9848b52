package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineKind.TERM_A;
import static consular.cases.domain.DeadlineState.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.InterviewMissed;
import consular.cases.domain.CaseEvent.VisaAvailabilityNotified;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.EventByTime.RegistrationTerminated;
import consular.cases.domain.law.LeapDay;
import consular.cases.domain.law.Policy;
import consular.cases.domain.law.RegistrationClocks;
import consular.cases.domain.law.RegistrationClocks.Retrogression;
import consular.cases.domain.law.YearEnd;
import consular.cases.domain.registration.Registration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What is entered a second time is on record already: it changes nothing of the year to apply. */
class RepeatedEntriesTest {
    private static final Policy MARCH = Policy.RECOMMENDED.with(
            new YearEnd(LeapDay.MAR_1, Policy.RECOMMENDED.yearEnd().rollOnPostClosure()));

    /** The last day was Friday, and nothing is late that was known before it. */
    @Test
    void r_trm_01_a_notice_said_again_after_the_last_day_does_not_put_off_the_termination() {
        var story = CaseScenario.registered("2024-08-01")
                .given("intake", notifyAvailability("2024-08-01"))
                .clock("2025-08-02T09:00");
        var before = registration(story);
        story.given("intake", notifyAvailability("2024-08-01"))
                .thenDeadline(TERM_A, "2025-08-01", "2025-08-04", RUNNING);
        assertThat(registration(story)).isEqualTo(before);
        assertThat(story.all(VisaAvailabilityNotified.class).getLast())
                .returns(day("2025-08-02"), VisaAvailabilityNotified::terminateFrom)
                .returns(false, VisaAvailabilityNotified::endsRetrogression);
        story.clock("2025-08-04T09:00").thenHappened(RegistrationTerminated.class);
    }

    @Test
    void r_trm_01_nor_does_a_missed_interview_said_again() {
        var story = CaseScenario.registered("2024-06-21")
                .given("intake", notifyAvailability("2024-06-21"))
                .clock("2024-08-05T09:00")
                .given("officer-a", missedInterview("2024-08-01"))
                .clock("2025-08-02T09:00");
        var before = registration(story);
        story.given("officer-a", missedInterview("2024-08-01"))
                .thenDeadline(TERM_A, "2025-08-01", "2025-08-04", RUNNING);
        assertThat(registration(story)).isEqualTo(before);
        assertThat(story.all(InterviewMissed.class)).hasSize(2);
        story.clock("2025-08-04T09:00").thenHappened(RegistrationTerminated.class);
    }

    /** On the last day at Tijuana, which is over in Guangzhou. */
    @Test
    void W_05_a_notice_said_again_at_another_post_leaves_the_year_the_days_of_the_post_where_it_began() {
        CaseScenario.registeredAt("GUZ", "2024-07-01")
                .given("intake", notifyAvailability("2024-07-01"))
                .clock("2024-10-08T09:00")
                .given("officer-a", transfer("TJT"))
                .given("intake", notifyAvailability("2024-07-01"))
                .atTheClock("2025-07-01T17:00Z")
                .given("intake", apply())
                .thenDeadline(TERM_A, "2025-07-01", "2025-07-02", STOPPED);
    }

    @Test
    void r_trm_01_nor_does_one_said_again_under_another_switch_move_the_last_day() {
        var story = CaseScenario.registered("2024-02-29")
                .given("intake", notifyAvailability("2024-02-29"))
                .clock("2024-08-05T09:00");
        var before = registration(story);
        story.under(MARCH)
                .given("intake", notifyAvailability("2024-02-29"))
                .thenDeadline(TERM_A, "2025-02-28", "2025-03-03", RUNNING);
        assertThat(registration(story)).isEqualTo(before);
    }

    /** The year waits for the next notice by the setting under which visas were available again. */
    @Test
    void Q_16_nor_does_availability_restored_that_is_said_again_under_another_setting() {
        var story = CaseScenario.registered("2024-07-01")
                .given("intake", notifyAvailability("2024-07-01"))
                .clock("2024-12-05T09:00")
                .given("intake", retrogress("2024-09-01"))
                .given("intake", restore("2024-10-01"));
        var before = registration(story);
        story.under(Policy.RECOMMENDED.with(new RegistrationClocks(Retrogression.PAUSE, false)))
                .given("intake", restore("2024-10-01"))
                .thenDeadline(TERM_A, "2025-07-01", "2025-07-02", STOPPED);
        assertThat(registration(story)).isEqualTo(before);
    }

    private static Registration registration(CaseScenario story) {
        return ((CaseFile) story.state()).registration();
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
