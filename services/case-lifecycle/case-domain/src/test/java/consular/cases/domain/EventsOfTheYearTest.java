package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.AvailabilityRestored;
import consular.cases.domain.CaseEvent.RetrogressionRecorded;
import consular.cases.domain.CaseEvent.VisaAvailabilityNotified;
import consular.cases.domain.law.Policy;
import consular.cases.domain.law.RegistrationClocks;
import consular.cases.domain.law.RegistrationClocks.Retrogression;
import consular.cases.domain.registration.Availability;
import consular.cases.domain.registration.Pauses.Pause;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the events of the year to apply say of it, and what those mean that were stored before they told the year. */
class EventsOfTheYearTest {
    private static final Policy PAUSE = Policy.RECOMMENDED.with(new RegistrationClocks(Retrogression.PAUSE, false));
    private static final Pause SEPTEMBER = new Pause(day("2024-09-01"), day("2024-10-01"));

    @Test
    void retrogression_says_whether_it_stops_a_year_by_the_law_and_after_the_latest_notice() {
        var story = CaseScenario.registered("2024-06-20")
                .given("intake", notifyAvailability("2024-06-10"))
                .given("intake", retrogress("2024-06-15"))
                .clock("2024-12-05T09:00")
                .given("intake", notifyAvailability("2024-08-01"))
                .given("intake", retrogress("2024-07-31"))
                .given("intake", retrogress("2024-08-01"));
        assertThat(story.all(RetrogressionRecorded.class))
                .extracting(RetrogressionRecorded::stopsClock)
                .containsExactly(false, false, true);
    }

    @Test
    void availability_restored_out_of_its_turn_says_the_dates_of_a_year_only_if_that_runs_otherwise_since() {
        var story = CaseScenario.registered("2024-07-01")
                .under(PAUSE)
                .given("intake", notifyAvailability("2024-07-01"))
                .clock("2024-12-05T09:00")
                .given("intake", retrogress("2024-09-01"))
                .given("intake", restore("2024-08-15"));
        assertThat(lastRestored(story).terminateFrom()).isNull();
        story.given("intake", restore("2024-10-01")).given("intake", restore("2024-09-11"));
        assertThat(lastRestored(story).terminateFrom()).isEqualTo("2025-07-12");
        assertThat(lastRestored(story).reinstateBy()).isEqualTo("2026-07-11");
        story.given("intake", restore("2024-09-12"));
        assertThat(lastRestored(story).terminateFrom()).isNull();
    }

    private static AvailabilityRestored lastRestored(CaseScenario story) {
        return story.all(AvailabilityRestored.class).getLast();
    }

    /** Neither of a year that runs, nor of one that is stopped. */
    @Test
    void an_entry_that_changes_nothing_leaves_what_set_the_year_going() {
        var story = CaseScenario.registered("2024-07-01")
                .under(PAUSE)
                .given("intake", notifyAvailability("2024-07-01"))
                .clock("2024-12-05T09:00")
                .given("intake", retrogress("2024-09-01"))
                .given("intake", restore("2024-10-01"));
        var running = year(story.state());
        story.given("intake", notifyAvailability("2024-06-01"));
        assertThat(year(story.state())).isEqualTo(running);
        story.given("intake", retrogress("2024-11-01"));
        var stopped = year(story.state());
        story.given("intake", notifyAvailability("2024-06-02"));
        assertThat(year(story.state())).isEqualTo(stopped);
    }

    @Test
    void an_entry_of_before_a_reinstatement_leaves_the_year_begun_with_that() {
        var story = CaseScenario.registered("2023-03-01")
                .given("intake", notifyAvailability("2023-03-01"))
                .clock("2024-06-14T09:00")
                .given("officer-a", reinstate());
        var begun = year(story.state());
        story.given("intake", notifyAvailability("2024-01-08"));
        assertThat(year(story.state()))
                .returns(true, Availability::reinstated)
                .returns(begun.begun(), Availability::begun)
                .returns(day("2026-01-08"), Availability::statutoryReinstateBy)
                .returns(day("2024-01-08"), Availability::transmittedOn);
    }

