package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineKind.*;
import static consular.cases.domain.DeadlineState.*;
import static consular.cases.domain.law.RejectionCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.VisaRefused;
import consular.cases.domain.EventByTime.DecisionOverdue;
import consular.cases.domain.EventByTime.FeeWindowClosed;
import consular.cases.domain.EventByTime.RegistrationTerminated;
import consular.cases.domain.EventByTime.TerminationWarningSent;
import consular.cases.domain.law.RuleSet;
import consular.cases.domain.posts.Post;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When an act takes effect, when it is recorded, and what a late entry sets going. */
class EffectiveTimeTest {

    @Test
    void an_act_takes_no_effect_in_the_future() {
        CaseScenario.applied("2024-03-05")
                .whenLate("officer-a", issue(), "2024-03-05T09:01", "x")
                .thenRejected(FUTURE_EFFECTIVE_TIME);
    }

    @Test
    void nor_before_the_latest_act_of_a_person() {
        CaseScenario.applied("2024-03-05")
                .clock("2024-03-05T10:00")
                .whenLate("officer-a", issue(), "2024-03-05T08:59", null)
                .thenRejected(OUT_OF_ORDER)
                .whenLate("officer-a", issue(), "2024-03-05T09:00", null)
                .thenAccepted();
    }

    @Test
    void but_before_what_only_the_passing_of_time_brought_about() {
        CaseScenario.applied("2024-03-05")
                .clock("2024-03-06T09:00")
                .thenHappened(DecisionOverdue.class)
                .whenLate("officer-a", issue(), "2024-03-05T17:00", "the line was down")
                .thenAccepted();
    }

    @Test
    void entered_on_a_later_day_at_the_post_it_is_explained() {
        var story = CaseScenario.applied("2024-03-05").clock("2024-03-06T00:00");
        story.whenLate("officer-a", issue(), "2024-03-05T23:59", null).thenRejected(LATE_ENTRY_REASON_REQUIRED);
        story.whenLate("officer-a", issue(), "2024-03-05T23:59", " ").thenRejected(LATE_ENTRY_REASON_REQUIRED);
        story.whenLate("officer-a", issue(), "2024-03-05T23:59", "the line was down")
                .thenAccepted();
    }

    @Test
    void time_is_objected_to_before_the_registration_and_what_makes_no_sense_before_time() {
        var story = CaseScenario.applied("2022-06-15")
                .given("officer-a", refuse221g("BC"))
                .clock("2023-06-16T09:00");
        story.whenLate("intake", evidence("F9"), "2023-06-17T09:00", null).thenMalformed("/findingIds/0");
        story.whenLate("intake", evidence("F1"), "2023-06-17T09:00", null).thenRejected(FUTURE_EFFECTIVE_TIME);
        story.whenLate("intake", evidence("F1"), "2023-06-15T09:00", null).thenRejected(OUT_OF_ORDER);
        story.clock("2023-06-19T09:00")
                .whenLate("intake", evidence("F1"), "2023-06-16T09:00", null)
                .thenRejected(LATE_ENTRY_REASON_REQUIRED)
                .when("intake", evidence("F1"))
                .thenRejected(REGISTRATION_TERMINATED);
    }

    @Test
    void a_stale_version_is_answered_before_the_time_and_after_what_makes_no_sense() {
        var story = CaseScenario.applied("2024-03-05");
        var usual = story.context(
                TestActors.named("officer-a"),
                story.file().progress().orderedUntil().minusSeconds(1),
                null);
        var stale = new CommandContext(
                usual.caseId(), usual.actor(), usual.post(), usual.effectiveAt(), usual.recordedAt(), null, 1L, false);
        assertThat(CaseDecider.decide(issue(), story.state(), stale)).isEqualTo(new Decision.Stale(1, 2));
        assertThat(CaseDecider.decide(concur("R9"), story.state(), stale)).isInstanceOf(Decision.Malformed.class);
    }

