package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineKind.*;
import static consular.cases.domain.DeadlineState.*;
import static consular.cases.domain.law.RejectionCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.EventByTime.PetitionRevokedAutomatically;
import consular.cases.domain.EventByTime.RegistrationTerminated;
import consular.cases.domain.EventByTime.TerminationNoticeIssued;
import consular.cases.domain.EventByTime.TerminationWarningSent;
import consular.cases.domain.registration.NoticeIssuer;
import consular.cases.domain.registration.TerminationKind;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The year to apply: notice, retrogression, restored availability, termination. Holds R-TRM-01, R-TRM-02, R-TRM-06. */
class NotifyVisaAvailabilityTest {

    @Test
    void the_year_to_apply_runs_from_the_transmission_of_the_notice() {
        var story = CaseScenario.registered("2024-01-10")
                .given("intake", notifyAvailability("2024-01-08"))
                .thenDeadline(TERM_A, "2025-01-08", "2025-01-09", RUNNING)
                .thenDeadline(TERM_WARNING, "2024-12-08", "2024-12-09", RUNNING);
        var registration = story.view().registration();
        assertThat(registration.state()).isEqualTo(RegistrationState.ACTIVE);
        assertThat(registration.anchor()).isEqualTo("2024-01-08");
        assertThat(registration.terminateFrom()).isEqualTo("2025-01-09");
        assertThat(registration.reinstateBy()).isEqualTo("2026-01-08");
        assertThat(registration.statutoryReinstateBy()).isEqualTo("2026-01-08");
        assertThat(registration.noticeIssuer()).isNull();
    }

    @Test
    void a_warning_goes_out_thirty_days_before_the_last_day_in_time() {
        CaseScenario.registered("2024-01-10")
                .given("intake", notifyAvailability("2024-01-08"))
                .clock("2024-12-08T23:59")
                .thenNever(TerminationWarningSent.class)
                .clock("2024-12-09T00:00")
                .thenHappened(TerminationWarningSent.class)
                .thenRegistration(RegistrationState.WARNED);
    }

    @Test
    void applying_on_the_last_day_meets_the_clock_and_the_warning_is_past() {
        CaseScenario.registered("2024-01-10")
                .given("intake", notifyAvailability("2024-01-08"))
                .clock("2025-01-08T16:00")
                .thenRegistration(RegistrationState.WARNED)
                .given("intake", apply())
                .thenRegistration(RegistrationState.ACTIVE)
                .thenDeadline(TERM_A, "2025-01-08", "2025-01-09", MET)
                .clock("2025-02-01T09:00")
                .thenNever(RegistrationTerminated.class);
    }

