package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineKind.DECISION;
import static consular.cases.domain.DeadlineKind.TERM_A;
import static consular.cases.domain.DeadlineState.*;
import static consular.cases.domain.law.RejectionCode.REGISTRATION_TERMINATED;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.DecisionOverdue;
import consular.cases.domain.CaseEvent.RegistrationTerminated;
import consular.cases.domain.registration.TerminationKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An application after the year is late, as evidence is. Holds R-TRM-01, R-TRM-02, W-21 and W-22. */
class LateApplicationTest {

    /** The notice of 1 March 2023 was entered a year later, when there was a day left, none, or fewer. */
    @ParameterizedTest(name = "applied at {0}: {1}")
    @CsvSource({
        "2024-02-29T09:00, MET",
        "2024-03-01T23:59, MET",
        "2024-03-04T09:00, RUNNING",
        "2024-04-01T09:00, RUNNING"
    })
    void W_22_only_one_within_the_year_meets_the_clock(String at, DeadlineState expected) {
        notified(at).given("intake", apply());
        var clock = TerminationClock.of(story.file()).getFirst();
        assertThat(clock.kind()).isEqualTo(TerminationKind.TERM_A);
        assertThat(clock.state()).isEqualTo(expected);
    }

    @Test
    void W_22_a_late_one_ends_the_wait_and_the_registration_with_it_on_the_next_working_day() {
        notified("2024-03-08T09:00")
                .thenDeadline(TERM_A, "2024-03-01", "2024-03-04", SUSPENDED)
                .given("intake", apply())
                .thenDeadline(TERM_A, "2024-03-01", "2024-03-11", RUNNING)
                .clock("2024-03-11T09:00")
                .thenRegistration(RegistrationState.TERMINATED);
        assertThat(story.all(RegistrationTerminated.class).getFirst().terminatedOn())
                .isEqualTo("2024-03-11");
        story.when("officer-a", issue()).thenRejected(REGISTRATION_TERMINATED);
    }

    @Test
    void reinstated_it_serves_and_no_year_runs() {
        notified("2024-03-08T09:00").given("intake", apply()).clock("2024-03-12T09:00");
        story.given("officer-a", reinstate())
                .thenDeadline(TERM_A, "2025-03-12", "2025-03-13", MET)
                .thenDeadline(DECISION, "2024-03-12", "2024-03-13", RUNNING)
                .thenState(ApplicationState.UNDECIDED)
                .when("officer-a", issue())
                .thenAccepted();
    }

    @Test
    void a_visa_issued_before_the_registration_ended_keeps_it() {
        notified("2024-03-08T09:00").given("intake", apply()).given("officer-a", issue());
        story.thenDeadline(TERM_A, "2024-03-01", "2024-03-11", STOPPED)
                .clock("2024-03-12T09:00")
                .thenNever(RegistrationTerminated.class)
                .thenNever(DecisionOverdue.class);
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
        "TJT, GUZ, 2024-02-28T08:30:00Z, RUNNING",
        "GUZ, TJT, 2024-02-27T15:30:00Z, MET",
        "GUZ, TJT, 2024-02-27T16:30:00Z, RUNNING"
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
