package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.EventByTime.NoticeOverdue;
import consular.cases.domain.law.Alarms;
import consular.cases.domain.law.Policy;
import consular.cases.domain.law.Rule;
import consular.cases.domain.refusals.NoticeInstruction;
import consular.cases.domain.refusals.NoticeState;
import consular.cases.domain.refusals.RefusalId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The alarm for a notice that was not given: on the third working day after the refusal, and once. */
class NoticeAlarmTest {

    @Test
    void the_alarm_goes_off_on_the_third_working_day_at_midnight() {
        // Friday; Monday, Tuesday, Wednesday
        var story = CaseScenario.applied("2024-03-01")
                .given("officer-a", refuse221g("BC"))
                .thenDeadline(DeadlineKind.NOTICE, "2024-03-01", "2024-03-06", DeadlineState.RUNNING)
                .clock("2024-03-05T23:59")
                .thenNever(NoticeOverdue.class)
                .clock("2024-03-06T08:00")
                .thenDeadline(DeadlineKind.NOTICE, "2024-03-01", "2024-03-06", DeadlineState.PASSED);
        var line = story.line(NoticeOverdue.class);
        assertThat(line.event()).isEqualTo(new NoticeOverdue(new RefusalId("R1"), LocalDate.parse("2024-03-01")));
        assertThat(line.stamp().effectiveAt()).isEqualTo(Instant.parse("2024-03-05T16:00:00Z"));
        assertThat(line.stamp().rules()).contains(Rule.NOTICE_OF_REFUSAL);
    }

    @Test
    void a_holiday_is_no_working_day_for_the_alarm() {
        CaseScenario.applied("2024-05-24")
                .given("officer-a", refuse221g("BC"))
                .thenDeadline(DeadlineKind.NOTICE, "2024-05-24", "2024-05-30", DeadlineState.RUNNING);
    }

    @Test
    void the_alarm_goes_off_once_and_stays_a_fact_when_the_notice_comes_late() {
        var story = refused()
                .clock("2024-03-11T09:00")
                .clock("2024-03-12T09:00")
                .given("officer-a", tell("R1"))
                .given("officer-a", write("R1"))
                .thenDeadline(DeadlineKind.NOTICE, "2024-03-05", "2024-03-08", DeadlineState.PASSED);
        assertThat(story.all(NoticeOverdue.class)).hasSize(1);
        assertThat(state(story)).isEqualTo(NoticeState.NOTIFIED);
    }

    @Test
    void once_notified_no_alarm_goes_off() {
        refused()
                .given("officer-a", tell("R1"))
                .given("officer-a", write("R1"))
                .thenDeadline(DeadlineKind.NOTICE, "2024-03-05", "2024-03-08", DeadlineState.MET)
                .clock("2024-03-20T09:00")
                .thenNever(NoticeOverdue.class);
    }

    @Test
    void half_a_notice_does_not_keep_the_alarm_from_going_off() {
        refused().given("officer-a", tell("R1")).clock("2024-03-08T09:00").thenHappened(NoticeOverdue.class);
    }

    @ParameterizedTest
    @EnumSource
    void no_alarm_goes_off_once_the_department_has_instructed(NoticeInstruction instruction) {
        ineligible()
                .given("visa-office", instruct("R1", instruction))
                .thenDeadline(DeadlineKind.NOTICE, "2024-03-05", "2024-03-08", DeadlineState.MET)
                .clock("2024-03-20T09:00")
                .thenNever(NoticeOverdue.class);
    }

    @Test
    void a_refusal_entered_after_its_alarm_waits_for_the_next_act_of_a_person() {
        var story = CaseScenario.applied("2024-03-05").clock("2024-03-20T09:00");
        story.whenLate("officer-a", refuse221g("BC"), "2024-03-05T10:00", "the line was down")
                .thenAccepted()
                .thenDeadline(DeadlineKind.NOTICE, "2024-03-05", "2024-03-08", DeadlineState.SUSPENDED)
                .clock("2024-03-21T09:00")
                .thenNever(NoticeOverdue.class)
                .given("officer-a", note())
                .clock("2024-03-22T09:00")
                .thenHappened(NoticeOverdue.class);
    }

