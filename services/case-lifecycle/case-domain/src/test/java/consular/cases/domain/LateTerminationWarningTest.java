package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.CommandsOnARefusal.*;
import static consular.cases.domain.DeadlineKind.TERM_WARNING;
import static consular.cases.domain.DeadlineState.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.EventByTime.RegistrationTerminated;
import consular.cases.domain.EventByTime.TerminationWarningSent;
import org.junit.jupiter.api.Test;

/** A warning is of use before the last day in time only. Holds R-TRM-13. */
class LateTerminationWarningTest {

    @Test
    void W_22_a_year_past_already_when_its_refusal_was_entered_ends_without_a_warning() {
        var story = CaseScenario.applied("2022-03-01")
                .clock("2024-03-04T09:00")
                .whenLate("officer-a", refuse221g("BC"), "2022-03-02T09:00", "old papers")
                .thenAccepted()
                .thenDeadline(TERM_WARNING, "2023-01-30", "2023-01-31", SUSPENDED)
                .given("officer-a", note())
                .thenDeadline(TERM_WARNING, "2023-01-30", "2024-03-05", STOPPED);
        story.clock("2024-03-05T09:00")
                .thenHappened(RegistrationTerminated.class)
                .thenNever(TerminationWarningSent.class);
    }

    @Test
    void an_opinion_answered_after_the_year_leaves_nothing_to_warn_of() {
        answered("2023-03-02")
                .thenDeadline(TERM_WARNING, "2023-01-28", "2023-03-03", STOPPED)
                .clock("2023-03-03T09:00")
                .thenHappened(RegistrationTerminated.class)
                .thenNever(TerminationWarningSent.class);
    }

    @Test
    void an_opinion_answered_shortly_before_the_last_day_lets_the_warning_go_out_on_the_next() {
        var story = answered("2023-02-27").thenDeadline(TERM_WARNING, "2023-01-28", "2023-02-28", RUNNING);
        story.clock("2023-02-28T09:00").thenRegistration(RegistrationState.WARNED);
        assertThat(story.all(TerminationWarningSent.class))
                .singleElement()
                .satisfies(it -> assertThat(it.terminateFrom()).isEqualTo("2023-03-01"));
    }

    @Test
    void a_warning_that_went_out_keeps_its_day_whatever_moves_the_clock_afterwards() {
        CaseScenario.applied("2022-02-28")
                .given("officer-a", refuse221g("BC"))
                .clock("2023-01-29T09:00")
                .thenDeadline(TERM_WARNING, "2023-01-28", "2023-01-29", PASSED)
                .given("officer-a", ask("F1"))
                .clock("2023-02-20T09:00")
                .given("visa-office", favourable("AO1", null))
                .thenDeadline(TERM_WARNING, "2023-01-28", "2023-01-29", PASSED);
    }

    /** Refused on 28 February 2022, so that the year ends with February. */
    private static CaseScenario answered(String day) {
        return CaseScenario.applied("2022-02-28")
                .given("officer-a", refuse221g("BC"))
                .given("officer-a", ask("F1"))
                .clock(day + "T09:00")
                .given("visa-office", favourable("AO1", null));
    }
}
