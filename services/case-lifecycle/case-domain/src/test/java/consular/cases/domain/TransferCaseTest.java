package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.CaseTransferred;
import consular.cases.domain.EventByTime.AdvisoryOpinionFollowUpDue;
import consular.cases.domain.EventByTime.DecisionOverdue;
import consular.cases.domain.EventByTime.FeeWindowClosed;
import consular.cases.domain.EventByTime.RegistrationTerminated;
import consular.cases.domain.EventByTime.ReviewOverdue;
import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.law.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferCaseTest {
    private final CaseScenario manila = CaseScenario.applied("2024-03-05");

    @Test
    void sends_the_case_to_another_post_and_its_zone() {
        manila.when("officer-a", transfer("TJT")).thenEvents(CaseTransferred.class);

        assertThat(manila.line(CaseTransferred.class).event())
                .isEqualTo(new CaseTransferred(
                        manila.post().code(), manila.file().post(), ZoneId.of("America/Tijuana"), List.of()));
        assertThat(manila.view().post().value()).isEqualTo("TJT");
        assertThat(manila.file().zone()).isEqualTo(ZoneId.of("America/Tijuana"));
    }

    @Test
    void can_be_sent_on_and_back() {
        manila.given("officer-a", transfer("TJT"))
                .given("officer-a", transfer("GUZ"))
                .given("officer-a", transfer("MNL"));

        assertThat(manila.view().post().value()).isEqualTo("MNL");
    }

    @Test
    void is_not_sent_to_where_it_is() {
        manila.when("officer-a", transfer("MNL")).thenRejected(RejectionCode.BAD_STATE);
    }

    @Test
    void is_not_sent_to_a_post_that_does_not_exist() {
        manila.when("officer-a", transfer("ZZZ")).thenRejected(RejectionCode.UNKNOWN_POST);
    }

    @Test
    void is_possible_after_the_registration_was_terminated() {
        manila.given("officer-a", refuse221g("BC"))
                .clock("2025-03-06T09:00")
                .given("officer-a", transfer("TJT"))
                .thenRegistration(RegistrationState.TERMINATED);
    }

    @Test
    void W_05_each_finding_keeps_the_zone_of_the_post_that_refused_it() {
        // 5 March in Manila ends at 16:00Z, in Tijuana at 08:00Z on 6 March
        manila.given("officer-a", refuse221g("BC"))
                .clock("2024-03-06T10:00")
                .given("officer-a", transfer("TJT"))
                .clock("2024-03-06T06:00Z")
                .given("officer-a", refuse221g("PC"));
        assertThat(manila.finding("F1").refusedOn()).isEqualTo("2024-03-05");
        assertThat(manila.finding("F2").refusedOn()).isEqualTo("2024-03-05");

        // in Manila the anniversary has ended, in Tijuana it has just begun
        manila.clock("2025-03-05T16:00:00Z").given("intake", evidence("F1", "F2"));
        var late = manila.finding("F1").evidence().getFirst();
        var timely = manila.finding("F2").evidence().getFirst();
        assertThat(late.timely()).isFalse();
        assertThat(late.receivedOn()).isEqualTo("2025-03-06");
        assertThat(timely.timely()).isTrue();
        assertThat(timely.receivedOn()).isEqualTo("2025-03-05");
    }

    @Test
    void a_fee_window_closes_by_the_days_of_the_post_that_refused() {
        manila.given("officer-a", refuseIneligible("212(a)(4)")).given("officer-a", transfer("TJT"));

        manila.clock("2025-03-05T15:59:59Z").thenNever(FeeWindowClosed.class).thenFee(FeeStatus.OPEN);
        manila.clock("2025-03-05T16:00:00Z").thenHappened(FeeWindowClosed.class).thenFee(FeeStatus.LAPSED);
        assertThat(manila.line(FeeWindowClosed.class).stamp().effectiveAt())
                .isEqualTo(Instant.parse("2025-03-05T16:00:00Z"));
    }

    @Test
    void a_review_and_a_termination_fall_due_by_the_days_of_the_post_that_refused() {
        manila.given("officer-a", refuseIneligible("212(a)(2)(A)(i)(I)"))
                .given("officer-a", transfer("TJT"))
                .clock("2024-04-04T15:59:59Z")
                .thenNever(ReviewOverdue.class)
                .clock("2024-04-04T16:00:00Z")
                .thenHappened(ReviewOverdue.class);

        var guangzhou = CaseScenario.appliedAt("GUZ", "2022-06-15")
                .given("officer-a", refuse221g("PC"))
                .given("officer-a", transfer("TJT"))
                .clock("2023-06-16T06:59:59Z")
                .thenNever(RegistrationTerminated.class)
                .clock("2023-06-16T07:00:00Z");
        assertThat(guangzhou.all(RegistrationTerminated.class))
                .singleElement()
                .satisfies(it -> assertThat(it.terminatedOn()).isEqualTo("2023-06-16"));
    }

    @Test
    void a_decision_is_due_by_the_day_of_the_post_where_the_application_was_made() {
        manila.given("officer-a", transfer("TJT"))
                .clock("2024-03-05T15:59:59Z")
                .thenNever(DecisionOverdue.class)
                .clock("2024-03-05T16:00:00Z")
                .thenHappened(DecisionOverdue.class);

        var decided = CaseScenario.applied("2024-03-05")
                .given("officer-a", transfer("TJT"))
                .clock("2024-03-05T15:59:59Z")
                .given("officer-a", issue());
        assertThat(decided.deadlines(DeadlineKind.DECISION))
                .singleElement()
                .satisfies(it -> assertThat(it.state()).isEqualTo(DeadlineState.MET));
    }

    @Test
    void what_is_done_afterwards_is_done_on_the_days_of_the_new_post() {
        // 6 March in Manila, still 5 March in Tijuana
        manila.clock("2024-03-06T09:00")
                .given("officer-a", transfer("TJT"))
                .given("officer-a", refuseIneligible("212(a)(4)"));

        assertThat(manila.finding("F1").refusedOn()).isEqualTo("2024-03-05");
        assertThat(manila.refusal("R1").review().deadline()).isEqualTo("2024-04-04");
        manila.clock("2024-03-06T07:00Z")
                .whenLate("officer-a", note(), "2024-03-06T02:00Z", null)
                .thenAccepted();
        manila.clock("2024-03-06T08:00Z")
                .whenLate("officer-a", note(), "2024-03-06T07:59Z", null)
                .thenRejected(RejectionCode.LATE_ENTRY_REASON_REQUIRED);
    }

    /** The window is that of the post that refused, and not of the one to which the case went before it was terminated. */
    @ParameterizedTest(name = "refused at {0}, sent to {1}: reinstated at {2}, {3}")
    @CsvSource({
        "TJT, GUZ, 2024-06-16T06:59:00Z, true",
        "TJT, GUZ, 2024-06-16T07:00:00Z, false",
        "GUZ, TJT, 2024-06-15T15:59:00Z, true",
        "GUZ, TJT, 2024-06-15T16:00:00Z, false"
    })
    void W_05_a_case_that_was_sent_before_it_ended_is_reinstated_on_the_days_of_the_post_that_refused(
            String refusedAt, String sentTo, String at, boolean inTime) {
        var story = CaseScenario.appliedAt(refusedAt, "2022-06-15")
                .given("officer-a", refuse221g("BC"))
                .given("officer-a", transfer(sentTo))
                .clock("2024-06-01T09:00Z")
                .thenRegistration(RegistrationState.TERMINATED)
                .clock(at)
                .when("officer-a", reinstate());
        if (inTime) {
            story.thenAccepted();
        } else {
            story.thenRejected(RejectionCode.REINSTATEMENT_WINDOW_CLOSED);
        }
    }

    /** Both years were over when the opinion was answered; midnight of the termination at Tijuana is the afternoon in Manila. */
    @Test
    void no_window_closes_before_the_termination_that_opened_it() {
        var story = CaseScenario.applied("2022-06-15")
                .given("officer-a", refuse221g("BC"))
                .given("officer-a", ask("F1"))
                .clock("2024-07-01T09:00")
                .given("officer-a", transfer("TJT"))
                .given("visa-office", favourable("AO1", null))
                .clock("2024-07-10T09:00Z")
                .thenRegistration(RegistrationState.FINAL);
        assertThat(story.line(EventByTime.ReinstatementWindowClosed.class)
                        .stamp()
                        .effectiveAt())
                .isAfterOrEqualTo(
                        story.line(RegistrationTerminated.class).stamp().effectiveAt());
    }

    /** On Sunday the case comes to Riyadh, which is open then; the year was over on Friday. */
    @Test
    void a_post_ends_no_registration_before_it_has_the_case() {
        var story = CaseScenario.applied("2023-11-15")
                .given("officer-a", refuse221g("BC"))
                .clock("2024-11-17T12:00")
                .thenNever(RegistrationTerminated.class)
                .given("officer-a", transfer("RID"))
                .clock("2024-11-18T12:00Z");
        assertThat(story.line(RegistrationTerminated.class).stamp().effectiveAt())
                .isEqualTo(Instant.parse("2024-11-17T21:00:00Z"))
                .isAfter(story.line(CaseTransferred.class).stamp().effectiveAt());
    }

    /** The year is over on Sunday, 14 November 2027; Monday begins in Manila on a Sunday of Tijuana. */
    @Test
    void a_termination_waits_for_a_whole_working_day_of_the_post_where_the_case_is() {
        var sent = CaseScenario.applied("2026-11-13")
                .given("officer-a", refuse221g("BC"))
                .given("officer-a", transfer("TJT"))
                .clock("2027-11-15T07:59:59Z")
                .thenNever(RegistrationTerminated.class)
                .clock("2027-11-15T08:00:00Z");
        assertThat(sent.all(RegistrationTerminated.class))
                .singleElement()
                .satisfies(it -> assertThat(it.terminatedOn()).isEqualTo("2027-11-15"));
    }

    /** Monday 6 April 2026 begins in Manila on a Sunday of Tijuana. */
    @Test
    void a_follow_up_waits_for_a_whole_working_day_of_the_post_where_the_case_is() {
        var sent = CaseScenario.applied("2026-02-05")
                .given("officer-a", refuse221g("SAO"))
                .given("officer-a", ask("F1"))
                .given("officer-a", transfer("TJT"))
                .clock("2026-04-06T06:59:59Z")
                .thenNever(AdvisoryOpinionFollowUpDue.class)
                .clock("2026-04-06T07:00:00Z")
                .thenHappened(AdvisoryOpinionFollowUpDue.class);
        assertThat(sent.deadlines(DeadlineKind.AO_FOLLOW_UP))
                .singleElement()
                .satisfies(it -> assertThat(it.due()).isEqualTo("2026-06-05"));
    }

    @Test
    void the_limit_keeps_the_rule_of_the_post_that_set_it() {
        manila.given("officer-a", transfer("LND"));
        assertThat(manila.deadlines(DeadlineKind.DECISION))
                .singleElement()
                .satisfies(it -> assertThat(it.because())
                        .extracting(Deadline.Because::rule)
                        .contains(Rule.DECISION_BY_END_OF_WORKING_DAY)
                        .doesNotContain(Rule.DECISION_BY_NEXT_WORKING_DAY_WHERE_ISSUED_NEXT_DAY));
        manila.clock("2024-03-06T12:00Z");
        assertThat(manila.line(DecisionOverdue.class).stamp().rules())
                .containsExactly(Rule.DECISION_BY_END_OF_WORKING_DAY);
    }

    @Test
    void r_tcn_05_a_crew_that_is_sent_to_nuevo_laredo_gets_no_visa_there() {
        CaseScenario.appliedFor("D", "2024-03-05")
                .given("officer-a", transfer("NVL"))
                .when("officer-a", issue())
                .thenRejected(RejectionCode.CREW_NOT_AT_NUEVO_LAREDO);
    }

    @Test
    void the_limit_of_the_new_post_holds_for_what_is_reopened_there() {
        manila.given("officer-a", refuse221g("SAO"))
                .given("officer-a", transfer("LND"))
                .clock("2024-05-24T12:00Z")
                .given("officer-a", processed("F1"));

        assertThat(manila.applicant().decisionDue()).isEqualTo(LocalDate.parse("2024-05-28"));
    }
}