    @Test
    void a_refusal_entered_late_but_before_its_alarm_keeps_the_alarm() {
        CaseScenario.applied("2024-03-05")
                .clock("2024-03-07T09:00")
                .whenLate("officer-a", refuse221g("BC"), "2024-03-05T10:00", "the line was down")
                .thenDeadline(DeadlineKind.NOTICE, "2024-03-05", "2024-03-08", DeadlineState.RUNNING);
    }

    /** Refused on a Tuesday: the third working day of Manila is Friday, that of Riyadh, closed on Fridays, Sunday. */
    @Test
    void the_alarm_keeps_its_day_when_the_case_is_sent_to_a_post_with_another_week() {
        refused()
                .given("officer-a", transfer("TJT"))
                .given("officer-a", transfer("RID"))
                .thenDeadline(DeadlineKind.NOTICE, "2024-03-05", "2024-03-08", DeadlineState.RUNNING)
                .clock("2024-03-07T15:59:59Z")
                .thenNever(NoticeOverdue.class)
                .clock("2024-03-07T16:00:00Z")
                .thenHappened(NoticeOverdue.class);
        refusedAtRiyadh()
                .given("officer-a", transfer("MNL"))
                .thenDeadline(DeadlineKind.NOTICE, "2024-03-05", "2024-03-10", DeadlineState.RUNNING);
    }

    /** Told on Friday: too late for Manila. */
    @Test
    void a_notice_that_was_given_in_time_stays_so_wherever_the_case_is_sent() {
        refusedAtRiyadh()
                .clock("2024-03-08T09:00")
                .given("officer-a", tell("R1"))
                .given("officer-a", write("R1"))
                .given("officer-a", transfer("MNL"))
                .thenDeadline(DeadlineKind.NOTICE, "2024-03-05", "2024-03-10", DeadlineState.MET);
    }

    /** Told on Thursday, the day before the alarm, and entered on Monday. */
    @Test
    void a_notice_that_was_given_in_time_is_in_time_though_it_is_entered_after_the_alarm() {
        var story = refused().clock("2024-03-11T09:00").thenHappened(NoticeOverdue.class);
        story.whenLate("officer-a", tell("R1"), "2024-03-07T10:00", "the line was down");
        story.whenLate("officer-a", write("R1"), "2024-03-07T10:00", "the line was down")
                .thenDeadline(DeadlineKind.NOTICE, "2024-03-05", "2024-03-08", DeadlineState.MET);
    }

    /** The service is set to another number of days after the case was sent. */
    @Test
    void nor_is_what_was_reckoned_there_reckoned_anew() {
        CaseScenario.applied("2024-03-05")
                .given("officer-a", refuse221g("BC"))
                .given("officer-a", transfer("TJT"))
                .under(Policy.RECOMMENDED.with(new Alarms(9, List.of(30), 3)))
                .thenDeadline(DeadlineKind.NOTICE, "2024-03-05", "2024-03-08", DeadlineState.RUNNING)
                .atTheClock("2024-03-08T12:00Z")
                .given("officer-a", tell("R1"))
                .thenEvents(NoticeOverdue.class, CaseEvent.OralNoticeGiven.class);
    }

    private static CaseScenario refusedAtRiyadh() {
        return CaseScenario.appliedAt("RID", "2024-03-05")
                .given("officer-a", refuse221g("BC"))
                .thenDeadline(DeadlineKind.NOTICE, "2024-03-05", "2024-03-10", DeadlineState.RUNNING);
    }

    private static CaseScenario refused() {
        return CaseScenario.applied("2024-03-05").given("officer-a", refuse221g("BC"));
    }

    private static CaseScenario ineligible() {
        return CaseScenario.applied("2024-03-05").given("officer-a", refuseIneligible("212(a)(3)(B)"));
    }

    private static NoticeState state(CaseScenario story) {
        return story.refusal("R1").notice().state();
    }
}
