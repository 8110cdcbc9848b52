package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.law.Alarms;
import consular.cases.domain.law.Policy;
import consular.cases.domain.law.ReviewLimits;
import consular.cases.domain.law.Rule;
import consular.cases.domain.posts.CalendarDay;
import consular.cases.domain.posts.Post;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A deadline names what it was derived from, and nothing that does not hold for it. */
class DeadlineReasonsTest {

    @Test
    void the_limit_of_a_decision_says_by_when_the_post_decides() {
        assertThat(words(CaseScenario.appliedAt("MNL", "2024-03-05"), DeadlineKind.DECISION))
                .contains("it is decided by the end of that working day");
        assertThat(words(CaseScenario.appliedAt("LND", "2024-03-05"), DeadlineKind.DECISION))
                .contains("the post issues on the next working day, so it is decided by then");
    }

    @Test
    void a_fee_window_says_that_evidence_came_only_once_it_came() {
        var story = CaseScenario.applied("2024-03-05").given("officer-a", refuse221g("BC"));
        assertThat(words(story, DeadlineKind.FEE_WINDOW)).noneMatch(it -> it.contains("evidence came"));
        story.given("intake", evidence("F1"));
        assertThat(words(story, DeadlineKind.FEE_WINDOW)).anyMatch(it -> it.contains("evidence came"));
    }

    @Test
    void a_review_rests_on_the_law_of_its_category() {
        assertThat(rules(
                        CaseScenario.applied("2024-03-05").given("officer-a", refuseIneligible("212(a)(4)")),
                        DeadlineKind.REVIEW))
                .contains(Rule.REVIEW_IS_MANDATORY)
                .doesNotContain(Rule.NIV_REFUSAL_IS_REVIEWED);
        assertThat(rules(
                        CaseScenario.appliedFor("B2", "2024-06-03")
                                .under(Policy.RECOMMENDED.with(new ReviewLimits(30, 120)))
                                .given("officer-a", refuse214b()),
                        DeadlineKind.REVIEW))
                .contains(Rule.NIV_REFUSAL_IS_REVIEWED)
                .doesNotContain(Rule.REVIEW_IS_MANDATORY);
    }

    @Test
    void a_year_to_apply_names_retrogression_only_where_that_has_stopped_it() {
        var story = CaseScenario.registered("2024-07-01").given("intake", notifyAvailability("2024-07-01"));
        assertThat(rules(story, DeadlineKind.TERM_A)).doesNotContain(Rule.RETROGRESSION_STOPS_THE_YEAR);
        story.given("intake", retrogress("2024-07-01"));
        assertThat(rules(story, DeadlineKind.TERM_A)).contains(Rule.RETROGRESSION_STOPS_THE_YEAR);
    }

    @Test
    void a_year_for_evidence_names_an_opinion_only_while_one_is_awaited() {
        var story = CaseScenario.applied("2024-03-05").given("officer-a", refuse221g("BC"));
        assertThat(rules(story, DeadlineKind.TERM_B)).doesNotContain(Rule.NO_RESOLUTION_BEFORE_THE_OPINION);
        story.given("officer-a", ask("F1"));
        assertThat(rules(story, DeadlineKind.TERM_B)).contains(Rule.NO_RESOLUTION_BEFORE_THE_OPINION);
    }

    /** The year ended on a Saturday, and the post worked again on Monday; later its calendar says that it always works. */
    @Test
    void a_calendar_that_is_changed_later_moves_no_termination_of_the_past() {
        var story = CaseScenario.applied("2024-03-08")
                .given("officer-a", refuse221g("BC"))
                .clock("2025-03-10T09:00")
                .thenRegistration(RegistrationState.TERMINATED);
        assertThat(CaseDeadlines.of(story.file(), alwaysOpen(story.post()), Alarms.RECOMMENDED))
                .filteredOn(it -> it.kind() == DeadlineKind.TERM_B)
                .singleElement()
                .satisfies(it -> assertThat(it.firesOn()).isEqualTo("2025-03-10"));
    }

    private static Post alwaysOpen(Post post) {
        return new Post(
                post.code(),
                post.city(),
                post.country(),
                post.zone(),
                post.nextDayIssuance(),
                post.reviewMode(),
                post.borderPost(),
                post.hostHolidays(),
                date -> new CalendarDay(date, true, "open"));
    }

    private static List<String> words(CaseScenario story, DeadlineKind kind) {
        return because(story, kind).map(Deadline.Because::text).toList();
    }

    private static List<Rule> rules(CaseScenario story, DeadlineKind kind) {
        return because(story, kind).flatMap(it -> Stream.ofNullable(it.rule())).toList();
    }

    private static Stream<Deadline.Because> because(CaseScenario story, DeadlineKind kind) {
        return story.deadlines(kind).getFirst().because().stream();
    }
}
