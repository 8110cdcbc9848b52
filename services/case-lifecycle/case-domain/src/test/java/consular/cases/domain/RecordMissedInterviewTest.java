package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.BAD_STATE;
import static consular.cases.domain.law.RejectionCode.REGISTRATION_TERMINATED;
import static consular.cases.domain.law.RejectionCode.REINSTATEMENT_WINDOW_CLOSED;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.RecordMissedInterview;
import consular.cases.domain.CaseEvent.InterviewMissed;
import consular.cases.domain.EventByTime.RegistrationTerminated;
import consular.cases.domain.law.Rule;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RecordMissedInterviewTest {
    private final CaseScenario notified =
            CaseScenario.registered("2022-06-15").given("intake", notifyAvailability("2022-06-15"));

    private CaseScenario missed() {
        return notified.clock("2022-12-02T09:00").given("intake", missedInterview("2022-12-01"));
    }

    @Test
    void begins_the_year_anew_on_the_day_of_the_appointment() {
        missed().thenEvents(InterviewMissed.class)
                .thenDeadline(DeadlineKind.TERM_A, "2023-12-01", "2023-12-04", DeadlineState.RUNNING);

        var registration = notified.view().registration();
        assertThat(registration.anchor()).isEqualTo("2022-12-01");
        assertThat(registration.terminateFrom()).isEqualTo("2023-12-02");
        assertThat(notified.deadlines(DeadlineKind.TERM_A).getFirst().because())
                .anySatisfy(it -> assertThat(it.rule()).isEqualTo(Rule.YEAR_TO_ACT));
    }

    @Test
    void reinstatement_is_reckoned_from_the_appointment_and_by_statute_from_the_notice_and_the_later_day_decides() {
        missed();
        var registration = notified.view().registration();
        assertThat(registration.reinstateBy()).isEqualTo("2024-12-01");
        assertThat(registration.statutoryReinstateBy()).isEqualTo("2024-06-15");

        notified.clock("2023-12-04T09:00").thenRegistration(RegistrationState.TERMINATED);
        assertThat(notified.line(RegistrationTerminated.class).stamp().rules()).containsExactly(Rule.YEAR_TO_ACT);
        notified.clock("2024-12-01T09:00").given("officer-a", reinstate()).thenRegistration(RegistrationState.ACTIVE);
    }

    @Test
    void after_the_later_day_the_window_is_closed() {
        missed().clock("2024-12-02T09:00").when("officer-a", reinstate()).thenRejected(REINSTATEMENT_WINDOW_CLOSED);
    }

    @Test
    void an_application_in_the_year_is_in_time() {
        missed().clock("2023-12-01T09:00")
                .given("intake", apply())
                .clock("2024-12-02T09:00")
                .thenNever(RegistrationTerminated.class);
    }

    /** The manual asks for an action, not for an application (R-TRM-05). */
    @Test
    void whoever_takes_the_case_up_within_the_year_keeps_the_registration_until_the_next_notice() {
        missed().clock("2023-12-01T09:00")
                .given("intake", answer("2023-12-01"))
                .thenDeadline(DeadlineKind.TERM_A, "2023-12-01", "2023-12-04", DeadlineState.MET)
                .clock("2025-12-01T09:00")
                .thenNever(RegistrationTerminated.class)
                .given("intake", missedInterview("2025-12-01"))
                .thenDeadline(DeadlineKind.TERM_A, "2026-12-01", "2026-12-02", DeadlineState.RUNNING);
    }

    @Test
    void what_was_answered_before_the_appointment_does_not_count() {
        missed().given("intake", missedInterview("2022-12-02"))
                .given("intake", answer("2022-12-01"))
                .thenDeadline(DeadlineKind.TERM_A, "2023-12-02", "2023-12-04", DeadlineState.RUNNING)
                .given("intake", answer("2022-12-02"))
                .thenDeadline(DeadlineKind.TERM_A, "2023-12-02", "2023-12-04", DeadlineState.MET);
    }

    @Test
    void the_latest_appointment_counts() {
        missed().clock("2023-03-02T09:00").given("intake", missedInterview("2023-03-01"));

        assertThat(notified.view().registration().anchor()).isEqualTo("2023-03-01");
        notified.when("intake", missedInterview("2022-12-15")).thenRejected(BAD_STATE);
    }

    @Test
    void an_appointment_follows_the_notice_that_a_visa_is_available() {
        CaseScenario.registered("2022-06-15")
                .when("intake", missedInterview("2022-06-15"))
                .thenRejected(BAD_STATE);
        notified.when("intake", missedInterview("2022-06-14")).thenRejected(BAD_STATE);
    }

    @Test
    void is_not_reported_before_the_day() {
        notified.when("intake", missedInterview("2022-06-16")).thenMalformed("/appointmentOn");
    }

    @Test
    void once_executed_the_absence_is_a_reason_of_221g() {
        notified.given("intake", apply())
                .when("intake", missedInterview("2022-06-15"))
                .thenRejected(BAD_STATE);
    }

    @Test
    void moves_no_clock_for_a_member_of_the_family_or_a_diversity_applicant() {
        var family = CaseScenario.at("MNL")
                .clock("2022-06-15T09:00")
                .given("intake", register("MNL", "F31", principal(), spouse()))
                .given("intake", notifyAvailability("2022-06-15"))
                .clock("2022-12-02T09:00")
                .given("intake", new RecordMissedInterview(A2, LocalDate.parse("2022-12-01")));
        assertThat(family.view().registration().anchor()).isEqualTo("2022-06-15");
        family.when("intake", answer("2022-12-01")).thenRejected(BAD_STATE);

        CaseScenario.at("MNL")
                .clock("2022-12-02T09:00")
                .given("intake", register("MNL", "DV1", principal()))
                .given("intake", missedInterview("2022-12-01"))
                .clock("2025-12-02T09:00")
                .thenNever(RegistrationTerminated.class);
    }

    @Test
    void after_termination_it_is_too_late() {
        notified.clock("2023-06-16T09:00")
                .when("intake", missedInterview("2023-06-15"))
                .thenRejected(REGISTRATION_TERMINATED);
    }
}
