package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineState.*;
import static consular.cases.domain.law.RejectionCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.EventByTime.FeeWindowClosed;
import consular.cases.domain.EventByTime.RegistrationTerminated;
import consular.cases.domain.EventByTime.ReviewOverdue;
import consular.cases.domain.refusals.FindingStatus;
import consular.cases.domain.refusals.ProposedAction;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The awkward cases of the rule sheet that concern one applicant at one post, by their numbers. */
class AwkwardCasesTest {

    @Test
    void W_01_refused_on_29_February() {
        var story = CaseScenario.applied("2024-02-29").given("officer-a", refuse221g("PPT"));
        thenDates(story, "2025-02-28", "2025-03-01", "2026-02-28");
        var late = CaseScenario.applied("2024-02-29").given("officer-a", refuse221g("SAO"));
        late.clock("2025-03-01T00:00").given("intake", evidence("F1"));
        assertThat(timely(late)).isFalse();
    }

    @Test
    void W_02_refused_on_28_February_of_a_leap_year() {
        thenDates(
                CaseScenario.applied("2024-02-28").given("officer-a", refuse221g("PPT")),
                "2025-02-28",
                "2025-03-01",
                "2026-02-28");
    }

    @Test
    void W_03_the_year_ends_on_the_anniversary_and_not_after_365_days() {
        var leap = CaseScenario.applied("2023-03-01").given("officer-a", refuse221g("PPT"));
        leap.clock("2024-03-01T23:59").given("intake", evidence("F1"));
        assertThat(timely(leap)).as("day 366").isTrue();

        var common = CaseScenario.applied("2022-06-15").given("officer-a", refuse221g("SAO"));
        common.clock("2023-06-15T23:59").given("intake", evidence("F1"));
        assertThat(timely(common)).as("day 365").isTrue();
        common.clock("2023-06-16T00:00").given("intake", evidence("F1"));
        assertThat(timely(common)).as("day 366").isFalse();
    }

    @Test
    void W_04_the_zone_of_the_post_says_which_day_it_is() {
        assertThat(evidenceAt("GUZ", "2025-01-10T16:00:00Z"))
                .returns(LocalDate.parse("2025-01-11"), EvidenceView::receivedOn)
                .returns(false, EvidenceView::timely);
        assertThat(evidenceAt("TJT", "2025-01-10T16:00:00Z"))
                .returns(LocalDate.parse("2025-01-10"), EvidenceView::receivedOn)
                .returns(true, EvidenceView::timely);
    }

    @Test
    void W_06_two_reasons_are_two_findings_of_one_day() {
        var story = CaseScenario.applied("2024-02-14")
                .given("officer-a", refuse221g("BC", "Tax"))
                .given("intake", evidence("F1"))
                .given("officer-a", overcome("F1"))
                .thenState(ApplicationState.REFUSED);
        assertThat(story.finding("F1").refusedOn())
                .isEqualTo(story.finding("F2").refusedOn());
        assertThat(story.finding("F2").status()).isEqualTo(FindingStatus.ACTIVE);
    }

    @Test
    void W_07_a_substantive_finding_takes_the_place_of_221g() {
        var story = CaseScenario.applied("2024-02-14")
                .given("officer-a", refuse221g("BC"))
                .clock("2024-04-10T09:00")
                .given("officer-a", refuseIneligible("212(a)(4)"));
        assertThat(story.finding("F1").status()).isEqualTo(FindingStatus.SUPERSEDED);
        assertThat(story.finding("F2").feeWindowEnd()).isEqualTo(LocalDate.parse("2025-04-10"));
        assertThat(story.deadlines(DeadlineKind.TERM_B)).allMatch(it -> it.state() == STOPPED);
        story.clock("2025-04-14T09:00").thenNever(RegistrationTerminated.class);
    }

