package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineKind.MEDICAL_DEFERRAL;
import static consular.cases.domain.DeadlineKind.TERM_B;
import static consular.cases.domain.DeadlineState.MET;
import static consular.cases.domain.DeadlineState.PASSED;
import static consular.cases.domain.DeadlineState.RUNNING;
import static consular.cases.domain.DeadlineState.STOPPED;
import static consular.cases.domain.DeadlineState.SUSPENDED;
import static consular.cases.domain.Families.A3;
import static consular.cases.domain.Families.defer;
import static consular.cases.domain.Families.result;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.EventByTime.MedicalDeferralEnded;
import consular.cases.domain.EventByTime.RegistrationTerminated;
import consular.cases.domain.law.Rule;
import consular.cases.domain.refusals.FindingId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The officer sees that a medical deferral has ended (R-AO-05). */
class EndOfMedicalDeferralTest {
    private final CaseScenario deferred = CaseScenario.applied("2022-06-15")
            .given("officer-a", refuse221g("Med"))
            .given("officer-a", defer(A1, "F1", "2022-09-03"));

    /** Its last day is a Saturday, and on Sunday it is over. */
    @Test
    void is_recorded_once_at_the_first_instant_of_the_day_after_its_last_at_the_post_that_refused() {
        deferred.thenDeadline(MEDICAL_DEFERRAL, "2022-09-03", "2022-09-04", RUNNING)
                .clock("2022-09-03T23:59")
                .thenNever(MedicalDeferralEnded.class)
                .clock("2022-09-04T00:00")
                .thenDeadline(MEDICAL_DEFERRAL, "2022-09-03", "2022-09-04", PASSED)
                .clock("2022-12-01T09:00");
        assertThat(deferred.all(MedicalDeferralEnded.class))
                .containsExactly(new MedicalDeferralEnded(A1, new FindingId("F1"), LocalDate.of(2022, 9, 3)));
        assertThat(deferred.line(MedicalDeferralEnded.class).stamp())
                .satisfies(it -> assertThat(it.rules()).containsExactly(Rule.MEDICAL_DEFERRAL_NEEDS_A_REFUSAL))
                .satisfies(it -> assertThat(it.effectiveAt()).isEqualTo("2022-09-03T16:00:00Z"));
    }

    @Test
    void follows_another_last_day_be_it_later_or_earlier_and_comes_again_after_another_deferral() {
        deferred.given("officer-a", defer(A1, "F1", "2022-12-15"))
                .thenDeadline(MEDICAL_DEFERRAL, "2022-12-15", "2022-12-16", RUNNING)
                .given("officer-a", defer(A1, "F1", "2022-08-15"))
                .clock("2022-08-16T09:00")
                .thenHappened(MedicalDeferralEnded.class)
                .given("officer-a", defer(A1, "F1", "2022-08-31"))
                .thenDeadline(MEDICAL_DEFERRAL, "2022-08-31", "2022-09-01", RUNNING)
                .clock("2023-01-02T09:00");
        assertThat(deferred.all(MedicalDeferralEnded.class))
                .extracting(MedicalDeferralEnded::until)
                .containsExactly(LocalDate.of(2022, 8, 15), LocalDate.of(2022, 8, 31));
    }

    @ParameterizedTest
    @EnumSource
    void a_result_comes_before_it_whatever_it_shows(MedicalResult shown) {
        deferred.clock("2022-08-01T09:00")
                .given("officer-a", result(A1, shown))
                .thenDeadline(MEDICAL_DEFERRAL, "2022-09-03", "2022-09-04", MET)
                .clock("2022-10-01T09:00")
                .thenNever(MedicalDeferralEnded.class);
    }

