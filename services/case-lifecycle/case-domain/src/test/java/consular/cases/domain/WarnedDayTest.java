package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.CommandsOnARefusal.A1;
import static consular.cases.domain.DeadlineKind.TERM_B;
import static consular.cases.domain.DeadlineKind.TERM_WARNING;
import static consular.cases.domain.DeadlineState.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.EventByTime.RegistrationTerminated;
import consular.cases.domain.EventByTime.TerminationWarningSent;
import org.junit.jupiter.api.Test;

/** Nobody's registration ends before the last day in time that a warning has named. Holds R-TRM-03, R-TRM-13. */
class WarnedDayTest {
    /** A year from 5 March and one from 5 September, of which the warning named the later; then the later finding is overcome. */
    private static CaseScenario overcomeAfterTheWarning() {
        return CaseScenario.applied("2024-03-05")
                .given("officer-a", refuse221g("BC"))
                .clock("2024-09-05T09:00")
                .given("officer-a", refuse221g("PC"))
                .clock("2025-08-11T09:00")
                .given("intake", evidence("F2"))
                .given("officer-a", overcome("F2"));
    }

    @Test
    void the_registration_stands_through_the_day_that_was_told_though_the_year_of_what_is_left_is_over() {
        var story = overcomeAfterTheWarning();
        assertThat(story.all(TerminationWarningSent.class))
                .singleElement()
                .satisfies(it -> assertThat(it.terminateFrom()).isEqualTo("2025-09-06"));
        story.thenDeadline(TERM_B, "2025-03-05", "2025-09-08", RUNNING)
                .thenDeadline(TERM_WARNING, "2025-08-05", "2025-08-06", PASSED)
                .clock("2025-09-05T23:59")
                .thenRegistration(RegistrationState.WARNED)
                .clock("2025-09-08T00:00")
                .thenHappened(RegistrationTerminated.class);
        assertThat(story.all(TerminationWarningSent.class)).hasSize(1);
    }

    @Test
    void what_is_asked_for_still_comes_in_time_until_then() {
        overcomeAfterTheWarning()
                .clock("2025-09-05T23:00")
                .given("intake", evidence("F1"))
                .clock("2025-12-01T09:00")
                .thenNever(RegistrationTerminated.class);
    }

    @Test
    void so_it_does_after_a_deferred_finding_whose_last_day_the_warning_had_named() {
        var story = CaseScenario.applied("2022-06-15")
                .given("officer-a", refuse221g("Med"))
                .given("officer-a", refuse221g("BC"))
                .given("officer-a", Families.defer(A1, "F1", "2023-09-01"))
                .clock("2023-08-10T09:00");
        assertThat(story.all(TerminationWarningSent.class))
                .singleElement()
                .satisfies(it -> assertThat(it.terminateFrom()).isEqualTo("2023-09-02"));
        story.given("officer-a", Families.result(A1, MedicalResult.CLEARED))
                .given("officer-a", overcome("F1"))
                .clock("2023-09-01T23:00")
                .thenNever(RegistrationTerminated.class)
                .clock("2023-09-05T09:00")
                .thenHappened(RegistrationTerminated.class);
    }

    @Test
    void what_came_late_before_the_warning_stays_late() {
        var story = CaseScenario.applied("2024-03-05")
                .given("officer-a", refuse221g("BC"))
                .clock("2024-09-05T09:00")
                .given("officer-a", refuse221g("PC"))
                .clock("2025-04-10T09:00")
                .given("intake", evidence("F1"))
                .clock("2025-08-11T09:00")
                .given("intake", evidence("F2"))
                .given("officer-a", overcome("F2"));
        story.thenDeadline(TERM_B, "2025-03-05", "2025-09-08", RUNNING)
                .clock("2025-09-08T00:00")
                .thenHappened(RegistrationTerminated.class);
    }

    @Test
    void a_warning_is_of_the_year_that_ran_and_not_of_one_that_was_met() {
        var story = CaseScenario.registered("2023-03-01")
                .given("intake", notifyAvailability("2023-03-01"))
                .clock("2023-06-15T09:00")
                .given("intake", apply())
                .clock("2024-03-05T09:00")
                .given("officer-a", refuse221g("BC"))
                .clock("2025-02-10T09:00");
        assertThat(story.deadlines(TERM_WARNING)).extracting(Deadline::state).containsExactly(MET, PASSED);
    }

    /** The day that was told ends in Ciudad Juárez when it is over in Manila for long. */
    @Test
    void the_day_is_that_of_the_post_whose_year_was_told() {
        var story = CaseScenario.applied("2024-03-05")
                .given("officer-a", refuse221g("BC"))
                .given("officer-a", transfer("CDJ"))
                .clock("2024-09-05T15:00Z")
                .given("officer-a", refuse221g("PC"))
                .clock("2025-08-11T15:00Z")
                .given("intake", evidence("F2"))
                .given("officer-a", overcome("F2"))
                .clock("2025-09-05T17:00Z");
        assertThat(story.all(TerminationWarningSent.class)).hasSize(1);
        story.given("intake", evidence("F1")).clock("2025-12-01T15:00Z").thenNever(RegistrationTerminated.class);
    }

    /** The letter asks for evidence on the grounds that still stand, and this is one of them. */
    @Test
    void evidence_on_whatever_stands_is_in_time_from_the_warning_on() {
        CaseScenario.applied("2024-03-05")
                .given("officer-a", refuse221g("BC"))
                .clock("2024-09-05T09:00")
                .given("officer-a", refuse221g("Med"))
                .clock("2025-08-05T09:00")
                .given("intake", evidence("F1"))
                .clock("2025-08-06T09:00")
                .thenRegistration(RegistrationState.WARNED)
                .clock("2025-08-08T09:00")
                .given("intake", evidence("F1"))
                .thenRegistration(RegistrationState.ACTIVE)
                .clock("2025-12-01T09:00")
                .thenNever(RegistrationTerminated.class);
    }

    @Test
    void a_warning_of_a_later_year_makes_nothing_timely_that_came_between_the_two() {
        var story = CaseScenario.applied("2024-03-05")
                .given("officer-a", refuse221g("BC"))
                .clock("2025-02-20T09:00")
                .thenRegistration(RegistrationState.WARNED)
                .given("officer-a", refuse221g("PC"))
                .clock("2025-06-02T09:00")
                .given("intake", evidence("F1"))
                .clock("2026-01-22T09:00")
                .thenRegistration(RegistrationState.WARNED);
        story.clock("2026-02-23T09:00").thenHappened(RegistrationTerminated.class);
    }

    @Test
    void evidence_on_the_last_day_told_is_in_time_on_the_ground_of_another_post_while_both_stand() {
        CaseScenario.applied("2024-03-05")
                .given("officer-a", refuse221g("BC"))
                .given("officer-a", transfer("CDJ"))
                .clock("2024-09-05T15:00Z")
                .given("officer-a", refuse221g("PC"))
                .clock("2025-09-05T17:00Z")
                .given("intake", evidence("F1"))
                .clock("2025-12-01T15:00Z")
                .thenNever(RegistrationTerminated.class);
    }
}