    @Test
    void W_08_what_is_missing_after_an_ineligibility_is_overcome_is_refused_anew() {
        var story = CaseScenario.applied("2024-02-14")
                .given("officer-a", refuseCurable("212(a)(4)"))
                .clock("2024-04-10T09:00")
                .given("intake", evidence("F1"))
                .given("officer-a", overcome("F1"))
                .thenState(ApplicationState.REOPENED)
                .clock("2024-04-11T09:00")
                .given("officer-a", refuse221g("BC"))
                .thenState(ApplicationState.REFUSED);
        assertThat(story.finding("F2").refusedOn()).isEqualTo(LocalDate.parse("2024-04-11"));
    }

    @Test
    void W_09_a_refusal_after_overcoming_has_clocks_of_its_own() {
        var story = CaseScenario.applied("2024-02-14")
                .given("officer-a", refuse221g("BC"))
                .clock("2024-04-10T09:00")
                .given("intake", evidence("F1"))
                .given("officer-a", overcome("F1"))
                .given("officer-a", refuse221g("PC"));
        assertThat(story.finding("F1").status()).isEqualTo(FindingStatus.OVERCOME);
        assertThat(story.finding("F2").feeWindowEnd()).isEqualTo(LocalDate.parse("2025-04-10"));
        assertThat(story.view().registration().terminateFrom()).isEqualTo(LocalDate.parse("2025-04-11"));
    }

    @Test
    void W_10_evidence_in_time_is_enough_however_late_the_decision() {
        CaseScenario.applied("2022-06-15")
                .given("officer-a", refuse221g("AOS"))
                .clock("2023-06-15T09:00")
                .given("intake", evidence("F1"))
                .clock("2024-09-05T09:00")
                .given("officer-a", overcome("F1"))
                .thenFee(FeeStatus.PAID)
                .given("officer-a", issue())
                .thenNever(RegistrationTerminated.class)
                .thenNever(FeeWindowClosed.class);
    }

    @Test
    void W_11_evidence_that_does_not_suffice_still_stops_the_termination() {
        var story = CaseScenario.applied("2022-06-15")
                .given("officer-a", refuse221g("AOS"))
                .clock("2023-06-15T09:00")
                .given("intake", evidence("F1"))
                .clock("2023-06-20T09:00")
                .given("officer-a", overcome("F1"))
                .given("officer-a", refuse221g("AOS"))
                .thenNever(RegistrationTerminated.class);
        assertThat(story.finding("F2").terminateFrom()).isEqualTo(LocalDate.parse("2024-06-21"));
    }

    @Test
    void W_13_a_reversal_after_day_30_is_accepted_and_the_review_stays_overdue() {
        var story = CaseScenario.applied("2024-07-01")
                .given("officer-a", refuseIneligible("212(a)(4)"))
                .clock("2024-08-02T09:00")
                .given("supervisor-a", discuss("R1", ProposedAction.REVERSE))
                .given("supervisor-a", reverse("R1"))
                .thenState(ApplicationState.REOPENED)
                .thenHappened(ReviewOverdue.class);
        assertThat(story.refusal("R1").review().overdueSince()).isEqualTo(LocalDate.parse("2024-08-01"));
    }

    @Test
    void W_14_an_opinion_after_a_year_terminates_nothing_and_leaves_the_fee_to_an_exception() {
        CaseScenario.applied("2022-06-15")
                .given("officer-a", refuse221g("SAO"))
                .given("officer-a", ask("F1"))
                .clock("2023-07-03T09:00")
                .given("visa-office", favourable("AO1", null))
                .thenNever(RegistrationTerminated.class)
                .thenFee(FeeStatus.LAPSED)
                .given("officer-a", processed("F1"))
                .when("officer-a", issue())
                .thenRejected(NEW_APPLICATION_AND_FEE_REQUIRED)
                .given("supervisor-a", feeException())
                .given("intake", applyUnpaid())
                .given("officer-a", issue());
    }

    @Test
    void W_15_on_day_365_on_day_366_and_after_the_termination() {
        refusedIn2022()
                .clock("2023-06-15T09:00")
                .given("intake", evidence("F1"))
                .given("officer-a", overcome("F1"));
        refusedIn2022()
                .clock("2023-06-16T09:00")
                .thenHappened(RegistrationTerminated.class)
                .thenFee(FeeStatus.LAPSED)
                .when("officer-a", overcome("F1"))
                .thenRejected(REGISTRATION_TERMINATED)
                .given("officer-a", reinstate())
                .given("intake", evidence("F1"));
    }