    @Test
    void is_nothing_to_tell_once_the_finding_stands_no_more_or_the_applicant_has_withdrawn() {
        for (var end : List.<CaseCommand>of(reverseOwn("R1"), refuseIneligible("212(a)(4)"), withdraw())) {
            var story = CaseScenario.applied("2022-06-15")
                    .given("officer-a", refuse221g("Med"))
                    .given("officer-a", defer(A1, "F1", "2022-09-03"));
            story.clock("2022-08-01T09:00")
                    .given("officer-a", end)
                    .thenDeadline(MEDICAL_DEFERRAL, "2022-09-03", "2022-09-04", STOPPED)
                    .clock("2022-10-01T09:00")
                    .thenNever(MedicalDeferralEnded.class);
        }
        deferred.clock("2022-08-01T09:00")
                .given("intake", evidence("F1"))
                .thenDeadline(MEDICAL_DEFERRAL, "2022-09-03", "2022-09-04", RUNNING)
                .given("officer-a", overcome("F1"))
                .thenDeadline(MEDICAL_DEFERRAL, "2022-09-03", "2022-09-04", STOPPED)
                .given("officer-a", issue())
                .clock("2022-10-01T09:00")
                .thenNever(MedicalDeferralEnded.class);
    }

    /** The child is deferred beyond the year in which the principal had to act. */
    @Test
    void is_not_told_while_the_registration_is_terminated_and_after_it_only_what_ends_later() {
        for (var until : List.of("2023-07-31", "2024-01-31")) {
            var family = Families.applied("2022-06-15")
                    .given("officer-a", refuse221g(A3, "Med"))
                    .given("officer-a", refuse221g("BC"))
                    .given("officer-a", defer(A3, "F1", until))
                    .clock("2023-06-16T09:00")
                    .thenHappened(RegistrationTerminated.class);
            assertThat(family.deadlines(MEDICAL_DEFERRAL)).singleElement().returns(STOPPED, Deadline::state);
            family.clock("2023-09-01T09:00")
                    .thenNever(MedicalDeferralEnded.class)
                    .given("officer-a", reinstate())
                    .clock("2024-02-01T09:00");
            assertThat(family.all(MedicalDeferralEnded.class)).hasSize(until.startsWith("2024") ? 1 : 0);
        }
    }

    @Test
    void on_the_day_on_which_the_registration_ends_it_is_told_first() {
        var story = CaseScenario.applied("2022-06-15")
                .given("officer-a", refuse221g("Med"))
                .given("officer-a", defer(A1, "F1", "2023-08-31"))
                .clock("2023-09-01T09:00");
        assertThat(story.line(MedicalDeferralEnded.class).stamp().sequence())
                .isLessThan(story.line(RegistrationTerminated.class).stamp().sequence());
    }

    /** The officer enters in October what was done in June. */
    @Test
    void entered_late_it_waits_for_the_next_act_and_is_told_under_its_own_day() {
        var late = CaseScenario.applied("2022-06-15").given("officer-a", refuse221g("Med"));
        late.clock("2022-10-03T09:00")
                .whenLate("officer-a", defer(A1, "F1", "2022-09-03"), "2022-06-16T09:00", "the line was down")
                .thenDeadline(MEDICAL_DEFERRAL, "2022-09-03", "2022-09-04", SUSPENDED)
                .clock("2022-10-04T09:00")
                .thenNever(MedicalDeferralEnded.class)
                .given("officer-a", note())
                .clock("2022-10-05T09:00")
                .thenDeadline(MEDICAL_DEFERRAL, "2022-09-03", "2022-09-04", PASSED);
    }

