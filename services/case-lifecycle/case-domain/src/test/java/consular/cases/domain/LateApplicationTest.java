package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineKind.TERM_A;
import static consular.cases.domain.DeadlineKind.TERM_B;
import static consular.cases.domain.DeadlineState.*;
import static consular.cases.domain.law.RejectionCode.REGISTRATION_TERMINATED;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.EventByTime.RegistrationTerminated;
import consular.cases.domain.EventByTime.TerminationWarningSent;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.registration.TerminationKind;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An application after the year to apply does not meet it, but ends it. Holds R-TRM-01, R-TRM-02, W-21 and W-22. */
class LateApplicationTest {

    /** The notice of 1 March 2023 was entered a year later, when there was a day left, none, or fewer. */
    @ParameterizedTest(name = "applied at {0}: {1}")
    @CsvSource({
        "2024-02-29T09:00, MET",
        "2024-03-01T23:59, MET",
        "2024-03-04T09:00, STOPPED",
        "2024-04-01T09:00, STOPPED"
    })
    void W_22_only_one_within_the_year_meets_the_clock(String at, DeadlineState expected) {
        notified(at).given("intake", apply());
        var clock = TerminationClock.of(story.file()).getFirst();
        assertThat(clock.kind()).isEqualTo(TerminationKind.TERM_A);
        assertThat(clock.state()).isEqualTo(expected);
    }

    @Test
    void W_22_a_late_one_ends_the_failure_to_apply_for_good() {
        notified("2024-03-08T09:00")
                .thenDeadline(TERM_A, "2024-03-01", "2024-03-04", SUSPENDED)
                .given("intake", apply())
                .thenDeadline(TERM_A, "2024-03-01", "2024-03-11", STOPPED)
                .clock("2026-03-11T09:00")
                .thenNever(RegistrationTerminated.class)
                .when("officer-a", issue())
                .thenAccepted();
        assertThat(story.deadlines(TERM_A).getFirst().because())
                .anySatisfy(it -> assertThat(it.text()).contains("late as it came"));
    }

    @Test
    void once_terminated_nobody_applies() {
        notified("2024-03-08T09:00").given("intake", retrogress("2024-03-08")).clock("2024-03-12T09:00");
        story.thenHappened(RegistrationTerminated.class).when("intake", apply()).thenRejected(REGISTRATION_TERMINATED);
    }

    /** The year ends on a Friday, and the post is open again on Monday. */
    @Test
    void W_21_the_time_of_the_act_decides_and_not_whether_the_service_was_quicker() {
        story.given("intake", notifyAvailability("2023-03-01"))
                .atTheClock("2024-03-04T09:00")
                .when("intake", apply())
                .thenRejected(REGISTRATION_TERMINATED)
                .whenLate("intake", apply(), "2024-03-01T16:00", "the service was down")
                .thenAccepted()
                .clock("2024-03-04T10:00")
                .thenNever(RegistrationTerminated.class);
    }

    @Test
    void W_21_so_it_does_once_the_year_to_present_evidence_is_over() {
        var refused = CaseScenario.applied("2023-06-15")
                .given("officer-a", refuse221g("BC"))
                .atTheClock("2024-06-17T09:00");
        refused.when("officer-a", issue()).thenRejected(REGISTRATION_TERMINATED);
        refused.given("intake", evidence("F1"))
                .when("officer-a", overcome("F1"))
                .thenRejected(REGISTRATION_TERMINATED)
                .clock("2024-06-17T09:30")
                .thenHappened(RegistrationTerminated.class);
    }

    @Test
    void after_a_late_one_the_year_to_present_evidence_runs_as_ever() {
        notified("2024-03-08T09:00").given("intake", apply()).given("officer-a", refuse221g("BC"));
        story.thenDeadline(TERM_B, "2025-03-08", "2025-03-10", RUNNING)
                .clock("2025-03-07T09:00")
                .thenNever(RegistrationTerminated.class);
        assertThat(story.all(TerminationWarningSent.class))
                .singleElement()
                .satisfies(it -> assertThat(it.kind()).isEqualTo(TerminationKind.TERM_B));
        story.clock("2025-03-10T09:00");
        assertThat(story.all(RegistrationTerminated.class))
                .singleElement()
                .satisfies(it -> assertThat(it.kind()).isEqualTo(TerminationKind.TERM_B));
    }

    @Test
    void a_medical_deferral_after_a_late_one_sets_no_year_to_apply_going() {
        notified("2024-03-08T09:00").given("intake", apply()).given("officer-a", refuse221g("Med"));
        story.given("officer-a", new CaseCommand.DeferMedically(A1, new FindingId("F1"), LocalDate.parse("2025-06-02")))
                .thenDeadline(TERM_A, "2024-03-01", "2024-03-11", STOPPED)
                .clock("2025-06-02T09:00")
                .thenNever(RegistrationTerminated.class);
    }

    @Test
    void a_notice_of_a_year_past_that_comes_after_a_refusal_brings_no_warning_but_that_of_the_refusal() {
        var refused = CaseScenario.applied("2024-03-05")
                .given("officer-a", refuse221g("BC"))
                .clock("2024-03-06T09:00")
                .given("intake", notifyAvailability("2023-03-01"))
                .thenDeadline(TERM_A, "2024-03-01", "2024-03-04", STOPPED)
                .clock("2025-02-03T09:00");
        assertThat(refused.all(TerminationWarningSent.class)).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(TerminationKind.TERM_B);
            assertThat(it.terminateFrom()).isEqualTo("2025-03-06");
        });
    }

    @Test
    void one_made_after_retrogression_had_stopped_the_year_is_not_late() {
        CaseScenario.registered("2024-07-01")
                .given("intake", notifyAvailability("2024-07-01"))
                .clock("2025-06-02T09:00")
                .given("intake", retrogress("2025-06-01"))
                .clock("2025-09-01T09:00")
                .given("intake", apply())
                .thenDeadline(TERM_A, "2025-07-01", "2025-07-02", MET);
    }

    /** 27 February in Tijuana ends at 08:00Z on the next day, which has begun long before in Guangzhou. */
    @ParameterizedTest(name = "notified at {0}, applied at {1} at {2}: {3}")
    @CsvSource({
        "TJT, GUZ, 2024-02-28T07:30:00Z, MET",
        "TJT, GUZ, 2024-02-28T08:30:00Z, STOPPED",
        "GUZ, TJT, 2024-02-27T15:30:00Z, MET",
        "GUZ, TJT, 2024-02-27T16:30:00Z, STOPPED"
    })
    void W_05_the_year_ends_at_the_post_that_was_notified(String from, String to, String at, DeadlineState expected) {
        var moved = CaseScenario.at(from)
                .clock("2023-03-01T09:00")
                .given("intake", register(from))
                .given("intake", notifyAvailability("2023-02-27"))
                .given("officer-a", transfer(to));
        // the service is down when the year ends
        moved.atTheClock(at).given("intake", apply());
        assertThat(TerminationClock.of(moved.file()).getFirst().state()).isEqualTo(expected);
    }

    private final CaseScenario story = CaseScenario.registered("2023-03-01");

    private CaseScenario notified(String at) {
        story.clock(at);
        return story.whenLate("intake", notifyAvailability("2023-03-01"), "2023-03-01T10:00", "old papers")
                .thenAccepted();
    }
}
