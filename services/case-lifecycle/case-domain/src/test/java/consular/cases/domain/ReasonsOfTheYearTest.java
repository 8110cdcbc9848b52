package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.law.Policy;
import consular.cases.domain.law.RegistrationClocks;
import consular.cases.domain.law.RegistrationClocks.Retrogression;
import consular.cases.domain.law.Rule;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A clock says what it was derived from: the event that began it, and what moved it since. */
class ReasonsOfTheYearTest {
    private static final Policy PAUSE = Policy.RECOMMENDED.with(new RegistrationClocks(Retrogression.PAUSE, false));

    @Test
    void r_trm_06_a_year_that_an_earlier_notice_released_names_the_interview_that_began_it_and_the_notice() {
        var story = CaseScenario.registered("2024-07-01")
                .given("intake", notifyAvailability("2024-07-01"))
                .clock("2024-12-05T09:00")
                .given("intake", retrogress("2024-09-01"))
                .given("officer-a", missedInterview("2024-10-01"))
                .given("intake", notifyAvailability("2024-09-15"));
        assertThat(events(story, TERM_A)).containsExactly("InterviewMissed", "VisaAvailabilityNotified");
        assertThat(rules(story, TERM_A)).contains(Rule.RETROGRESSION_STOPS_THE_YEAR);
        assertThat(events(story, TERM_WARNING)).containsOnly("InterviewMissed");
    }

    @Test
    void r_trm_06_a_year_that_stood_says_so_and_so_does_what_began_it() {
        var story = CaseScenario.registered("2024-07-01")
                .under(PAUSE)
                .given("intake", notifyAvailability("2024-07-01"))
                .clock("2024-12-05T09:00")
                .given("intake", retrogress("2024-09-01"))
                .given("intake", restore("2024-10-01"));
        assertThat(events(story, TERM_A)).containsExactly("VisaAvailabilityNotified", "AvailabilityRestored");
        assertThat(rules(story, TERM_A)).contains(Rule.RETROGRESSION_STOPS_THE_YEAR);
        for (var command : List.of(notifyAvailability("2024-08-01"), missedInterview("2024-08-20"))) {
            story.given(command instanceof CaseCommand.NotifyVisaAvailability ? "intake" : "officer-a", command);
            assertThat(story.history.getLast().stamp().rules()).contains(Rule.RETROGRESSION_STOPS_THE_YEAR);
            assertThat(rules(story, TERM_A)).contains(Rule.RETROGRESSION_STOPS_THE_YEAR);
        }
    }

    @Test
    void r_trm_11_a_year_to_apply_that_began_with_a_reinstatement_names_that_and_no_notice() {
        var story = CaseScenario.registered("2023-03-01")
                .given("intake", notifyAvailability("2023-03-01"))
                .clock("2024-06-14T09:00")
                .given("officer-a", reinstate());
        assertThat(events(story, TERM_A)).containsExactly("RegistrationReinstated");
        assertThat(rules(story, TERM_A))
                .contains(Rule.REINSTATED)
                .doesNotContain(Rule.YEAR_RUNS_FROM_TRANSMISSION, Rule.RETROGRESSION_STOPS_THE_YEAR);
    }

    @Test
    void r_trm_11_and_so_do_a_year_for_evidence_and_a_fee_window() {
        var story = CaseScenario.appliedAt("MNL", "2022-06-15")
                .under(Policy.RECOMMENDED.with(new RegistrationClocks(Retrogression.RESTART, true)))
                .given("officer-a", refuse221g("BC"));
        assertThat(rules(story, TERM_B)).doesNotContain(Rule.REINSTATED);
        assertThat(events(story, FEE_WINDOW)).containsExactly("VisaRefused");
        story.clock("2024-06-12T09:00").given("officer-a", reinstate());
        for (var kind : List.of(TERM_B, FEE_WINDOW)) {
            assertThat(events(story, kind)).containsExactly("RegistrationReinstated");
            assertThat(rules(story, kind)).contains(Rule.REINSTATED);
        }
    }

    private static List<String> events(CaseScenario story, DeadlineKind kind) {
        return because(story, kind).stream()
                .map(Deadline.Because::sequence)
                .filter(Objects::nonNull)
                .map(sequence -> story.history
                        .get(sequence.intValue())
                        .event()
                        .getClass()
                        .getSimpleName())
                .toList();
    }

    private static List<Rule> rules(CaseScenario story, DeadlineKind kind) {
        return because(story, kind).stream()
                .map(Deadline.Because::rule)
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<Deadline.Because> because(CaseScenario story, DeadlineKind kind) {
        return story.deadlines(kind).getFirst().because();
    }
}
