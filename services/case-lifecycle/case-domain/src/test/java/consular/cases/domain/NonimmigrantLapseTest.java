package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.BAD_STATE;
import static consular.cases.domain.law.RejectionCode.OUT_OF_ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.EventByTime.ApplicationLapsed;
import consular.cases.domain.EventByTime.FeeWindowClosed;
import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.law.Rule;
import consular.cases.domain.refusals.FindingStatus;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A nonimmigrant's 221(g) refusal closes after a year in which nothing was filed. */
class NonimmigrantLapseTest {
    private final CaseScenario visitor =
            CaseScenario.appliedFor("B2", "2024-06-03").given("officer-a", refuse221g("BC"));

    @Test
    void lapses_the_day_after_the_year_even_a_day_on_which_the_post_is_closed() {
        var saturday = CaseScenario.appliedFor("B2", "2024-05-31")
                .given("officer-a", refuse221g("BC"))
                .thenDeadline(DeadlineKind.NIV_LAPSE, "2025-05-31", "2025-06-01", DeadlineState.RUNNING)
                .clock("2025-05-31T23:59")
                .thenNever(ApplicationLapsed.class)
                .clock("2025-06-01T00:00")
                .thenHappened(ApplicationLapsed.class)
                .thenHappened(FeeWindowClosed.class)
                .thenState(ApplicationState.LAPSED)
                .thenFee(FeeStatus.LAPSED)
                .thenDeadline(DeadlineKind.NIV_LAPSE, "2025-05-31", "2025-06-01", DeadlineState.PASSED);

        assertThat(saturday.line(ApplicationLapsed.class).stamp().rules())
                .containsExactly(Rule.NIV_DOCUMENTS_WITHIN_A_YEAR);
        assertThat(saturday.finding("F1").status()).isEqualTo(FindingStatus.ACTIVE);
    }

    @Test
    void what_has_no_place_any_more_meets_bad_state() {
        visitor.clock("2025-06-04T09:00").thenState(ApplicationState.LAPSED);

        for (var command : List.of(
                apply(),
                issue(),
                refuse221g("PC"),
                refuse214b(),
                refuseIneligible("212(a)(4)"),
                evidence("F1"),
                overcome("F1"),
                waive("F1"),
                feeException(),
                ask("F1"),
                reverseOwn("R1"),
                reverse("R1"),
                refer("R1"),
                withdraw())) {
            visitor.when("officer-a", command).thenRejected(BAD_STATE);
        }
    }

    @Test
    void notes_reviews_and_transfer_still_have_their_place() {
        visitor.clock("2025-06-04T09:00")
                .given("officer-a", note())
                .given("supervisor-a", concur("R1"))
                .given("officer-a", transfer("TJT"));
    }

    @Test
    void nothing_takes_effect_before_it() {
        visitor.clock("2025-06-04T09:00")
                .whenLate("officer-a", note(), "2025-06-03T12:00", "the line was down")
                .thenRejected(OUT_OF_ORDER);
    }

    @Test
    void evidence_in_time_on_anything_that_stands_stops_it() {
        visitor.given("officer-a", refuse221g("PC"))
                .clock("2025-06-03T23:00")
                .given("intake", evidence("F1"))
                .thenDeadline(DeadlineKind.NIV_LAPSE, "2025-06-03", "2025-06-04", DeadlineState.MET)
                .clock("2026-06-03T09:00")
                .thenNever(ApplicationLapsed.class);
    }

    @Test
    void waits_out_a_medical_deferral_that_outlasts_the_year() {
        CaseScenario.appliedFor("B2", "2024-06-03")
                .given("officer-a", refuse221g("Med"))
                .given("officer-a", Families.defer(A1, "F1", "2025-06-20"))
                .thenDeadline(DeadlineKind.NIV_LAPSE, "2025-06-03", "2025-06-21", DeadlineState.SUSPENDED)
                .clock("2025-06-20T23:59")
                .thenNever(ApplicationLapsed.class)
                .clock("2025-06-21T00:00")
                .thenHappened(ApplicationLapsed.class);
    }

    @Test
    void processing_has_no_limit() {
        CaseScenario.appliedFor("B2", "2024-06-03")
                .given("officer-a", refuse221g("SAO"))
                .clock("2026-06-03T09:00")
                .thenNever(ApplicationLapsed.class)
                .thenState(ApplicationState.REFUSED);
    }

    @Test
    void is_reckoned_from_the_latest_refusal_that_stands() {
        visitor.clock("2024-09-03T09:00")
                .given("officer-a", refuse221g("PC"))
                .thenDeadline(DeadlineKind.NIV_LAPSE, "2025-09-03", "2025-09-04", DeadlineState.RUNNING)
                .clock("2025-06-04T09:00")
                .thenNever(ApplicationLapsed.class);
    }

    @Test
    void waits_while_an_opinion_is_awaited() {
        visitor.given("officer-a", ask("F1"))
                .clock("2025-06-10T09:00")
                .thenDeadline(DeadlineKind.NIV_LAPSE, "2025-06-03", "2025-06-04", DeadlineState.SUSPENDED)
                .given("visa-office", favourable("AO1", null))
                .thenNever(ApplicationLapsed.class)
                .clock("2025-06-11T00:00")
                .thenHappened(ApplicationLapsed.class);
    }

