package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineKind.*;
import static consular.cases.domain.DeadlineState.*;
import static consular.cases.domain.law.RejectionCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.EventByTime.RegistrationTerminated;
import consular.cases.domain.EventByTime.ReinstatementWindowClosed;
import consular.cases.domain.law.Policy;
import consular.cases.domain.law.RegistrationClocks;
import consular.cases.domain.law.RegistrationClocks.Retrogression;
import consular.cases.domain.notices.FixedSentence;
import consular.cases.domain.refusals.FindingKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the service reads what the law leaves open about the year and what ends it, and each reading that can be chosen. */
class OpenQuestionsOfTheYearTest {
    private static final Policy PAUSE = Policy.RECOMMENDED.with(new RegistrationClocks(Retrogression.PAUSE, false));
    private static final Policy FEE_YEAR_ANEW =
            Policy.RECOMMENDED.with(new RegistrationClocks(Retrogression.RESTART, true));

    /** The notice of 2022 was followed by an interview that was missed: the regulation counts from the later day. */
    @Test
    void Q_03_a_registration_is_reinstated_until_the_later_of_both_days() {
        var story = CaseScenario.registered("2022-06-15")
                .given("intake", notifyAvailability("2022-06-15"))
                .clock("2022-09-01T09:00")
                .given("officer-a", missedInterview("2022-09-01"))
                .clock("2023-09-04T09:00")
                .thenHappened(RegistrationTerminated.class);
        assertThat(story.view().registration().statutoryReinstateBy()).isEqualTo("2024-06-15");
        assertThat(story.view().registration().reinstateBy()).isEqualTo("2024-09-01");
        story.clock("2024-09-01T12:00").given("officer-a", reinstate());
    }

    @Test
    void Q_04_a_reinstatement_begins_the_year_anew_and_leaves_the_fee_window() {
        var story = terminatedIn2023(Policy.RECOMMENDED)
                .clock("2024-03-04T09:00")
                .given("officer-a", reinstate())
                .thenDeadline(TERM_B, "2025-03-04", "2025-03-05", RUNNING)
                .thenFee(FeeStatus.LAPSED);
        assertThat(story.finding("F1").feeWindowEnd()).isEqualTo("2023-06-15");
    }

    @Test
    void Q_04_by_choice_it_begins_the_fee_window_anew_too() {
        var story = terminatedIn2023(FEE_YEAR_ANEW)
                .clock("2024-03-04T09:00")
                .given("officer-a", reinstate())
                .thenDeadline(TERM_B, "2025-03-04", "2025-03-05", RUNNING)
                .thenDeadline(FEE_WINDOW, "2025-03-04", "2025-03-05", RUNNING)
                .thenFee(FeeStatus.OPEN);
        assertThat(story.finding("F1").feeWindowEnd()).isEqualTo("2025-03-04");
        assertThat(story.deadlines(DOCUMENT_RETURN))
                .singleElement()
                .satisfies(it -> assertThat(it.due()).isEqualTo("2023-06-15"));
        story.clock("2025-03-04T12:00")
                .given("intake", evidence("F1"))
                .thenFee(FeeStatus.COVERED)
                .given("officer-a", overcome("F1"))
                .given("officer-a", issue());
    }

    @Test
    void Q_04_by_choice_the_fee_window_that_began_anew_closes_in_its_turn() {
        terminatedIn2023(FEE_YEAR_ANEW)
                .clock("2024-03-04T09:00")
                .given("officer-a", reinstate())
                .clock("2025-03-05T09:00")
                .thenFee(FeeStatus.LAPSED);
    }

    private static CaseScenario terminatedIn2023(Policy policy) {
        return CaseScenario.applied("2022-06-15")
                .under(policy)
                .given("officer-a", refuse221g("BC"))
                .clock("2023-06-16T09:00")
                .thenRegistration(RegistrationState.TERMINATED);
    }

    @Test
    void Q_05_no_year_runs_while_the_post_processes() {
        var story = CaseScenario.applied("2022-06-15").given("officer-a", refuse221g("SAO"));
        assertThat(story.finding("F1").kind()).isEqualTo(FindingKind.ADMIN_PROCESSING);
        assertThat(story.finding("F1").terminateFrom()).isNull();
        story.clock("2024-06-17T09:00").thenNever(RegistrationTerminated.class);
    }