    @Test
    void the_legal_day_is_that_of_the_act_at_the_post() {
        var tijuana = CaseScenario.appliedAt("TJT", "2024-03-05")
                .clock("2024-03-06T07:59:59Z")
                .given("officer-a", refuse221g("BC"));
        assertThat(tijuana.refusal("R1").refusedOn()).isEqualTo("2024-03-05");
        var late = CaseScenario.applied("2024-03-05")
                .clock("2024-03-08T09:00")
                .whenLate("officer-a", refuse221g("BC"), "2024-03-05T15:00", "the line was down");
        assertThat(late.refusal("R1").refusedOn()).isEqualTo("2024-03-05");
        assertThat(late.line(VisaRefused.class).stamp().lateEntryReason()).isEqualTo("the line was down");
    }

    @Test
    void the_law_is_that_of_the_day_of_the_act() {
        var story = CaseScenario.registered("2019-07-22").clock("2019-07-23T09:00");
        story.whenLate("intake", apply(), "2019-07-22T10:00", "the line was down")
                .thenAccepted();
        assertThat(story.view().ruleSet()).isEqualTo("2019-04-22");
        story.given("officer-a", refuse221g("BC"));
        assertThat(story.view().ruleSet()).isEqualTo("2019-07-23");
        assertThat(story.line(VisaRefused.class).stamp().ruleSet()).isEqualTo(RuleSet.OF_2019_07_23);
    }

    @Test
    void what_time_brings_about_takes_effect_at_the_start_of_its_day_however_late_the_service_acts() {
        var story = CaseScenario.applied("2024-03-05").clock("2024-03-20T15:30");
        var overdue = story.line(DecisionOverdue.class).stamp();
        assertThat(overdue.effectiveAt()).isEqualTo("2024-03-05T16:00:00Z");
        assertThat(overdue.recordedAt()).isEqualTo("2024-03-20T07:30:00Z");
        assertThat(overdue.lateEntryReason()).isNull();
        assertThat(overdue.actor().officer()).hasToString("service");
    }

    @Test
    void clocks_past_already_when_a_late_entry_sets_them_going_wait_for_the_next_command() {
        var story = CaseScenario.registered("2020-03-02").clock("2024-03-05T09:00");
        story.whenLate("intake", apply(), "2020-03-03T09:00", "old papers").thenAccepted();
        story.whenLate("officer-a", refuse221g("BC"), "2020-03-03T10:00", "old papers")
                .thenAccepted()
                .thenDeadline(TERM_B, "2021-03-03", "2021-03-04", SUSPENDED)
                .thenDeadline(FEE_WINDOW, "2021-03-03", "2021-03-04", SUSPENDED)
                .clock("2024-03-05T09:01")
                .thenNever(RegistrationTerminated.class)
                .thenNever(FeeWindowClosed.class);
        story.whenLate("intake", evidence("F1"), "2020-06-01T09:00", "old papers")
                .thenAccepted()
                .thenDeadline(TERM_B, "2021-03-03", "2021-03-04", MET)
                .clock("2024-03-05T09:02")
                .thenNever(RegistrationTerminated.class);
    }

    @Test
    void a_warning_that_is_past_when_its_clock_is_not_waits_too() {
        var story = CaseScenario.registered("2023-03-06").clock("2024-02-20T09:00");
        story.whenLate("intake", apply(), "2023-03-06T09:00", "old papers").thenAccepted();
        story.whenLate("officer-a", refuse221g("BC"), "2023-03-06T10:00", "old papers")
                .thenAccepted()
                .thenDeadline(TERM_B, "2024-03-06", "2024-03-07", RUNNING)
                .thenDeadline(TERM_WARNING, "2024-02-04", "2024-02-05", SUSPENDED)
                .clock("2024-02-20T09:01")
                .thenNever(TerminationWarningSent.class)
                .given("officer-a", note())
                .thenDeadline(TERM_WARNING, "2024-02-04", "2024-02-21", RUNNING)
                .clock("2024-02-21T00:00")
                .thenHappened(TerminationWarningSent.class);
    }