    @Test
    void it_says_what_it_waits_for_and_only_while_it_waits() {
        assertThat(rules(visitor)).containsExactly(Rule.NIV_DOCUMENTS_WITHIN_A_YEAR);
        visitor.given("officer-a", ask("F1"));
        assertThat(rules(visitor))
                .containsExactly(Rule.NIV_DOCUMENTS_WITHIN_A_YEAR, Rule.NO_RESOLUTION_BEFORE_THE_OPINION);
        visitor.given("intake", evidence("F1"));
        assertThat(rules(visitor)).containsExactly(Rule.NIV_DOCUMENTS_WITHIN_A_YEAR);

        var deferred = CaseScenario.appliedFor("B2", "2024-06-03")
                .given("officer-a", refuse221g("Med"))
                .given("officer-a", Families.defer(A1, "F1", "2025-06-20"));
        assertThat(rules(deferred))
                .containsExactly(Rule.NIV_DOCUMENTS_WITHIN_A_YEAR, Rule.MEDICAL_DEFERRAL_NEEDS_A_REFUSAL);
    }

    private static List<Rule> rules(CaseScenario story) {
        return story.deadlines(DeadlineKind.NIV_LAPSE).getFirst().because().stream()
                .map(Deadline.Because::rule)
                .filter(Objects::nonNull)
                .toList();
    }

    @Test
    void a_refusal_entered_late_waits_for_the_next_act_of_a_person() {
        var late = CaseScenario.registeredFor("B2", "2024-06-03")
                .clock("2025-07-01T09:00")
                .whenLate("intake", apply(), "2024-06-03T10:00", "found in a drawer")
                .thenAccepted()
                .whenLate("officer-a", refuse221g("BC"), "2024-06-03T11:00", "found in a drawer")
                .thenAccepted()
                .clock("2025-07-02T09:00")
                .thenDeadline(DeadlineKind.NIV_LAPSE, "2025-06-03", "2025-06-04", DeadlineState.SUSPENDED);

        late.given("officer-a", note())
                .thenNever(ApplicationLapsed.class)
                .clock("2025-07-03T09:00")
                .thenHappened(ApplicationLapsed.class);
    }

    @Test
    void with_the_last_finding_closed_it_stops() {
        visitor.given("intake", evidence("F1"))
                .given("officer-a", overcome("F1"))
                .thenDeadline(DeadlineKind.NIV_LAPSE, "2025-06-03", "2025-06-04", DeadlineState.MET);
        CaseScenario.appliedFor("B2", "2024-06-03")
                .given("officer-a", refuse221g("BC"))
                .given("officer-a", reverseOwn("R1"))
                .thenDeadline(DeadlineKind.NIV_LAPSE, "2025-06-03", "2025-06-04", DeadlineState.STOPPED);
    }

    @Test
    void an_immigrant_case_has_no_such_clock() {
        var immigrant = CaseScenario.applied("2024-03-05").given("officer-a", refuse221g("BC"));

        assertThat(immigrant.deadlines(DeadlineKind.NIV_LAPSE)).isEmpty();
        immigrant.clock("2025-03-06T09:00").thenNever(ApplicationLapsed.class);
        immigrant.when("officer-a", issue()).thenRejected(RejectionCode.REGISTRATION_TERMINATED);
    }

    /** As evidence that comes during a deferral stops the year of a registration, on whatever finding. */
    @Test
    void evidence_on_another_finding_while_one_is_deferred_stops_it() {
        CaseScenario.appliedFor("B2", "2024-06-03")
                .given("officer-a", refuse221g("BC", "Med"))
                .given("officer-a", Families.defer(CommandsOnARefusal.A1, "F2", "2025-07-31"))
                .clock("2025-06-20T09:00")
                .given("intake", evidence("F1"))
                .thenDeadline(DeadlineKind.NIV_LAPSE, "2025-06-03", "2025-08-01", DeadlineState.MET)
                .clock("2025-08-04T09:00")
                .thenNever(ApplicationLapsed.class);
    }

    /** Contract 7.14 asks for evidence; a fee is none. */
    @Test
    void a_second_application_and_fee_do_not_stop_what_an_opinion_has_held_back() {
        CaseScenario.appliedFor("B2", "2024-01-10")
                .given("officer-a", refuse221g("BC", "SAO"))
                .given("officer-a", CommandsOnARefusal.ask("F2"))
                .clock("2025-02-03T09:00")
                .given("intake", apply())
                .clock("2025-03-03T09:00")
                .given("visa-office", CommandsOnARefusal.favourable("AO1", null))
                .thenDeadline(DeadlineKind.NIV_LAPSE, "2025-01-10", "2025-03-04", DeadlineState.RUNNING)
                .clock("2025-03-04T00:00")
                .thenState(ApplicationState.LAPSED);
    }
}
