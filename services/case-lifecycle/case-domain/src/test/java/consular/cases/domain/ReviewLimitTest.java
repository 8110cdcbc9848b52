package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.*;
import static consular.cases.domain.refusals.ProposedAction.REFER;
import static consular.cases.domain.refusals.ProposedAction.REVERSE;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.EventByTime.ReviewOverdue;
import consular.cases.domain.law.Rule;
import consular.cases.domain.refusals.ReviewState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thirty days for a mandatory review, which void nothing that comes later. */
class ReviewLimitTest {
    private final CaseScenario manila =
            CaseScenario.applied("2024-07-01").given("officer-a", refuseIneligible("212(a)(4)"));

    @Test
    void day_thirty_is_in_time_and_day_thirty_one_is_not_though_it_is_a_sunday() {
        var story = CaseScenario.applied("2024-07-12")
                .given("officer-a", refuseIneligible("212(a)(4)"))
                .thenDeadline(DeadlineKind.REVIEW, "2024-08-11", "2024-08-12", DeadlineState.RUNNING)
                .clock("2024-08-11T23:59")
                .thenNever(ReviewOverdue.class)
                .clock("2024-08-12T00:00")
                .thenHappened(ReviewOverdue.class);
        assertThat(story.refusal("R1").review().state()).isEqualTo(ReviewState.OVERDUE);
        story.given("supervisor-a", concur("R1"));
        assertThat(story.refusal("R1").review().overdueSince()).isEqualTo("2024-08-12");
    }

    /** The supervisor concurred on day thirty, and that was entered two days later. */
    @Test
    void an_outcome_within_the_limit_is_in_time_though_it_is_entered_after_it() {
        for (var outcome : List.of(concur("R1"), reverseOwn("R1"))) {
            var story = CaseScenario.applied("2024-07-01")
                    .given("officer-a", refuseIneligible("212(a)(4)"))
                    .clock("2024-08-02T09:00")
                    .thenHappened(ReviewOverdue.class);
            var who = outcome instanceof CaseCommand.SupervisorConcur ? "supervisor-a" : "officer-a";
            story.whenLate(who, outcome, "2024-07-31T16:00", "the line was down")
                    .thenDeadline(DeadlineKind.REVIEW, "2024-07-31", "2024-08-01", DeadlineState.MET);
            assertThat(story.refusal("R1").review().overdueSince()).isNull();
        }
    }

    @ParameterizedTest(name = "by {0}: {1}")
    @CsvSource({"2024-07-31, false", "2024-08-01, true"})
    void an_outcome_after_the_limit_counts_and_says_so(String day, boolean late) {
        for (var outcome : List.of(concur("R1"), reverse("R1"), refer("R1"))) {
            var story = CaseScenario.applied("2024-07-01")
                    .given("officer-a", refuseIneligible("212(a)(4)"))
                    .clock(day + "T23:00");
            if (outcome instanceof CaseCommand.SupervisorReverse) {
                story.given("supervisor-a", discuss("R1", REVERSE));
            }
            if (outcome instanceof CaseCommand.SupervisorRefer) {
                story.given("supervisor-a", discuss("R1", REFER));
            }
            story.given("supervisor-a", outcome);
            assertThat(story.lastEvents().getFirst().stamp().rules().contains(Rule.LATE_REVIEW_COUNTS))
                    .isEqualTo(late);
        }
    }

    /** Nothing was recorded when the limit passed, for the refusal was not on record yet. */
    @ParameterizedTest(name = "concurred in on {0}: {1}")
    @CsvSource({"2024-07-31, MET", "2024-08-01, PASSED"})
    void an_outcome_is_in_time_or_late_by_its_day_though_all_was_entered_late(String day, DeadlineState expected) {
        CaseScenario.applied("2024-07-01")
                .clock("2024-09-03T09:00")
                .whenLate("officer-a", refuseIneligible("212(a)(4)"), "2024-07-01T10:00", "old papers")
                .thenAccepted()
                .whenLate("supervisor-a", concur("R1"), day + "T23:00", "old papers")
                .thenAccepted()
                .clock("2024-09-03T09:01")
                .thenNever(ReviewOverdue.class)
                .thenDeadline(DeadlineKind.REVIEW, "2024-07-31", "2024-08-01", expected);
    }

    @ParameterizedTest(name = "reversed on {0}: {1}")
    @CsvSource({"2024-07-31, MET", "2024-08-01, PASSED"})
    void a_reversal_too(String day, DeadlineState expected) {
        CaseScenario.applied("2024-07-01")
                .clock("2024-09-03T09:00")
                .whenLate("officer-a", refuseIneligible("212(a)(4)"), "2024-07-01T10:00", "old papers")
                .thenAccepted()
                .whenLate("supervisor-a", discuss("R1", REVERSE), "2024-07-02T09:00", "old papers")
                .thenAccepted()
                .whenLate("supervisor-a", reverse("R1"), day + "T23:00", "old papers")
                .thenAccepted()
                .thenDeadline(DeadlineKind.REVIEW, "2024-07-31", "2024-08-01", expected);
    }

    @Test
    void a_discussion_under_way_goes_on_when_the_limit_passes() {
        manila.given("supervisor-a", discuss("R1", REVERSE)).clock("2024-08-01T09:00");
        thenReview(ReviewState.IN_DISCUSSION);
        assertThat(manila.refusal("R1").review().overdueSince()).isEqualTo("2024-08-01");
        manila.when("supervisor-a", reverse("R1")).thenAccepted();
    }

    private void thenReview(ReviewState expected) {
        assertThat(manila.refusal("R1").review().state()).isEqualTo(expected);
    }
}
