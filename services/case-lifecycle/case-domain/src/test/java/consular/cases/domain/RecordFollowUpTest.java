package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineKind.TERM_A;
import static consular.cases.domain.DeadlineKind.TERM_WARNING;
import static consular.cases.domain.DeadlineState.MET;
import static consular.cases.domain.DeadlineState.RUNNING;
import static consular.cases.domain.DeadlineState.STOPPED;
import static consular.cases.domain.law.RejectionCode.BAD_STATE;
import static consular.cases.domain.law.RejectionCode.REGISTRATION_TERMINATED;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.RecordFollowUpAnswer;
import consular.cases.domain.CaseEvent.FollowUpAnswered;
import consular.cases.domain.CaseEvent.FollowUpPackageSent;
import consular.cases.domain.CaseEvent.InterviewMissed;
import consular.cases.domain.EventByTime.RegistrationTerminated;
import consular.cases.domain.EventByTime.TerminationWarningSent;
import consular.cases.domain.law.LeapDay;
import consular.cases.domain.law.Policy;
import consular.cases.domain.law.RegistrationClocks;
import consular.cases.domain.law.RegistrationClocks.Retrogression;
import consular.cases.domain.law.Rule;
import consular.cases.domain.law.YearEnd;
import consular.cases.domain.registration.FailureToApply;
import consular.cases.domain.registration.FollowUpAnswer;
import consular.cases.domain.registration.YearFacts.Fact;
import consular.cases.domain.registration.YearFacts.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The fourth way of letting a year pass: no answer to the follow-up instruction package. Holds R-TRM-05. */
class RecordFollowUpTest {
    private final CaseScenario notified =
            CaseScenario.registered("2022-06-15").given("intake", notifyAvailability("2022-06-15"));

    private CaseScenario followedUp() {
        return notified.clock("2023-03-02T09:00").given("intake", followUpPackage("2023-03-01"));
    }

    @Test
    void begins_the_year_anew_on_the_day_on_which_it_goes_out() {
        followedUp().thenEvents(FollowUpPackageSent.class).thenDeadline(TERM_A, "2024-03-01", "2024-03-04", RUNNING);

        assertThat(notified.view().registration())
                .returns("2023-03-01", it -> Objects.toString(it.anchor()))
                .returns("2024-03-02", it -> Objects.toString(it.terminateFrom()));
        assertThat(notified.deadlines(TERM_A).getFirst().because())
                .anySatisfy(it -> assertThat(it.text()).contains("to answer the follow-up instruction package"))
                .allSatisfy(it -> assertThat(it.rule()).isNotEqualTo(Rule.TERMINATION_FOR_FAILING_TO_APPLY));
    }

    @Test
    void whoever_never_answers_is_warned_and_the_registration_ended_with_both_days_for_reinstatement() {
        followedUp().clock("2024-03-04T09:00").thenHappened(TerminationWarningSent.class);

        notified.thenRegistration(RegistrationState.TERMINATED);
        assertThat(notified.view().registration())
                .returns("2025-03-01", it -> Objects.toString(it.reinstateBy()))
                .returns("2024-06-15", it -> Objects.toString(it.statutoryReinstateBy()));
        assertThat(notified.line(RegistrationTerminated.class).stamp().rules()).containsExactly(Rule.YEAR_TO_ACT);
        notified.clock("2025-03-01T09:00").given("officer-a", reinstate()).thenRegistration(RegistrationState.ACTIVE);
        assertThat(notified.deadlines(TERM_A).getFirst().because())
                .anySatisfy(it -> assertThat(it.rule()).isEqualTo(Rule.REINSTATED));
    }

    @Test
    void an_answer_on_the_last_day_meets_the_year_and_none_runs_until_the_next_notice() {
        followedUp()
                .clock("2024-03-01T09:00")
                .given("officer-a", answer("2024-03-01"))
                .thenEvents(FollowUpAnswered.class)
                .thenDeadline(TERM_A, "2024-03-01", "2024-03-04", MET)
                .thenDeadline(TERM_WARNING, "2024-01-30", "2024-01-31", DeadlineState.PASSED)
                .thenRegistration(RegistrationState.ACTIVE)
                .clock("2026-06-15T09:00")
                .thenNever(RegistrationTerminated.class)
                .given("intake", notifyAvailability("2026-06-15"))
                .thenDeadline(TERM_A, "2027-06-15", "2027-06-16", RUNNING);
    }

