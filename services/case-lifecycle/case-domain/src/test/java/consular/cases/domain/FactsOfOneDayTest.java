package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineKind.TERM_A;
import static consular.cases.domain.DeadlineState.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.InterviewMissed;
import consular.cases.domain.CaseEvent.RetrogressionRecorded;
import consular.cases.domain.CaseEvent.VisaAvailabilityNotified;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.LeapDay;
import consular.cases.domain.law.Policy;
import consular.cases.domain.law.RegistrationClocks;
import consular.cases.domain.law.RegistrationClocks.Retrogression;
import consular.cases.domain.law.Rule;
import consular.cases.domain.law.YearEnd;
import consular.cases.domain.registration.Availability;
import consular.cases.domain.registration.FailureToApply;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What follows what on one day, and what an entry out of its turn leaves as it is. */
class FactsOfOneDayTest {
    private static final Policy PAUSE = Policy.RECOMMENDED.with(new RegistrationClocks(Retrogression.PAUSE, false));

    private static CaseScenario notified(String on) {
        return CaseScenario.registered(on).given("intake", notifyAvailability(on));
    }

    /** It was entered by mistake, and has never been. */
    @Test
    void r_trm_06_retrogression_that_is_taken_back_on_its_own_day_lets_the_year_run() {
        notified("2024-07-01")
                .clock("2024-12-05T09:00")
                .given("intake", retrogress("2024-09-01"))
                .thenDeadline(TERM_A, "2025-07-01", "2025-07-02", STOPPED)
                .given("intake", restore("2024-09-01"))
                .thenDeadline(TERM_A, "2025-07-01", "2025-07-02", RUNNING);
    }

    @Test
    void r_trm_06_availability_restored_before_a_notice_of_the_same_day_which_begins_the_year() {
        var story = notified("2024-07-01")
                .clock("2024-12-05T09:00")
                .given("intake", retrogress("2024-09-01"))
                .given("intake", notifyAvailability("2024-10-01"))
                .given("intake", restore("2024-10-01"))
                .thenDeadline(TERM_A, "2025-10-01", "2025-10-02", RUNNING);
        assertThat(year(story).pauses().ended()).isEmpty();
    }

    /** The year of the notice follows that of the reinstatement, and with it the statute's two years. */
    @Test
    void r_trm_09_a_reinstatement_before_a_notice_of_the_same_day_whatever_was_entered_between_them() {
        var inTurn = reinstated().given("intake", notifyAvailability("2025-06-13"));
        var outOfTurn =
                reinstated().given("intake", restore("2025-06-20")).given("intake", notifyAvailability("2025-06-13"));
        assertThat(told(inTurn).year()).isNull();
        assertThat(told(outOfTurn).year()).isNotNull();
        for (var story : new CaseScenario[] {inTurn, outOfTurn}) {
            var last = story.history.getLast().stamp().sequence();
            assertThat(year(story))
                    .returns(false, Availability::reinstated)
                    .returns(day("2025-06-13"), Availability::clockFrom)
                    .returns(day("2027-06-13"), Availability::statutoryReinstateBy)
                    .returns(last, it -> it.begun().sequence());
        }
    }

    private static CaseScenario reinstated() {
        return notified("2024-01-08")
                .clock("2025-06-13T09:00")
                .given("officer-a", reinstate())
                .clock("2025-07-01T09:00");
    }

    private static VisaAvailabilityNotified told(CaseScenario story) {
        return story.all(VisaAvailabilityNotified.class).getLast();
    }

    @Test
    void r_trm_01_a_notice_before_an_interview_that_was_missed_on_its_day() {
        var story = notified("2024-07-01")
                .clock("2024-12-05T09:00")
                .given("officer-a", missedInterview("2024-08-01"))
                .given("intake", notifyAvailability("2024-08-01"));
        assertThat(told(story).terminateFrom()).as("it moves no year").isNull();
        assertThat(year(story))
                .returns(FailureToApply.MISSED_INTERVIEW, Availability::failure)
                .returns(day("2024-08-01"), Availability::transmittedOn)
                .returns(day("2026-08-01"), Availability::statutoryReinstateBy);
    }

    @Test
    void r_trm_06_a_missed_interview_before_retrogression_of_the_same_day_which_stops_its_year() {
        var outOfTurn = notified("2024-07-01")
                .clock("2024-12-05T09:00")
                .given("intake", retrogress("2024-08-01"))
                .given("officer-a", missedInterview("2024-08-01"))
                .thenDeadline(TERM_A, "2025-08-01", "2025-08-04", STOPPED);
        assertThat(outOfTurn.all(InterviewMissed.class).getLast().year()).isNotNull();
        var inTurn = notified("2024-07-01")
                .clock("2024-12-05T09:00")
                .given("officer-a", missedInterview("2024-08-01"))
                .given("intake", retrogress("2024-08-01"))
                .thenDeadline(TERM_A, "2025-08-01", "2025-08-04", STOPPED);
        assertThat(inTurn.all(RetrogressionRecorded.class).getLast().year()).isNull();
    }

    @Test
    void r_trm_06_and_so_a_notice_before_it() {
        notified("2024-07-01")
                .clock("2024-12-05T09:00")
                .given("intake", retrogress("2024-08-01"))
                .given("intake", notifyAvailability("2024-08-01"))
                .thenDeadline(TERM_A, "2025-08-01", "2025-08-04", STOPPED);
    }

