package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineKind.*;
import static consular.cases.domain.DeadlineState.*;
import static consular.cases.domain.law.RejectionCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.ReinstateRegistration;
import consular.cases.domain.CaseEvent.RegistrationReinstated;
import consular.cases.domain.EventByTime.RegistrationTerminated;
import consular.cases.domain.EventByTime.ReinstatementWindowClosed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reinstating a terminated registration. Holds R-TRM-09, R-TRM-11. */
class ReinstateRegistrationTest {
    private final CaseScenario terminatedForEvidence = CaseScenario.applied("2022-06-15")
            .given("officer-a", refuse221g("BC"))
            .clock("2023-06-16T09:00")
            .thenRegistration(RegistrationState.TERMINATED);

    private final CaseScenario terminatedForApplying = CaseScenario.registered("2022-06-15")
            .given("intake", notifyAvailability("2022-06-15"))
            .clock("2023-06-16T09:00")
            .thenRegistration(RegistrationState.TERMINATED);

    /** Terminated for a refusal of 15 June 2022, it can be reinstated to the end of 15 June 2024 where it ended. */
    @ParameterizedTest(name = "terminated at {0}, sent to {1}, at {2}: {3}")
    @CsvSource({
        "TJT, GUZ, 2024-06-16T06:59:00Z, true",
        "TJT, GUZ, 2024-06-16T07:00:00Z, false",
        "GUZ, TJT, 2024-06-15T15:59:00Z, true",
        "GUZ, TJT, 2024-06-15T16:00:00Z, false"
    })
    void W_05_the_last_day_is_that_of_the_post_where_it_was_terminated(
            String from, String to, String at, boolean inTime) {
        var story = CaseScenario.appliedAt(from, "2022-06-15")
                .given("officer-a", refuse221g("BC"))
                .clock("2023-07-03T09:00")
                .given("officer-a", transfer(to))
                .clock(at)
                .thenRegistration(inTime ? RegistrationState.TERMINATED : RegistrationState.FINAL)
                .when("officer-a", reinstate());
        if (inTime) {
            story.thenAccepted();
        } else {
            story.thenRejected(REINSTATEMENT_WINDOW_CLOSED);
        }
    }

    @Test
    void the_year_missed_begins_anew_from_the_reinstatement() {
        var registration = terminatedForEvidence
                .clock("2024-03-04T09:00")
                .when("officer-a", reinstate())
                .thenEvents(RegistrationReinstated.class)
                .thenDeadline(TERM_B, "2025-03-04", "2025-03-05", RUNNING)
                .view()
                .registration();
        assertThat(registration.state()).isEqualTo(RegistrationState.ACTIVE);
        assertThat(registration.anchor()).isEqualTo("2024-03-04");
        assertThat(registration.terminateFrom()).isEqualTo("2025-03-05");
        assertThat(registration.reinstateBy()).isEqualTo("2026-03-04");
        assertThat(registration.terminatedOn()).isNull();
        assertThat(terminatedForEvidence.finding("F1").terminateFrom()).isEqualTo("2025-03-05");
        assertThat(terminatedForEvidence.finding("F1").feeWindowEnd()).isEqualTo("2023-06-15");
        terminatedForEvidence
                .clock("2025-02-03T09:00")
                .thenRegistration(RegistrationState.WARNED)
                .clock("2025-03-05T09:00")
                .thenRegistration(RegistrationState.TERMINATED);
        assertThat(terminatedForEvidence.all(RegistrationTerminated.class)).hasSize(2);
    }

    /** A year that a late reinstatement set going is past already: it waits as that of any late entry does. */
    @Test
    void entered_more_than_a_year_late_its_year_waits_for_the_next_command() {
        terminatedForEvidence
                .clock("2026-03-02T09:00")
                .whenLate("officer-a", reinstate(), "2023-09-04T09:00", "old papers")
                .thenAccepted()
                .thenDeadline(TERM_B, "2024-09-04", "2024-09-05", SUSPENDED)
                .thenDeadline(TERM_WARNING, "2024-08-04", "2024-08-05", SUSPENDED)
                .clock("2026-03-02T09:01")
                .thenRegistration(RegistrationState.ACTIVE);
        terminatedForEvidence
                .whenLate("intake", evidence("F1"), "2024-09-04T09:00", "old papers")
                .thenAccepted()
                .thenDeadline(TERM_B, "2024-09-04", "2024-09-05", MET)
                .clock("2026-03-02T09:02")
                .thenRegistration(RegistrationState.ACTIVE);
    }

    @Test
    void if_that_command_leaves_it_standing_the_registration_is_terminated_again() {
        terminatedForEvidence
                .clock("2026-03-02T09:00")
                .whenLate("officer-a", reinstate(), "2023-09-04T09:00", "old papers")
                .whenLate("officer-a", note(), "2023-09-05T09:00", "old papers")
                .thenDeadline(TERM_B, "2024-09-04", "2024-09-05", RUNNING)
                .clock("2026-03-02T09:01");
        assertThat(terminatedForEvidence.view().registration().terminatedOn()).isEqualTo("2024-09-05");
    }