    @Test
    void an_answer_is_followed_by_an_interview_that_is_missed_or_by_another_package() {
        followedUp()
                .given("intake", answer("2023-03-02"))
                .clock("2023-06-02T09:00")
                .given("intake", missedInterview("2023-06-01"))
                .thenDeadline(TERM_A, "2024-06-01", "2024-06-03", RUNNING)
                .given("intake", followUpPackage("2023-06-01"))
                .given("intake", answer("2023-06-02"))
                .thenDeadline(TERM_A, "2024-06-01", "2024-06-03", MET)
                .given("intake", followUpPackage("2023-06-02"))
                .thenDeadline(TERM_A, "2024-06-02", "2024-06-03", MET);
    }

    /** On one day the package comes after the interview, and its answer after both. */
    @Test
    void an_interview_that_was_missed_on_the_day_of_a_package_begins_no_year() {
        notified.clock("2023-03-02T09:00")
                .given("intake", followUpPackage("2023-03-02"))
                .given("intake", answer("2023-03-02"))
                .thenDeadline(TERM_A, "2024-03-02", "2024-03-04", MET)
                .given("intake", missedInterview("2023-03-02"))
                .thenDeadline(TERM_A, "2024-03-02", "2024-03-04", MET);
        assertThat(notified.all(InterviewMissed.class))
                .singleElement()
                .returns(null, InterviewMissed::terminateFrom)
                .returns(null, InterviewMissed::reinstateBy)
                .returns(
                        FailureToApply.NO_FOLLOW_UP,
                        it -> Objects.requireNonNull(it.year()).failure());
        assertThat(notified.line(InterviewMissed.class).stamp().rules()).containsExactly(Rule.YEAR_TO_ACT);
        var facts = ((CaseState.CaseFile) notified.state()).registration().facts();
        assertThat(facts.inTurn()).contains(new Fact(LocalDate.parse("2023-03-02"), Kind.MISSED));
    }

    @Test
    void an_answer_ends_no_year_that_runs_from_something_later() {
        followedUp()
                .clock("2023-06-02T09:00")
                .given("intake", missedInterview("2023-06-01"))
                .given("intake", answer("2023-05-31"))
                .thenDeadline(TERM_A, "2024-06-01", "2024-06-03", RUNNING);
    }

    /** The year ended on a Saturday. */
    @Test
    void a_late_answer_is_taken_while_the_registration_stands_and_no_more_once_it_is_terminated() {
        var sent = CaseScenario.registered("2022-06-15")
                .given("intake", notifyAvailability("2022-06-15"))
                .clock("2023-03-04T09:00")
                .given("intake", followUpPackage("2023-03-02"));
        sent.clock("2024-03-03T09:00")
                .given("intake", answer("2024-03-03"))
                .thenDeadline(TERM_A, "2024-03-02", "2024-03-04", STOPPED);
        assertThat(sent.deadlines(TERM_A).getFirst().because())
                .anySatisfy(it -> assertThat(it.text()).contains("late as it came"));
        sent.clock("2024-03-10T09:00").thenNever(RegistrationTerminated.class);

        followedUp()
                .clock("2024-03-04T09:00")
                .when("intake", answer("2024-03-04"))
                .thenRejected(REGISTRATION_TERMINATED);
        notified.when("intake", followUpPackage("2024-03-04")).thenRejected(REGISTRATION_TERMINATED);
    }

    @Test
    void an_application_ends_the_year_too_and_leaves_nothing_to_follow_up() {
        followedUp()
                .clock("2023-09-01T09:00")
                .given("intake", apply())
                .thenDeadline(TERM_A, "2024-03-01", "2024-03-04", MET)
                .when("intake", followUpPackage("2023-09-01"))
                .thenRejected(BAD_STATE);
        notified.when("intake", answer("2023-09-01")).thenRejected(BAD_STATE);
    }

    @Test
    void a_package_follows_a_notice_and_an_answer_a_package() {
        CaseScenario.registered("2022-06-15")
                .when("intake", followUpPackage("2022-06-15"))
                .thenRejected(BAD_STATE);
        notified.when("intake", followUpPackage("2022-06-14")).thenRejected(BAD_STATE);
        notified.when("intake", answer("2022-06-15")).thenRejected(BAD_STATE);
        followedUp().when("intake", answer("2023-02-28")).thenRejected(BAD_STATE);
    }