    @Test
    void when_the_next_command_leaves_them_standing_they_pass() {
        var story = CaseScenario.registered("2020-03-02").clock("2024-03-05T09:00");
        story.whenLate("intake", apply(), "2020-03-03T09:00", "old papers").thenAccepted();
        story.whenLate("officer-a", refuse221g("BC"), "2020-03-03T10:00", "old papers")
                .thenAccepted();
        story.whenLate("officer-a", note(), "2020-03-04T10:00", "old papers")
                .thenAccepted()
                .thenDeadline(TERM_B, "2021-03-03", "2021-03-04", RUNNING)
                .clock("2024-03-05T09:01")
                .thenHappened(RegistrationTerminated.class)
                .thenRegistration(RegistrationState.FINAL);
        assertThat(story.view().registration().terminatedOn()).isEqualTo("2021-03-04");
    }

    @Test
    void a_decision_entered_in_the_same_breath_as_its_late_application_is_never_overdue() {
        var story = CaseScenario.registered("2024-03-05").clock("2024-03-08T09:00");
        story.whenLate("intake", apply(), "2024-03-05T10:00", "old papers")
                .thenDeadline(DECISION, "2024-03-05", "2024-03-06", SUSPENDED)
                .clock("2024-03-08T09:01");
        story.whenLate("officer-a", issue(), "2024-03-05T11:00", "old papers")
                .thenAccepted()
                .thenNever(DecisionOverdue.class)
                .thenDeadline(DECISION, "2024-03-05", "2024-03-06", MET);
    }

    @Test
    void a_decision_after_its_limit_missed_it_even_if_the_limit_waited() {
        var story = CaseScenario.registered("2024-03-05").clock("2024-03-08T09:00");
        story.whenLate("intake", apply(), "2024-03-05T10:00", "old papers").thenAccepted();
        story.whenLate("officer-a", refuse221g("BC"), "2024-03-07T11:00", "old papers")
                .thenAccepted()
                .thenNever(DecisionOverdue.class)
                .thenDeadline(DECISION, "2024-03-05", "2024-03-06", PASSED);
        assertThat(story.applicant().decisionOverdue()).isFalse();
    }

    @Test
    void a_review_after_its_limit_missed_it_even_if_the_limit_waited() {
        var story = CaseScenario.registered("2024-03-05").clock("2024-06-03T09:00");
        story.whenLate("intake", apply(), "2024-03-05T10:00", "old papers").thenAccepted();
        story.whenLate("officer-a", refuseIneligible("212(a)(4)"), "2024-03-05T11:00", "old papers")
                .thenAccepted()
                .thenDeadline(REVIEW, "2024-04-04", "2024-04-05", SUSPENDED)
                .when("supervisor-a", concur("R1"))
                .thenAccepted()
                .thenNever(EventByTime.ReviewOverdue.class)
                .thenDeadline(REVIEW, "2024-04-04", "2024-04-05", PASSED);
    }

    @Test
    void the_zone_is_that_of_the_registration_wherever_the_post_moves() {
        var story = CaseScenario.applied("2024-03-05");
        var moved = story.post().inZone(ZoneId.of("Pacific/Honolulu"));
        // half past midnight at Manila, the morning of the day before in Hawaii
        var refused = story.decide(refuse221g("BC"), at(story, moved, "2024-03-05T16:30:00Z", "officer-a"));
        assertThat(refused.refusal("R1").refusedOn()).isEqualTo("2024-03-06");
        assertThat(story.line(VisaRefused.class).stamp().ruleSet()).isEqualTo(RuleSet.OF_2019_07_23);
        story.decide(new CaseCommand.ActOnDeadlines(), at(story, moved, "2025-03-06T16:00:00Z", "officer-a"));
        assertThat(story.line(RegistrationTerminated.class).stamp().effectiveAt())
                .isEqualTo("2025-03-06T16:00:00Z");
        assertThat(story.view().registration().terminatedOn()).isEqualTo("2025-03-07");
    }