    @Test
    void what_ran_out_is_the_year_for_evidence_though_there_was_one_to_apply() {
        var registration = CaseScenario.registered("2022-06-01")
                .given("intake", notifyAvailability("2022-06-01"))
                .clock("2022-06-15T09:00")
                .given("intake", apply())
                .given("officer-a", refuse221g("BC"))
                .clock("2023-06-16T09:00")
                .thenRegistration(RegistrationState.TERMINATED)
                .view()
                .registration();
        assertThat(registration.anchor()).isEqualTo("2022-06-15");
        assertThat(registration.terminateFrom()).isEqualTo("2023-06-16");
    }

    @Test
    void the_year_to_apply_begins_anew_too() {
        var registration = terminatedForApplying
                .clock("2024-03-04T09:00")
                .given("officer-a", reinstate())
                .thenDeadline(TERM_A, "2025-03-04", "2025-03-05", RUNNING)
                .view()
                .registration();
        assertThat(registration.anchor()).isEqualTo("2024-03-04");
        assertThat(registration.reinstateBy()).isEqualTo("2026-03-04");
        assertThat(registration.statutoryReinstateBy()).isEqualTo("2024-06-15");
        terminatedForApplying.when("intake", apply()).thenAccepted();
    }

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({"2024-06-14, ACTIVE", "2024-06-15, ACTIVE", "2024-06-16, FINAL"})
    void it_is_open_through_the_end_of_the_second_year(String day, RegistrationState after) {
        terminatedForEvidence
                .clock(day + "T10:00")
                .when("officer-a", reinstate())
                .thenRegistration(after);
    }

    @Test
    void after_the_last_day_the_termination_is_final() {
        terminatedForEvidence
                .clock("2024-06-16T00:00")
                .thenHappened(ReinstatementWindowClosed.class)
                .thenRegistration(RegistrationState.FINAL)
                .thenDeadline(REINSTATEMENT, "2024-06-15", "2024-06-16", PASSED)
                .when("officer-a", new ReinstateRegistration(null))
                .thenRejected(REINSTATEMENT_WINDOW_CLOSED);
    }

    @Test
    void it_needs_a_termination_and_then_a_finding() {
        CaseScenario.registered("2022-06-15")
                .when("officer-a", new ReinstateRegistration(null))
                .thenRejected(NOT_TERMINATED);
        terminatedForEvidence.when("officer-a", new ReinstateRegistration(" ")).thenRejected(FINDING_REQUIRED);
    }

    @Test
    void until_then_only_what_decides_nothing_is_accepted() {
        var story = terminatedForEvidence;
        story.when("intake", notifyAvailability("2023-06-16")).thenRejected(REGISTRATION_TERMINATED);
        story.when("intake", retrogress("2023-06-16")).thenRejected(REGISTRATION_TERMINATED);
        story.when("intake", restore("2023-06-16")).thenRejected(REGISTRATION_TERMINATED);
        story.when("intake", apply()).thenRejected(REGISTRATION_TERMINATED);
        story.when("officer-a", issue()).thenRejected(REGISTRATION_TERMINATED);
        story.when("officer-a", refuse221g("PC")).thenRejected(REGISTRATION_TERMINATED);
        story.when("officer-a", refuseIneligible("212(a)(4)")).thenRejected(REGISTRATION_TERMINATED);
        story.when("intake", evidence("F1")).thenRejected(REGISTRATION_TERMINATED);
        story.when("officer-a", overcome("F1")).thenRejected(REGISTRATION_TERMINATED);
        story.when("intake", waive("F1")).thenRejected(REGISTRATION_TERMINATED);
        story.when("officer-a", note()).thenAccepted();
        story.when("supervisor-a", concur("R1")).thenAccepted();
        story.thenState(ApplicationState.REFUSED);
    }

    @Test
    void a_late_entry_of_before_the_termination_is_out_of_order_first() {
        terminatedForEvidence
                .whenLate("intake", evidence("F1"), "2023-06-15T10:00", "found in the post room")
                .thenRejected(OUT_OF_ORDER);
    }

    @Test
    void only_evidence_from_then_on_stops_the_year_that_begins_anew() {
        // a year that ends on a Friday may be missed on the Saturday, before the registration is terminated on the
        // Monday
        CaseScenario.applied("2022-03-10")
                .given("officer-a", refuse221g("BC"))
                .clock("2023-03-11T09:00")
                .given("intake", evidence("F1"))
                .clock("2023-03-13T09:00")
                .thenRegistration(RegistrationState.TERMINATED)
                .clock("2023-04-03T09:00")
                .given("officer-a", reinstate())
                .thenDeadline(TERM_B, "2024-04-03", "2024-04-04", RUNNING)
                .given("intake", evidence("F1"))
                .thenDeadline(TERM_B, "2024-04-03", "2024-04-04", MET);
    }
}