    @Test
    void neither_is_of_a_day_to_come() {
        notified.when("intake", followUpPackage("2022-06-16")).thenMalformed("/transmittedOn");
        notified.when("intake", answer("2022-06-16")).thenMalformed("/answeredOn");
    }

    @Test
    void a_package_entered_after_what_came_later_is_on_record_and_moves_no_year() {
        notified.clock("2023-03-02T09:00")
                .given("intake", missedInterview("2023-02-01"))
                .given("intake", followUpPackage("2022-12-01"))
                .thenDeadline(TERM_A, "2024-02-01", "2024-02-02", RUNNING);
        assertThat(notified.all(FollowUpPackageSent.class))
                .singleElement()
                .returns(null, FollowUpPackageSent::terminateFrom)
                .returns(null, FollowUpPackageSent::reinstateBy);
        notified.given("intake", answer("2022-12-15")).thenDeadline(TERM_A, "2024-02-01", "2024-02-02", RUNNING);
    }

    @Test
    void whoever_of_the_family_answers_does_so_for_the_registration() {
        CaseScenario.at("MNL")
                .clock("2022-06-15T09:00")
                .given("intake", register("MNL", "F31", principal(), spouse()))
                .given("intake", notifyAvailability("2022-06-15"))
                .given("intake", followUpPackage("2022-06-15"))
                .given("intake", new RecordFollowUpAnswer(A2, LocalDate.parse("2022-06-15"), FollowUpAnswer.REPLY))
                .thenDeadline(TERM_A, "2023-06-15", "2023-06-16", MET);
    }

    @Test
    void said_again_it_changes_nothing() {
        followedUp().given("intake", answer("2023-03-02"));
        var before = ((CaseState.CaseFile) notified.state()).registration();
        notified.given("intake", followUpPackage("2023-03-01")).given("intake", answer("2023-03-02"));
        assertThat(((CaseState.CaseFile) notified.state()).registration()).isEqualTo(before);
    }

    @Test
    void r_trm_06_retrogression_stops_its_year_and_under_the_switch_pauses_it() {
        var record = CaseScenario.registered("2024-07-01").given("intake", notifyAvailability("2024-07-01"));
        record.clock("2025-06-02T09:00")
                .given("intake", retrogress("2024-09-01"))
                .given("intake", followUpPackage("2024-12-02"))
                .thenDeadline(TERM_A, "2025-12-02", "2025-12-03", STOPPED)
                .given("intake", restore("2025-01-01"))
                .thenDeadline(TERM_A, "2025-12-02", "2025-12-03", STOPPED);

        CaseScenario.registered("2024-07-01")
                .under(Policy.RECOMMENDED.with(new RegistrationClocks(Retrogression.PAUSE, false)))
                .given("intake", notifyAvailability("2024-07-01"))
                .clock("2025-06-02T09:00")
                .given("intake", retrogress("2024-09-01"))
                .given("intake", followUpPackage("2024-12-02"))
                .given("intake", restore("2025-01-01"))
                .thenDeadline(TERM_A, "2026-01-01", "2026-01-02", RUNNING);
    }

    /** The leap day is another than when it began; a switch moves nothing by itself. */
    @Test
    void Q_01_a_year_that_comes_to_stand_from_an_earlier_day_keeps_its_last_one() {
        var pause = Policy.RECOMMENDED.with(new RegistrationClocks(Retrogression.PAUSE, false));
        for (var begun : List.<CaseCommand>of(missedInterview("2024-02-29"), followUpPackage("2024-02-29"))) {
            CaseScenario.registered("2024-02-01")
                    .under(pause)
                    .given("intake", notifyAvailability("2024-02-01"))
                    .clock("2024-08-05T09:00")
                    .given("intake", begun)
                    .given("intake", retrogress("2024-07-10"))
                    .under(pause.with(new YearEnd(LeapDay.MAR_1, false)))
                    .given("intake", retrogress("2024-07-01"))
                    .thenDeadline(TERM_A, "2025-02-28", "2025-03-03", STOPPED);
        }
    }

    @Test
    void moves_no_clock_of_a_diversity_applicant() {
        CaseScenario.at("MNL")
                .clock("2022-12-02T09:00")
                .given("intake", register("MNL", "DV1", principal()))
                .given("intake", followUpPackage("2022-12-01"))
                .given("intake", answer("2022-12-02"))
                .clock("2025-12-02T09:00")
                .thenNever(RegistrationTerminated.class);
    }
}