    @Test
    void a_stored_notice_that_ends_retrogression_lets_the_year_run_that_had_stood_since_before() {
        var stood = CaseScenario.registered("2024-07-01")
                .given("intake", notifyAvailability("2024-07-01"))
                .clock("2024-12-05T09:00")
                .given("intake", retrogress("2024-09-01"))
                .given("officer-a", missedInterview("2024-10-01"));
        var before = year(stood.state());
        var after = with(stood, notice("2024-09-15", true));
        assertThat(after.stopped()).isFalse();
        assertThat(after.transmittedOn()).isEqualTo("2024-09-15");
        assertThat(after.cause()).isNotEqualTo(before.cause());
        assertThat(after.begun()).isEqualTo(before.begun());
        var earlier = with(stood, notice("2024-08-15", true));
        assertThat(earlier.stoppedFrom()).isEqualTo("2024-09-01");
        assertThat(earlier.transmittedOn()).isEqualTo("2024-08-15");
        assertThat(earlier.cause()).isEqualTo(before.cause());
        assertThat(with(stood, notice("2024-09-01", true)).stopped()).isTrue();
        assertThat(with(stood, notice("2024-06-30", true)).transmittedOn()).isEqualTo("2024-07-01");
        assertThat(with(stood, notice("2024-09-15", false))).isEqualTo(before);
    }

    /** An earlier version left them where they were when a later notice moved no year. */
    @Test
    void r_trm_09_the_statutes_two_years_that_an_earlier_notice_had_left_run_from_the_latest_when_next_reckoned() {
        var story = CaseScenario.registered("2024-07-01")
                .given("intake", notifyAvailability("2024-07-01"))
                .clock("2024-12-05T09:00")
                .given("officer-a", missedInterview("2024-10-01"))
                .stored(notice("2024-09-15", true));
        assertThat(year(story.state()))
                .returns(day("2024-09-15"), Availability::transmittedOn)
                .returns(day("2026-07-01"), Availability::statutoryReinstateBy);
        assertThat(year(story.given("intake", restore("2024-08-01")).state()).statutoryReinstateBy())
                .isEqualTo("2026-09-15");
    }

    @Test
    void a_stored_notice_that_ends_retrogression_of_a_year_that_ran_leaves_it_as_it_ran() {
        var ran = CaseScenario.registered("2024-07-01")
                .clock("2025-10-05T09:00")
                .given("intake", notifyAvailability("2024-07-01"))
                .given("intake", retrogress("2025-08-01"));
        var after = with(ran, notice("2025-09-01", true));
        assertThat(after.stoppedFrom()).isNull();
        assertThat(after.cause()).isEqualTo(year(ran.state()).cause());
    }

    @Test
    void a_stored_notice_says_from_when_its_year_is_stopped_or_in_which_days_it_stood() {
        var restored = CaseScenario.registered("2024-12-05")
                .given("intake", retrogress("2024-09-01"))
                .given("intake", restore("2024-10-01"));
        assertThat(with(restored, notice("2024-07-01", "2025-07-02", day("2024-09-01"), List.of())))
                .returns(true, Availability::stopped)
                .returns(day("2024-09-01"), Availability::stoppedFrom);
        var paused = with(restored, notice("2024-07-01", "2025-08-01", null, List.of(SEPTEMBER)));
        assertThat(paused.stopped()).isFalse();
        assertThat(paused.daysStood()).isEqualTo(30);
        assertThat(paused.statutoryReinstateBy()).isEqualTo("2026-07-01");
        assertThat(with(restored, notice("2024-09-02", "2025-09-03", null, List.of(SEPTEMBER)))
                        .pauses()
                        .ended())
                .isEmpty();
        assertThat(with(restored, notice("2024-09-01", "2025-10-02", null, List.of(SEPTEMBER)))
                        .pauses()
                        .ended())
                .containsExactly(SEPTEMBER);
    }