    @Test
    void Q_06_a_year_that_only_the_opinion_took_still_asks_for_an_application_and_a_fee_or_an_exception() {
        var story = CaseScenario.applied("2022-06-15")
                .given("officer-a", refuse221g("SAO"))
                .given("officer-a", ask("F1"))
                .clock("2023-07-03T09:00")
                .given("visa-office", favourable("AO1", null))
                .given("officer-a", processed("F1"))
                .when("officer-a", issue())
                .thenRejected(NEW_APPLICATION_AND_FEE_REQUIRED)
                .when("intake", applyUnpaid())
                .thenRejected(FEE_UNPAID)
                .when("supervisor-a", refund())
                .thenRejected(REFUND_NOT_DUE)
                .given("supervisor-a", feeException())
                .when("officer-a", issue())
                .thenRejected(NEW_APPLICATION_AND_FEE_REQUIRED);
        story.given("intake", applyUnpaid()).given("officer-a", issue());
    }

    @Test
    void Q_07_who_waits_for_the_family_is_refused_under_other_and_no_year_runs() {
        var story = Families.applied("2024-03-05").given("officer-a", refuse221g("BC"));
        var follower =
                Families.member(story, A2).refusals().getFirst().findings().getFirst();
        assertThat(follower.annotation()).isEqualTo("Other");
        assertThat(follower.kind()).isEqualTo(FindingKind.FOLLOWS_FAMILY);
        assertThat(follower.terminateFrom()).isNull();
    }

    @Test
    void Q_15_evidence_on_one_of_two_reasons_stops_the_termination() {
        CaseScenario.applied("2022-06-15")
                .given("officer-a", refuse221g("BC", "Tax"))
                .clock("2023-06-15T09:00")
                .given("intake", evidence("F1"))
                .clock("2023-07-03T09:00")
                .thenNever(RegistrationTerminated.class);
    }

    @Test
    void Q_16_after_retrogression_the_year_restarts_at_the_next_notice() {
        retrogressed(Policy.RECOMMENDED)
                .given("intake", restore("2025-07-01"))
                .thenDeadline(TERM_A, "2025-06-21", "2025-06-23", STOPPED)
                .given("intake", notifyAvailability("2025-07-01"))
                .thenDeadline(TERM_A, "2026-07-01", "2026-07-02", RUNNING);
    }

    /** From 21 June to 1 September 2024 72 days have gone; the other 293 run from 1 July 2025. */
    @Test
    void Q_16_by_choice_what_was_left_of_the_year_runs_on_when_visas_are_available_again() {
        var story = retrogressed(PAUSE)
                .given("intake", restore("2025-07-01"))
                .thenDeadline(TERM_A, "2026-04-20", "2026-04-21", RUNNING);
        assertThat(story.view().registration().reinstateBy()).isEqualTo("2027-04-20");
        assertThat(story.view().registration().statutoryReinstateBy()).isEqualTo("2026-06-21");
        story.clock("2026-04-21T09:00").thenHappened(RegistrationTerminated.class);
    }

    @Test
    void Q_16_by_choice_a_year_that_nothing_had_stopped_goes_on_as_it_was() {
        CaseScenario.registered("2024-06-21")
                .under(PAUSE)
                .given("intake", notifyAvailability("2024-06-21"))
                .clock("2024-09-02T09:00")
                .given("intake", restore("2024-09-02"))
                .thenDeadline(TERM_A, "2025-06-21", "2025-06-23", RUNNING);
    }

    /** Corrected to a day seventeen days earlier, it leaves seventeen days more of the year. */
    @Test
    void Q_16_by_choice_the_year_stood_since_the_earliest_day_that_was_recorded() {
        retrogressed(PAUSE)
                .given("intake", retrogress("2024-08-15"))
                .given("intake", restore("2025-07-01"))
                .thenDeadline(TERM_A, "2026-05-07", "2026-05-08", RUNNING);
    }

    /** The correction came after visas were available again: the pause ends on the same day, and begins on the right one. */
    @Test
    void Q_16_by_choice_a_pause_that_had_ended_is_put_right_and_no_day_counted_twice() {
        retrogressed(PAUSE)
                .given("intake", restore("2025-07-01"))
                .given("intake", retrogress("2024-08-15"))
                .thenDeadline(TERM_A, "2026-05-07", "2026-05-08", RUNNING)
                .given("intake", restore("2025-07-01"))
                .thenDeadline(TERM_A, "2026-05-07", "2026-05-08", RUNNING);
    }

