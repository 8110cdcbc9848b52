package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineKind.TERM_WARNING;
import static consular.cases.domain.DeadlineState.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.EventByTime.RegistrationTerminated;
import consular.cases.domain.EventByTime.TerminationWarningSent;
import consular.cases.domain.law.Alarms;
import consular.cases.domain.law.Policy;
import consular.cases.domain.law.Rule;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many warnings go out before a registration is terminated, and when. Holds R-TRM-13. */
class TerminationWarningsTest {
    private static final Policy THREE = Policy.RECOMMENDED.with(new Alarms(3, List.of(90, 60, 30), 60));

    private static CaseScenario refused(Policy policy) {
        return CaseScenario.at("MNL")
                .under(policy)
                .clock("2022-06-15T09:00")
                .given("intake", register("MNL"))
                .given("intake", apply())
                .given("officer-a", refuse221g("BC"));
    }

    private static List<DeadlineState> states(CaseScenario story) {
        return story.deadlines(TERM_WARNING).stream().map(Deadline::state).toList();
    }

    private static List<Integer> sent(CaseScenario story) {
        return story.all(TerminationWarningSent.class).stream()
                .map(TerminationWarningSent::warning)
                .toList();
    }

    @Test
    void one_warning_goes_out_unless_more_are_wanted() {
        var story = refused(Policy.RECOMMENDED).clock("2023-06-16T00:00").thenHappened(RegistrationTerminated.class);
        assertThat(sent(story)).containsExactly(1);
    }

    @Test
    void each_goes_out_on_its_day_and_then_the_registration_ends() {
        var story = refused(THREE);
        assertThat(story.deadlines(TERM_WARNING))
                .extracting(Deadline::firesOn)
                .containsExactly(
                        LocalDate.parse("2023-03-17"), LocalDate.parse("2023-04-16"), LocalDate.parse("2023-05-16"));
        story.clock("2023-03-17T00:00");
        assertThat(states(story)).containsExactly(PASSED, RUNNING, RUNNING);
        story.clock("2023-04-16T00:00");
        assertThat(states(story)).containsExactly(PASSED, PASSED, RUNNING);
        story.clock("2023-05-16T00:00");
        assertThat(states(story)).containsExactly(PASSED, PASSED, PASSED);
        story.clock("2023-06-16T00:00").thenHappened(RegistrationTerminated.class);
        assertThat(sent(story)).containsExactly(1, 2, 3);
    }

    @Test
    void evidence_after_the_first_keeps_the_others_back() {
        var story = refused(THREE).clock("2023-03-17T09:00").given("intake", evidence("F1"));
        assertThat(states(story)).containsExactly(PASSED, MET, MET);
        assertThat(sent(story.clock("2023-07-03T09:00"))).containsExactly(1);
    }

    @Test
    void what_an_opinion_held_back_goes_out_in_one_warning() {
        var story = refused(THREE).given("officer-a", refuse221g("SAO")).given("officer-a", ask("F2"));
        assertThat(states(story)).containsOnly(SUSPENDED);
        story.clock("2023-04-20T09:00");
        assertThat(sent(story)).isEmpty();
        story.given("visa-office", favourable("AO1", null)).clock("2023-04-21T00:00");
        assertThat(sent(story)).containsExactly(2);
        assertThat(states(story)).containsExactly(PASSED, PASSED, RUNNING);
        assertThat(sent(story.clock("2023-05-16T00:00"))).containsExactly(2, 3);
    }

    @Test
    void a_warning_that_waits_says_by_which_rule() {
        var story = refused(THREE).given("officer-a", refuse221g("SAO")).given("officer-a", ask("F2"));
        assertThat(story.deadlines(TERM_WARNING))
                .allSatisfy(warning -> assertThat(warning.because())
                        .extracting(Deadline.Because::rule)
                        .contains(Rule.WARNING_BEFORE_TERMINATION, Rule.NO_RESOLUTION_BEFORE_THE_OPINION));
    }

    @Test
    void what_has_gone_out_counts_when_more_are_wanted_and_none_goes_out_again_when_fewer_are() {
        var story = refused(Policy.RECOMMENDED).clock("2023-05-16T00:00").under(THREE);
        assertThat(states(story)).containsExactly(PASSED, RUNNING, RUNNING);
        assertThat(sent(story.clock("2023-05-17T00:00"))).containsExactly(1, 2, 3);
        assertThat(states(story.under(Policy.RECOMMENDED))).containsExactly(PASSED);
        assertThat(sent(story.clock("2023-06-01T00:00"))).containsExactly(1, 2, 3);
    }
}