    @Test
    void stored_retrogression_from_before_or_within_a_pause_opens_that_again() {
        var paused = CaseScenario.registered("2024-07-01")
                .under(PAUSE)
                .given("intake", notifyAvailability("2024-07-01"))
                .clock("2024-12-05T09:00")
                .given("intake", retrogress("2024-09-01"))
                .given("intake", restore("2024-10-01"));
        assertThat(with(paused, new RetrogressionRecorded(day("2024-08-15"), true, null)))
                .returns(day("2024-08-15"), Availability::stoppedFrom)
                .returns(day("2025-07-02"), Availability::terminateFrom);
        assertThat(with(paused, new RetrogressionRecorded(day("2024-09-15"), true, null)))
                .returns(day("2024-09-01"), Availability::stoppedFrom)
                .returns(day("2025-07-02"), Availability::terminateFrom);
        assertThat(with(paused, new RetrogressionRecorded(day("2024-10-01"), true, null)))
                .returns(day("2024-10-01"), Availability::stoppedFrom)
                .returns(day("2025-08-01"), Availability::terminateFrom);
    }

    /** The ten days of August stay, the thirty of September wait. */
    @Test
    void stored_retrogression_from_between_two_pauses_leaves_the_first() {
        var paused = CaseScenario.registered("2024-07-01")
                .under(PAUSE)
                .given("intake", notifyAvailability("2024-07-01"))
                .clock("2024-12-05T09:00")
                .given("intake", retrogress("2024-08-01"))
                .given("intake", restore("2024-08-11"))
                .given("intake", retrogress("2024-09-01"))
                .given("intake", restore("2024-10-01"));
        assertThat(with(paused, new RetrogressionRecorded(day("2024-08-20"), true, null)))
                .returns(day("2024-08-20"), Availability::stoppedFrom)
                .returns(day("2025-07-12"), Availability::terminateFrom)
                .returns(day("2026-07-11"), Availability::reinstateBy);
    }

    /** What had stood after the first of them was taken from the year then, and is not taken again. */
    @Test
    void stored_retrogression_from_before_one_that_had_opened_a_pause_again_takes_no_day_twice() {
        var opened = CaseScenario.registered("2024-07-01")
                .under(PAUSE)
                .given("intake", notifyAvailability("2024-07-01"))
                .clock("2024-12-05T09:00")
                .given("intake", retrogress("2024-09-01"))
                .given("intake", restore("2024-10-01"))
                .stored(new RetrogressionRecorded(day("2024-08-15"), true, null));
        assertThat(with(opened, new RetrogressionRecorded(day("2024-08-10"), true, null)))
                .returns(day("2024-08-10"), Availability::stoppedFrom)
                .returns(day("2025-07-02"), Availability::terminateFrom)
                .returns(day("2026-07-01"), Availability::reinstateBy);
    }

    private static VisaAvailabilityNotified notice(String on, boolean endsRetrogression) {
        return new VisaAvailabilityNotified(day(on), null, null, endsRetrogression, null, List.of(), null);
    }

    private static VisaAvailabilityNotified notice(
            String on, String terminateFrom, @Nullable LocalDate stoppedFrom, List<Pause> pauses) {
        var from = day(terminateFrom);
        return new VisaAvailabilityNotified(
                day(on), from, from.minusDays(1).plusYears(1), false, stoppedFrom, pauses, null);
    }

    /** The year once an event is on the record that an earlier version stored next. */
    private static Availability with(CaseScenario story, CaseEvent stored) {
        var last = story.history.getLast().stamp();
        var stamp = new Stamp(
                last.sequence() + 1,
                last.sequence() + 1,
                last.actor(),
                last.effectiveAt(),
                last.recordedAt(),
                null,
                last.ruleSet(),
                List.of());
        return year(CaseDecider.evolve(story.state(), stored, stamp));
    }

    private static Availability year(CaseState state) {
        return Objects.requireNonNull(
                ((CaseState.CaseFile) state).registration().availability());
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