    /** What was restored ends the first pause, and the second stands. */
    @Test
    void Q_16_by_choice_a_year_that_runs_on_is_stopped_by_the_retrogression_that_came_after() {
        for (var corrected : List.of(false, true)) {
            var story = CaseScenario.registered("2024-07-01")
                    .under(PAUSE)
                    .given("intake", notifyAvailability("2024-07-01"));
            story.clock("2024-11-05T09:00").given("intake", retrogress("2024-09-01"));
            if (corrected) {
                story.given("intake", restore("2024-10-01"))
                        .given("intake", retrogress("2024-11-01"))
                        .given("intake", retrogress("2024-08-15"));
            } else {
                story.given("intake", retrogress("2024-11-01"));
            }
            story.given("intake", restore("2024-10-01"));
            assertThat(story.deadlines(TERM_A)).singleElement().returns(STOPPED, Deadline::state);
        }
    }

    @Test
    void Q_16_by_choice_what_was_restored_before_it_went_does_not_bring_it_back() {
        retrogressed(PAUSE)
                .given("intake", restore("2024-08-15"))
                .thenDeadline(TERM_A, "2025-06-21", "2025-06-23", STOPPED)
                .given("intake", restore("2025-07-01"))
                .thenDeadline(TERM_A, "2026-04-20", "2026-04-21", RUNNING);
    }

    /** Retrogression came when the year was over, a Saturday, and ended before the interview of the day that was left. */
    @Test
    void Q_16_by_choice_the_year_of_a_missed_interview_is_not_stopped_by_what_was_over_before() {
        CaseScenario.registered("2024-06-21")
                .under(PAUSE)
                .given("intake", notifyAvailability("2024-06-21"))
                .clock("2025-06-22T09:00")
                .given("intake", retrogress("2025-06-22"))
                .given("intake", restore("2025-06-22"))
                .given("officer-a", missedInterview("2025-06-20"))
                .thenDeadline(TERM_A, "2026-06-20", "2026-06-22", RUNNING);
    }

    /** The year that stood is that of the missed interview of 2 June: the pause before it is no part of it. */
    @Test
    void Q_16_by_choice_a_year_that_began_while_visas_were_unavailable_stood_only_since_then() {
        var story = CaseScenario.registered("2025-01-06")
                .under(PAUSE)
                .given("intake", notifyAvailability("2025-01-06"))
                .clock("2025-05-01T09:00")
                .given("intake", retrogress("2025-05-01"))
                .clock("2025-06-02T09:00")
                .given("officer-a", missedInterview("2025-06-02"))
                .clock("2025-09-01T09:00")
                .given("intake", restore("2025-09-01"))
                .thenDeadline(TERM_A, "2026-09-01", "2026-09-02", RUNNING);
        assertThat(story.view().registration().reinstateBy()).isEqualTo("2027-09-01");
    }

    private static CaseScenario retrogressed(Policy policy) {
        return CaseScenario.registered("2024-06-21")
                .under(policy)
                .given("intake", notifyAvailability("2024-06-21"))
                .clock("2024-09-02T09:00")
                .given("intake", retrogress("2024-09-01"))
                .clock("2025-07-01T09:00")
                .thenNever(RegistrationTerminated.class);
    }

    @Test
    void Q_17_each_refusal_has_its_window_and_the_fee_lapses_with_the_last() {
        var story = CaseScenario.applied("2022-06-15")
                .given("officer-a", refuse221g("SAO"))
                .clock("2022-12-15T09:00")
                .given("officer-a", refuse221g("BC"));
        assertThat(story.finding("F1").feeWindowEnd()).isEqualTo("2023-06-15");
        assertThat(story.finding("F2").feeWindowEnd()).isEqualTo("2023-12-15");
        story.clock("2023-06-16T09:00").thenFee(FeeStatus.OPEN);
    }

    @Test
    void Q_21_the_sentence_stays_and_the_case_is_final_only_after_the_window() {
        assertThat(FixedSentence.TERMINATION_OF_THE_PETITION.text()).contains("permanently terminated");
        terminatedIn2023(Policy.RECOMMENDED)
                .clock("2024-06-15T23:59")
                .thenRegistration(RegistrationState.TERMINATED)
                .clock("2024-06-16T00:00")
                .thenHappened(ReinstatementWindowClosed.class)
                .thenRegistration(RegistrationState.FINAL);
    }
}