    @Test
    void W_18_refused_ten_minutes_before_midnight() {
        var story = CaseScenario.applied("2024-03-05").clock("2024-03-05T23:50").given("officer-a", refuse221g("BC"));
        assertThat(story.line(CaseEvent.VisaRefused.class).stamp().effectiveAt())
                .hasToString("2024-03-05T15:50:00Z");
        assertThat(story.finding("F1").refusedOn()).isEqualTo(LocalDate.parse("2024-03-05"));

        var west = CaseScenario.appliedAt("TJT", "2024-03-05")
                .clock("2024-03-05T23:50")
                .given("officer-a", refuse221g("BC"));
        assertThat(west.line(CaseEvent.VisaRefused.class).stamp().effectiveAt()).hasToString("2024-03-06T07:50:00Z");
        assertThat(west.finding("F1").refusedOn()).isEqualTo(LocalDate.parse("2024-03-05"));
    }

    @Test
    void W_19_a_day_that_begins_late_or_lacks_an_hour_is_a_day_like_others() {
        var story = CaseScenario.appliedAt("TJT", "2023-03-10").given("officer-a", refuse221g("BC"));
        thenDates(story, "2024-03-10", "2024-03-11", "2025-03-10");
        story.clock("2024-03-10T23:59:59").given("intake", evidence("F1"));
        assertThat(timely(story)).as("the last second of a day of 23 hours").isTrue();
    }

    @Test
    void W_20_day_30_on_a_Sunday_stays_on_the_Sunday() {
        CaseScenario.applied("2024-07-12")
                .given("officer-a", refuseIneligible("212(a)(4)"))
                .thenDeadline(DeadlineKind.REVIEW, "2024-08-11", "2024-08-12", RUNNING);
    }

    @Test
    void W_21_late_evidence_is_late_though_no_deadline_has_been_acted_on_yet() {
        var story = refusedIn2022();
        var late =
                story.context(TestActors.named("intake"), null, null).at(null, Instant.parse("2023-06-16T04:00:00Z"));
        story.decide(evidence("F1"), late).thenAccepted().thenNever(RegistrationTerminated.class);
        assertThat(timely(story)).isFalse();
    }

    @Test
    void W_22_a_refusal_entered_after_its_year_waits_for_the_next_act() {
        var story = CaseScenario.applied("2022-06-15")
                .clock("2024-01-10T09:00")
                .whenLate("officer-a", refuse221g("BC"), "2022-06-15T16:00", "found in a drawer")
                .thenAccepted();
        thenDates(story, "2023-06-15", "2023-06-16", "2024-06-15");
        assertThat(story.deadlines(DeadlineKind.TERM_B)).allMatch(it -> it.state() == SUSPENDED);
        story.clock("2024-01-11T09:00").thenNever(RegistrationTerminated.class);
        story.given("officer-a", note()).clock("2024-01-12T09:00").thenHappened(RegistrationTerminated.class);
    }

    private static CaseScenario refusedIn2022() {
        return CaseScenario.applied("2022-06-15").given("officer-a", refuse221g("BC"));
    }

    private static void thenDates(CaseScenario story, String feeWindowEnd, String terminateFrom, String reinstateBy) {
        var finding = story.finding("F1");
        assertThat(finding.feeWindowEnd()).isEqualTo(LocalDate.parse(feeWindowEnd));
        assertThat(finding.terminateFrom()).isEqualTo(LocalDate.parse(terminateFrom));
        assertThat(finding.reinstateBy()).isEqualTo(LocalDate.parse(reinstateBy));
    }

    private static EvidenceView evidenceAt(String post, String received) {
        return CaseScenario.appliedAt(post, "2024-01-10")
                .given("officer-a", refuse221g("SAO"))
                .clock(received)
                .given("intake", evidence("F1"))
                .finding("F1")
                .evidence()
                .getLast();
    }

    private static boolean timely(CaseScenario story) {
        return story.finding("F1").evidence().getLast().timely();
    }
}
