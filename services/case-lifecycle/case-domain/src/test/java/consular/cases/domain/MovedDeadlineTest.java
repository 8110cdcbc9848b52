package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.law.LeapDay;
import consular.cases.domain.law.Policy;
import consular.cases.domain.law.RegistrationClocks;
import consular.cases.domain.law.RegistrationClocks.Retrogression;
import consular.cases.domain.law.YearEnd;
import consular.cases.domain.registration.TerminationKind;
import org.junit.jupiter.api.Test;

/** Which clocks differ is told of each clock, and not of whichever stands in its place in the list. */
class MovedDeadlineTest {

    @Test
    void a_warning_that_moved_behind_that_of_the_other_termination_leaves_that_one_as_it_is() {
        var story = CaseScenario.registered("2024-07-01")
                .given("intake", notifyAvailability("2024-07-01"))
                .clock("2024-07-15T09:00")
                .given("intake", apply())
                .clock("2024-08-01T09:00")
                .given("officer-a", refuse221g("BC"))
                .clock("2024-09-02T09:00")
                .given("intake", retrogress("2024-09-01"))
                .clock("2024-12-02T09:00")
                .given("intake", restore("2024-12-01"));
        var stopped = anew(story, Policy.RECOMMENDED);
        var paused = anew(story, Policy.RECOMMENDED.with(new RegistrationClocks(Retrogression.PAUSE, false)));

        assertThat(MovedDeadline.between(stopped.deadlines(), paused.deadlines()))
                .filteredOn(moved -> moved.kind() == DeadlineKind.TERM_WARNING)
                .singleElement()
                .satisfies(moved -> {
                    assertThat(moved.from()).isNotNull().returns(TerminationKind.TERM_A, Deadline::warnsOf);
                    assertThat(moved.to()).isNotNull().returns(TerminationKind.TERM_A, Deadline::warnsOf);
                });
    }

    /** The two ways need not have the same events; where no rule differs, those say why by which the clock runs. */
    @Test
    void why_a_clock_moved_is_told_by_rules_and_by_no_event() {
        var story = CaseScenario.registered("2024-02-29").given("intake", notifyAvailability("2024-02-29"));
        var other = Policy.RECOMMENDED.with(new YearEnd(LeapDay.MAR_1, false));
        assertThat(MovedDeadline.between(
                        anew(story, Policy.RECOMMENDED).deadlines(),
                        anew(story, other).deadlines()))
                .hasSize(2)
                .allSatisfy(moved -> assertThat(moved.why())
                        .isNotEmpty()
                        .extracting(Deadline.Because::rule)
                        .doesNotContainNull());
    }

    private static DecidedAnew anew(CaseScenario story, Policy policy) {
        var now = story.context(TestActors.named("auditor"), null, null).recordedAt();
        return DecidedAnew.of(story.history(), TestPosts.all(), new Assumption(null, policy), now);
    }
}