    @Test
    void failing_to_apply_for_a_year_terminates_the_registration_and_the_petition() {
        var story = CaseScenario.registered("2024-01-10")
                .given("intake", notifyAvailability("2024-01-08"))
                .clock("2025-01-09T00:00")
                .thenRegistration(RegistrationState.TERMINATED)
                .thenHappened(PetitionRevokedAutomatically.class)
                .when("intake", apply())
                .thenRejected(REGISTRATION_TERMINATED);
        assertThat(story.all(RegistrationTerminated.class)).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(TerminationKind.TERM_A);
            assertThat(it.anchor()).isEqualTo("2024-01-08");
            assertThat(it.terminatedOn()).isEqualTo("2025-01-09");
        });
        assertThat(story.all(TerminationNoticeIssued.class))
                .containsExactly(new TerminationNoticeIssued(NoticeIssuer.NVC));
        assertThat(story.view().registration().noticeIssuer()).isEqualTo(NoticeIssuer.NVC);
    }

    @Test
    void termination_waits_for_a_working_day() {
        CaseScenario.registered("2024-02-16")
                .given("intake", notifyAvailability("2024-02-16"))
                .thenDeadline(TERM_A, "2025-02-16", "2025-02-17", RUNNING);
        var weekend = CaseScenario.registered("2024-02-14")
                .given("intake", notifyAvailability("2024-02-14"))
                .thenDeadline(TERM_A, "2025-02-14", "2025-02-17", RUNNING)
                .clock("2025-02-16T23:59")
                .thenNever(RegistrationTerminated.class)
                .clock("2025-02-17T00:00")
                .thenHappened(RegistrationTerminated.class);
        assertThat(weekend.view().registration().terminatedOn()).isEqualTo("2025-02-17");
        assertThat(weekend.view().registration().terminateFrom()).isEqualTo("2025-02-15");
    }

    @Test
    void a_new_notice_starts_the_year_anew() {
        CaseScenario.registered("2024-01-10")
                .given("intake", notifyAvailability("2024-01-08"))
                .clock("2024-12-20T09:00")
                .thenRegistration(RegistrationState.WARNED)
                .given("intake", notifyAvailability("2024-12-20"))
                .thenRegistration(RegistrationState.ACTIVE)
                .thenDeadline(TERM_A, "2025-12-20", "2025-12-22", RUNNING)
                .clock("2025-11-21T09:00")
                .thenRegistration(RegistrationState.WARNED);
    }

    @Test
    void since_june_2024_retrogression_stops_the_year_until_the_next_notice() {
        CaseScenario.registered("2024-06-21")
                .given("intake", notifyAvailability("2024-06-21"))
                .clock("2024-09-02T09:00")
                .given("intake", retrogress("2024-09-01"))
                .thenDeadline(TERM_A, "2025-06-21", "2025-06-23", STOPPED)
                .clock("2025-07-01T09:00")
                .thenNever(RegistrationTerminated.class)
                .given("intake", restore("2025-07-01"))
                .thenDeadline(TERM_A, "2025-06-21", "2025-06-23", STOPPED)
                .given("intake", notifyAvailability("2025-07-01"))
                .thenDeadline(TERM_A, "2026-07-01", "2026-07-02", RUNNING);
    }

    @Test
    void before_june_2024_retrogression_is_recorded_without_effect() {
        CaseScenario.registered("2024-01-10")
                .given("intake", notifyAvailability("2024-01-08"))
                .clock("2024-06-20T09:00")
                .given("intake", retrogress("2024-06-01"))
                .clock("2025-01-09T09:00")
                .thenHappened(RegistrationTerminated.class);
    }

    /** Nor does it come to have one when something is entered that was before it. */
    @Test
    void and_stays_without_effect_under_the_law_of_june_2024() {
        CaseScenario.registered("2024-01-10")
                .given("intake", notifyAvailability("2024-01-08"))
                .clock("2024-03-01T09:00")
                .given("intake", retrogress("2024-02-01"))
                .clock("2024-07-01T09:00")
                .given("intake", missedInterview("2024-01-20"))
                .thenDeadline(TERM_A, "2025-01-20", "2025-01-21", RUNNING);
    }

    @Test
    void it_is_the_day_of_the_act_that_says_which_law_applies_to_retrogression() {
        CaseScenario.registered("2024-01-10")
                .given("intake", notifyAvailability("2024-01-08"))
                .clock("2024-06-21T09:00")
                .given("intake", retrogress("2024-06-01"))
                .thenDeadline(TERM_A, "2025-01-08", "2025-01-09", STOPPED);
    }

    @Test
    void a_warning_is_withdrawn_by_retrogression() {
        CaseScenario.registered("2024-06-21")
                .given("intake", notifyAvailability("2024-06-21"))
                .clock("2025-05-22T09:00")
                .thenRegistration(RegistrationState.WARNED)
                .given("intake", retrogress("2025-05-22"))
                .thenRegistration(RegistrationState.ACTIVE);
    }

    @Test
    void a_diversity_case_has_no_such_year() {
        var story = CaseScenario.at("MNL")
                .clock("2024-01-10T09:00")
                .given("intake", register("MNL", "DV1", principal()))
                .given("intake", notifyAvailability("2024-01-08"))
                .clock("2026-06-01T09:00")
                .thenNever(RegistrationTerminated.class)
                .thenRegistration(RegistrationState.ACTIVE);
        assertThat(story.deadlines(TERM_A)).isEmpty();
        assertThat(story.view().registration())
                .isEqualTo(new RegistrationView(RegistrationState.ACTIVE, null, null, null, null, null, null));
    }

    @Test
    void nothing_is_reported_from_the_future() {
        var story = CaseScenario.registered("2024-01-10");
        story.when("intake", notifyAvailability("2024-01-11")).thenMalformed("/transmittedOn");
        story.when("intake", retrogress("2024-01-11")).thenMalformed("/from");
        story.when("intake", restore("2024-01-11")).thenMalformed("/from");
    }

    @Test
    void a_notice_of_which_the_year_is_past_already_waits_for_the_next_command() {
        CaseScenario.registered("2024-01-10")
                .given(
                        "intake",
                        notifyAvailability(LocalDate.parse("2022-01-08").toString()))
                .thenDeadline(TERM_A, "2023-01-08", "2023-01-09", SUSPENDED)
                .clock("2024-01-11T09:00")
                .thenNever(RegistrationTerminated.class)
                .given("officer-a", note())
                .thenDeadline(TERM_A, "2023-01-08", "2024-01-12", RUNNING)
                .clock("2024-01-12T00:00")
                .thenHappened(RegistrationTerminated.class);
    }
}
