package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineKind.*;
import static consular.cases.domain.DeadlineState.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.EventByTime.NoticeOverdue;
import consular.cases.domain.EventByTime.RegistrationTerminated;
import consular.cases.domain.EventByTime.ReviewOverdue;
import consular.cases.domain.EventByTime.TerminationWarningSent;
import consular.cases.domain.law.Alarms;
import consular.cases.domain.law.FiscalYear;
import consular.cases.domain.law.LeapDay;
import consular.cases.domain.law.Policy;
import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.law.ReviewLimits;
import consular.cases.domain.law.Rule;
import consular.cases.domain.law.YearEnd;
import consular.cases.domain.posts.CalendarDay;
import consular.cases.domain.posts.HostHolidays;
import consular.cases.domain.posts.Post;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** How the service reads what the law leaves open about days, and each other reading that can be chosen. */
class OpenQuestionsOfTimeTest {
    private static CaseScenario refusedOn(String day, Policy policy) {
        return CaseScenario.at("MNL")
                .under(policy)
                .clock(day + "T09:00")
                .given("intake", register("MNL"))
                .given("intake", apply())
                .given("officer-a", refuse221g("BC"));
    }

    private static Policy alarms(int notice, int warning) {
        return Policy.RECOMMENDED.with(new Alarms(notice, warning, 60));
    }

    @Test
    void Q_01_a_year_that_began_on_29_february_ends_on_the_28th() {
        assertThat(refusedOn("2024-02-29", Policy.RECOMMENDED).finding("F1").feeWindowEnd())
                .isEqualTo("2025-02-28");
    }

    @Test
    void Q_01_by_choice_it_ends_on_1_march() {
        var policy = Policy.RECOMMENDED.with(new YearEnd(LeapDay.MAR_1, false));
        assertThat(refusedOn("2024-02-29", policy).finding("F1").feeWindowEnd()).isEqualTo("2025-03-01");
        assertThat(refusedOn("2023-02-28", policy).finding("F1").feeWindowEnd()).isEqualTo("2024-02-28");
    }

    @Test
    void Q_02_the_anniversary_is_in_time_to_its_end_at_the_post() {
        refusedOn("2022-06-15", Policy.RECOMMENDED)
                .clock("2023-06-15T23:59")
                .given("intake", evidence("F1"))
                .clock("2023-07-03T09:00")
                .thenNever(RegistrationTerminated.class)
                .thenFee(FeeStatus.COVERED);
        refusedOn("2022-06-15", Policy.RECOMMENDED)
                .clock("2023-06-16T00:00")
                .thenHappened(RegistrationTerminated.class)
                .thenFee(FeeStatus.LAPSED);
    }

    /** Thirty days from 5 June end on 5 July, and from 21 June on Sunday, 21 July. */
    @Test
    void Q_12_thirty_days_are_calendar_days_and_end_on_a_sunday_too() {
        CaseScenario.applied("2024-06-21")
                .given("officer-a", refuseIneligible("212(a)(4)"))
                .thenDeadline(REVIEW, "2024-07-21", "2024-07-22", RUNNING)
                .clock("2024-07-22T00:00")
                .thenHappened(ReviewOverdue.class);
    }

    @Test
    void Q_12_by_choice_the_number_is_another_and_the_reason_says_so() {
        var story = CaseScenario.at("MNL")
                .under(Policy.RECOMMENDED.with(new ReviewLimits(14, null)))
                .clock("2024-06-21T09:00")
                .given("intake", register("MNL"))
                .given("intake", apply())
                .given("officer-a", refuseIneligible("212(a)(4)"))
                .thenDeadline(REVIEW, "2024-07-05", "2024-07-06", RUNNING);
        assertThat(story.deadlines(REVIEW).getFirst().because())
                .extracting(Deadline.Because::text)
                .anyMatch(text -> text.startsWith("14 calendar days"));
    }

    @Test
    void Q_18_a_year_that_ends_on_a_saturday_ends_on_it() {
        refusedOn("2024-03-08", Policy.RECOMMENDED).thenDeadline(FEE_WINDOW, "2025-03-08", "2025-03-09", RUNNING);
    }

    @Test
    void Q_18_by_choice_it_ends_on_the_next_working_day() {
        refusedOn("2024-03-08", Policy.RECOMMENDED.with(new YearEnd(LeapDay.FEB_28, true)))
                .thenDeadline(FEE_WINDOW, "2025-03-10", "2025-03-11", RUNNING)
                .thenDeadline(TERM_B, "2025-03-10", "2025-03-11", RUNNING);
    }