    @Test
    void r_trm_06_and_a_reinstatement_before_it() {
        var story = reinstated().given("intake", retrogress("2025-06-13"));
        assertThat(year(story)).returns(true, Availability::stopped).returns(true, Availability::reinstated);
        story.given("intake", notifyAvailability("2024-06-10"));
        assertThat(year(story)).returns(true, Availability::stopped).returns(true, Availability::reinstated);
    }

    /** The notice leaves the year of the interview, and says that visas were available when it went out. */
    @Test
    void a_later_notice_than_the_latest_says_that_it_ends_retrogression_also_where_it_moves_no_year() {
        var story = notified("2024-07-01")
                .clock("2024-12-05T09:00")
                .given("officer-a", missedInterview("2024-10-01"))
                .given("intake", notifyAvailability("2024-09-15"))
                .given("intake", notifyAvailability("2024-08-15"));
        assertThat(story.all(VisaAvailabilityNotified.class))
                .extracting(VisaAvailabilityNotified::endsRetrogression)
                .containsExactly(false, true, false);
    }

    /** 2026-02-28 is two years after the leap day as it was reckoned when the notice went out. */
    @Test
    void r_trm_09_an_entry_out_of_its_turn_leaves_the_statutes_two_years_as_they_were_reckoned() {
        var march = new YearEnd(LeapDay.MAR_1, Policy.RECOMMENDED.yearEnd().rollOnPostClosure());
        for (var policy : new Policy[] {Policy.RECOMMENDED, PAUSE}) {
            var story = CaseScenario.registered("2024-02-29")
                    .under(policy)
                    .given("intake", notifyAvailability("2024-02-29"))
                    .clock("2024-08-05T09:00")
                    .given("officer-a", missedInterview("2024-06-03"))
                    .under(policy.with(march))
                    .given("intake", restore("2024-05-01"));
            assertThat(year(story).statutoryReinstateBy()).isEqualTo("2026-02-28");
            story.given("intake", notifyAvailability("2024-03-01"));
            assertThat(year(story).statutoryReinstateBy()).isEqualTo("2026-03-01");
        }
    }

    /** The second year of the notice of 1 August ends on a Saturday; that of the 2nd ends on Sunday. */
    @Test
    void r_trm_09_those_of_a_later_notice_are_reckoned_as_of_its_entry() {
        var leapDay = Policy.RECOMMENDED.yearEnd().leapDay();
        var story = CaseScenario.registered("2024-08-01")
                .under(Policy.RECOMMENDED.with(new YearEnd(leapDay, true)))
                .given("intake", notifyAvailability("2024-08-01"))
                .clock("2024-09-03T09:00")
                .given("intake", retrogress("2024-09-02"));
        assertThat(year(story).statutoryReinstateBy()).isEqualTo("2026-08-03");
        story.under(Policy.RECOMMENDED).given("intake", notifyAvailability("2024-08-02"));
        assertThat(year(story).statutoryReinstateBy()).isEqualTo("2026-08-02");
    }

    @Test
    void r_trm_09_and_the_regulations_of_a_missed_interview() {
        var march = new YearEnd(LeapDay.MAR_1, Policy.RECOMMENDED.yearEnd().rollOnPostClosure());
        var story = CaseScenario.registered("2024-02-01")
                .given("intake", notifyAvailability("2024-02-01"))
                .clock("2024-08-05T09:00")
                .given("officer-a", missedInterview("2024-02-29"))
                .under(Policy.RECOMMENDED.with(march))
                .given("intake", restore("2024-02-10"));
        assertThat(year(story))
                .returns(day("2025-03-01"), Availability::terminateFrom)
                .returns(day("2026-02-28"), Availability::reinstateBy);
    }

    /** What stood before the interview stands for its year too: the next notice begins another. */
    @Test
    void Q_16_a_missed_interview_after_visas_were_available_again_leaves_the_year_stopped_until_the_next_notice() {
        notified("2024-07-01")
                .clock("2025-03-05T09:00")
                .given("intake", retrogress("2024-09-01"))
                .given("intake", restore("2024-10-01"))
                .given("officer-a", missedInterview("2025-02-03"))
                .thenDeadline(TERM_A, "2026-02-03", "2026-02-04", STOPPED)
                .given("intake", notifyAvailability("2025-03-03"))
                .thenDeadline(TERM_A, "2026-03-03", "2026-03-04", RUNNING);
    }

    @Test
    void r_trm_06_retrogression_stops_no_year_of_a_diversity_case() {
        var story = CaseScenario.at("MNL")
                .clock("2024-07-10T09:00")
                .given("intake", register("MNL", "DV1", principal()))
                .given("intake", notifyAvailability("2024-07-08"))
                .given("intake", retrogress("2024-07-09"));
        assertThat(story.all(RetrogressionRecorded.class))
                .singleElement()
                .returns(false, RetrogressionRecorded::stopsClock);
        story.given("intake", restore("2024-07-10"));
        assertThat(story.history.getLast().stamp().rules()).containsExactly(Rule.YEAR_RUNS_FROM_TRANSMISSION);
    }

    private static Availability year(CaseScenario story) {
        return Objects.requireNonNull(((CaseFile) story.state()).registration().availability());
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