    private static CommandContext at(CaseScenario story, Post post, String recordedAt, String who) {
        var usual = story.context(TestActors.named(who), null, null);
        return new CommandContext(
                usual.caseId(), usual.actor(), post, null, Instant.parse(recordedAt), null, null, false);
    }

    @ParameterizedTest(name = "{0} ms behind")
    @ValueSource(longs = {1, 5000})
    void an_act_of_now_follows_the_latest_though_the_clock_lags_a_little(long behind) {
        var story = CaseScenario.applied("2024-03-05");
        var latest = story.file().progress().orderedUntil();
        story.decide(note(), at(story, story.post(), latest.minusMillis(behind).toString(), "officer-a"))
                .thenAccepted();
        var stamp = story.line(CaseEvent.CaseNoteAdded.class).stamp();
        assertThat(stamp.effectiveAt()).isEqualTo(latest);
        assertThat(stamp.recordedAt()).isEqualTo(latest);
    }

    @Test
    void not_if_it_lags_more_nor_if_the_time_is_said() {
        var story = CaseScenario.applied("2024-03-05");
        var latest = story.file().progress().orderedUntil();
        var behind = at(story, story.post(), latest.minusMillis(5001).toString(), "officer-a");
        story.decide(note(), behind).thenRejected(OUT_OF_ORDER);
        var said = at(story, story.post(), latest.minusMillis(1).toString(), "officer-a");
        story.decide(note(), said.at(said.recordedAt(), said.recordedAt())).thenRejected(OUT_OF_ORDER);
        story.decide(note(), said.at(latest, said.recordedAt())).thenRejected(FUTURE_EFFECTIVE_TIME);
    }

    @Test
    void what_is_said_counts_to_the_millisecond() {
        var story = CaseScenario.applied("2024-03-05");
        var now = story.context(TestActors.named("officer-a"), null, null);
        story.decide(note(), now.at(now.recordedAt().plusNanos(999_999), now.recordedAt()))
                .thenAccepted();
        assertThat(story.line(CaseEvent.CaseNoteAdded.class).stamp().effectiveAt())
                .isEqualTo(now.recordedAt());
    }

    @Test
    void what_an_act_of_later_releases_does_not_terminate_before_that_act() {
        var story = CaseScenario.registered("2020-03-02").clock("2024-03-08T09:00");
        story.whenLate("intake", apply(), "2020-03-03T09:00", "old papers").thenAccepted();
        story.whenLate("officer-a", refuse221g("BC"), "2020-03-03T10:00", "old papers")
                .thenAccepted();
        // released on a Friday, the registration is terminated on the Monday; there is nothing left to warn of
        story.given("officer-a", note())
                .thenDeadline(TERM_WARNING, "2021-01-31", "2024-03-09", STOPPED)
                .thenDeadline(TERM_B, "2021-03-03", "2024-03-11", RUNNING)
                .clock("2024-03-08T10:00")
                .thenNever(RegistrationTerminated.class)
                .given("officer-a", note())
                .thenDeadline(TERM_B, "2021-03-03", "2024-03-11", RUNNING)
                .clock("2024-03-11T09:00")
                .thenRegistration(RegistrationState.FINAL);
        assertThat(story.view().registration().terminatedOn()).isEqualTo("2024-03-11");
    }

    @Test
    void nor_before_the_act_that_closed_the_finding_whose_evidence_had_met_it() {
        var story = CaseScenario.applied("2022-06-15")
                .given("officer-a", refuse221g("BC", "PC"))
                .given("intake", evidence("F1"))
                .clock("2024-03-08T09:00")
                .given("officer-a", overcome("F1"))
                .thenDeadline(TERM_WARNING, "2023-05-15", "2024-03-09", STOPPED)
                .thenDeadline(TERM_B, "2023-06-15", "2024-03-11", RUNNING)
                .clock("2024-03-11T09:00")
                .thenRegistration(RegistrationState.TERMINATED);
        assertThat(story.view().registration().terminatedOn()).isEqualTo("2024-03-11");
        assertThat(story.view().registration().reinstateBy()).isEqualTo("2024-06-15");
    }
}