    @Test
    void Q_19_nobody_applies_on_a_closed_day_unless_the_calendar_opens_it() {
        var saturday = CaseScenario.registered("2024-03-09")
                .when("intake", apply())
                .thenRejected(RejectionCode.NOT_A_WORKING_DAY);
        var opened = saturday.context(TestActors.named("intake"), null, null);
        saturday.decide(
                        apply(),
                        new CommandContext(
                                opened.caseId(),
                                opened.actor(),
                                openOn("2024-03-09"),
                                null,
                                opened.recordedAt(),
                                null,
                                null,
                                false))
                .thenAccepted();
        assertThat(saturday.applicant().decisionDue()).isEqualTo("2024-03-09");
    }

    private static Post openOn(String day) {
        var manila = TestPosts.named("MNL");
        return new Post(
                manila.code(),
                manila.city(),
                manila.country(),
                manila.zone(),
                false,
                manila.reviewMode(),
                false,
                HostHolidays.UNKNOWN,
                date -> date.equals(LocalDate.parse(day))
                        ? new CalendarDay(date, true, "special opening")
                        : manila.calendar().day(date));
    }

    @Test
    void Q_30_notice_is_timely_that_day_and_the_alarm_is_on_the_third_working_day() {
        refusedOn("2024-03-07", Policy.RECOMMENDED)
                .thenDeadline(NOTICE, "2024-03-07", "2024-03-12", RUNNING)
                .clock("2024-03-11T23:59")
                .thenNever(NoticeOverdue.class)
                .clock("2024-03-12T00:00")
                .thenHappened(NoticeOverdue.class);
    }

    @Test
    void Q_30_by_choice_the_alarm_is_on_another_day_and_moves_for_what_has_not_gone_off() {
        refusedOn("2024-03-07", alarms(5, 30))
                .thenDeadline(NOTICE, "2024-03-07", "2024-03-14", RUNNING)
                .under(alarms(1, 30))
                .thenDeadline(NOTICE, "2024-03-07", "2024-03-08", RUNNING)
                .clock("2024-03-08T00:00")
                .thenHappened(NoticeOverdue.class);
    }

    /** A Thursday; two working days later it is Monday, and three more make Thursday. */
    @Test
    void Q_30_by_choice_notice_is_due_some_working_days_later_and_the_alarm_follows() {
        var story = refusedOn("2024-03-07", Policy.RECOMMENDED.noticeDueAfter(2))
                .thenDeadline(NOTICE, "2024-03-11", "2024-03-14", RUNNING);
        assertThat(story.refusal("R1").notice().dueOn()).isEqualTo("2024-03-11");
        assertThat(story.deadlines(NOTICE).getFirst().because())
                .extracting(Deadline.Because::text)
                .contains("timely notice: by the target that was set, in working days");
        story.clock("2024-03-13T23:59")
                .thenNever(NoticeOverdue.class)
                .clock("2024-03-14T00:00")
                .thenHappened(NoticeOverdue.class);
    }

    @Test
    void Q_30_what_a_refusal_has_recorded_as_its_target_stays_when_the_choice_changes() {
        refusedOn("2024-03-07", Policy.RECOMMENDED)
                .under(Policy.RECOMMENDED.noticeDueAfter(2))
                .thenDeadline(NOTICE, "2024-03-07", "2024-03-12", RUNNING);
    }

    /** No question of the sheet, but a number that no text gives: R-TRM-13. */
    @Test
    void by_choice_the_warning_of_termination_goes_out_earlier_and_says_so() {
        var story = refusedOn("2022-06-15", alarms(3, 60))
                .thenDeadline(TERM_WARNING, "2023-04-15", "2023-04-16", RUNNING)
                .clock("2023-04-16T00:00")
                .thenHappened(TerminationWarningSent.class)
                .thenRegistration(RegistrationState.WARNED);
        assertThat(story.deadlines(TERM_WARNING).getFirst().because())
                .filteredOn(because -> because.rule() == Rule.WARNING_BEFORE_TERMINATION)
                .extracting(Deadline.Because::text)
                .containsExactly("a warning goes out 60 days before the last day in time");
    }

    /** At noon of 30 September in Washington it is 1 October in Manila. */
    @Test
    void Q_32_the_fiscal_year_is_that_of_the_day_at_the_post() {
        var story = CaseScenario.at("MNL")
                .clock("2024-09-30T16:30Z")
                .given("intake", register("MNL"))
                .given("intake", apply())
                .given("officer-a", refuse221g("BC"));
        var refusedOn = LocalDate.parse(story.finding("F1").refusedOn().toString());
        assertThat(refusedOn).isEqualTo("2024-10-01");
        assertThat(FiscalYear.of(refusedOn)).isEqualTo(2025);
    }
}