    /** The clerk enters on Tuesday what came on Friday; that the alarm went off on Sunday stays on record. */
    @ParameterizedTest
    @EnumSource
    void a_result_of_its_last_day_or_before_meets_it_though_it_is_entered_after_its_end(MedicalResult shown) {
        deferred.clock("2022-09-06T09:00")
                .thenDeadline(MEDICAL_DEFERRAL, "2022-09-03", "2022-09-04", PASSED)
                .whenLate("officer-a", result(A1, shown), "2022-09-03T09:00", "the line was down")
                .thenAccepted()
                .thenDeadline(MEDICAL_DEFERRAL, "2022-09-03", "2022-09-04", MET);
        assertThat(deferred.all(MedicalDeferralEnded.class)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_result_after_its_last_day_does_not_meet_it(MedicalResult shown) {
        deferred.clock("2022-09-04T09:00")
                .given("officer-a", result(A1, shown))
                .thenDeadline(MEDICAL_DEFERRAL, "2022-09-03", "2022-09-04", PASSED);
    }

    @Test
    void a_finding_that_stood_no_more_by_its_last_day_stops_it_though_that_is_entered_after_its_end() {
        for (var end : List.of(overcome("F1"), reverseOwn("R1"))) {
            for (var on : List.of("2022-09-03", "2022-09-04")) {
                var story = CaseScenario.applied("2022-06-15")
                        .given("officer-a", refuse221g("Med"))
                        .given("officer-a", defer(A1, "F1", "2022-09-03"))
                        .given("intake", evidence("F1"));
                story.clock("2022-09-06T09:00")
                        .whenLate("officer-a", end, on + "T09:00", "the line was down")
                        .thenAccepted()
                        .thenDeadline(
                                MEDICAL_DEFERRAL,
                                "2022-09-03",
                                "2022-09-04",
                                on.equals("2022-09-03") ? STOPPED : PASSED);
            }
        }
    }

    /** As if both had been entered in time. */
    @Test
    void entered_late_before_a_result_that_came_late_it_has_ended_all_the_same() {
        for (var came : List.of("2022-09-03", "2022-09-20")) {
            var inTime = came.equals("2022-09-03");
            var story = CaseScenario.applied("2022-06-15").given("officer-a", refuse221g("Med"));
            story.clock("2022-10-03T09:00")
                    .whenLate("officer-a", defer(A1, "F1", "2022-09-03"), "2022-06-16T09:00", "the line was down")
                    .thenDeadline(MEDICAL_DEFERRAL, "2022-09-03", "2022-09-04", SUSPENDED)
                    .whenLate("officer-a", result(A1, MedicalResult.CLEARED), came + "T09:00", "the line was down")
                    .thenAccepted()
                    .clock("2022-10-04T09:00")
                    .thenDeadline(MEDICAL_DEFERRAL, "2022-09-03", "2022-09-04", inTime ? MET : PASSED);
            assertThat(story.all(MedicalDeferralEnded.class)).hasSize(inTime ? 0 : 1);
        }
    }

    /** While the registration was terminated nobody waited, neither for its end nor for a result. */
    @Test
    void over_while_the_registration_is_terminated_a_result_after_its_last_day_does_not_meet_it() {
        for (var order : List.of(
                List.of(result(A3, MedicalResult.CLEARED), reinstate()),
                List.of(reinstate(), result(A3, MedicalResult.CLEARED)))) {
            var family = Families.applied("2022-06-15")
                    .given("officer-a", refuse221g(A3, "Med"))
                    .given("officer-a", refuse221g("BC"))
                    .given("officer-a", defer(A3, "F1", "2023-07-31"))
                    .clock("2023-08-15T09:00")
                    .thenHappened(RegistrationTerminated.class);
            order.forEach(command -> {
                family.given("officer-a", command);
                assertThat(family.deadlines(MEDICAL_DEFERRAL)).singleElement().returns(STOPPED, Deadline::state);
            });
            family.clock("2023-09-01T09:00").thenNever(MedicalDeferralEnded.class);
        }
    }

    @Test
    void a_nonimmigrant_is_deferred_the_same_way() {
        CaseScenario.appliedFor("H1B", "2024-06-03")
                .given("officer-a", refuse221g("Med"))
                .given("officer-a", defer(A1, "F1", "2024-08-02"))
                .clock("2024-08-03T00:00")
                .thenHappened(MedicalDeferralEnded.class);
    }

    /** What came in July, while the tests were awaited, was in time, and stays so when nothing stands any more. */
    @Test
    void what_came_on_another_finding_while_it_lasted_has_met_the_year_for_good() {
        var story = CaseScenario.applied("2022-06-15")
                .given("officer-a", refuse221g("Med"))
                .given("officer-a", defer(A1, "F1", "2023-08-31"))
                .given("officer-a", refuse221g("BC"))
                .clock("2023-07-10T09:00")
                .given("intake", evidence("F2"));
        assertThat(story.deadlines(TERM_B)).singleElement().returns(MET, Deadline::state);
        story.given("officer-a", reverseOwn("R1")).given("officer-a", overcome("F2"));
        assertThat(story.deadlines(TERM_B)).singleElement().returns(MET, Deadline::state);
    }
}
