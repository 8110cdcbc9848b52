package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineKind.*;
import static consular.cases.domain.DeadlineState.*;
import static consular.cases.domain.Families.*;
import static consular.cases.domain.law.RejectionCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.MedicallyDeferred;
import consular.cases.domain.EventByTime.ApplicationLapsed;
import consular.cases.domain.EventByTime.RegistrationTerminated;
import consular.cases.domain.EventByTime.TerminationWarningSent;
import consular.cases.domain.law.Rule;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** An applicant who lacks tests is deferred, and nothing ends meanwhile. */
class DeferMedicallyTest {
    private final CaseScenario manila = CaseScenario.applied("2022-06-15").given("officer-a", refuse221g("Med"));

    @Test
    void needs_a_221g_finding_that_stands_and_asks_something() {
        manila.when("officer-a", defer(A1, "F1", "2022-12-15")).thenEvents(MedicallyDeferred.class);
        assertThat(manila.lastEvents().getFirst().stamp().rules())
                .containsExactly(Rule.MEDICAL_DEFERRAL_NEEDS_A_REFUSAL, Rule.DEFERRED_CASES_ARE_REFUSED_FIRST);
        manila.when("officer-a", defer(A1, "F9", "2022-12-15"))
                .thenRejected(DEFERRAL_NEEDS_221G, Rule.MEDICAL_DEFERRAL_NEEDS_A_REFUSAL);
        manila.given("intake", evidence("F1"))
                .given("officer-a", overcome("F1"))
                .when("officer-a", defer(A1, "F1", "2022-12-15"))
                .thenRejected(DEFERRAL_NEEDS_221G);
        CaseScenario.applied("2022-06-15")
                .given("officer-a", refuseIneligible("212(a)(1)(A)(i)"))
                .when("officer-a", defer(A1, "F1", "2022-12-15"))
                .thenRejected(DEFERRAL_NEEDS_221G);
    }

    @Test
    void is_on_a_finding_of_the_applicant_who_does_not_just_wait_for_another() {
        var family = Families.applied("2022-06-15").given("officer-a", refuse221g("Med"));
        family.when("officer-a", defer(A2, "F1", "2022-12-15")).thenRejected(DEFERRAL_NEEDS_221G);
        family.when("officer-a", defer(A2, "F2", "2022-12-15")).thenRejected(DEFERRAL_NEEDS_221G);
    }

    @Test
    void names_an_applicant_and_a_day_that_is_not_past() {
        manila.when("officer-a", defer(A2, "F1", "2022-12-15")).thenMalformed("/applicantId");
        manila.when("officer-a", defer(A1, "F1", "2022-06-14")).thenMalformed("/until");
        manila.when("officer-a", defer(A1, "F1", "2051-01-01")).thenMalformed("/until");
        manila.when("officer-a", defer(A1, "F1", "2022-06-15")).thenAccepted();
    }

    @Test
    void one_that_ends_within_the_year_moves_no_clock() {
        manila.given("officer-a", defer(A1, "F1", "2023-06-15"))
                .thenDeadline(TERM_B, "2023-06-15", "2023-06-16", RUNNING)
                .thenDeadline(TERM_WARNING, "2023-05-15", "2023-05-16", RUNNING)
                .clock("2023-06-16T09:00")
                .thenHappened(RegistrationTerminated.class);
    }

    @Test
    void one_that_outlasts_the_year_suspends_the_clock_and_says_why() {
        manila.given("officer-a", defer(A1, "F1", "2023-06-16"))
                .thenDeadline(TERM_B, "2023-06-15", "2023-06-19", SUSPENDED)
                .thenDeadline(TERM_WARNING, "2023-05-16", "2023-05-17", RUNNING);
        assertThat(manila.deadlines(TERM_B).getFirst().because())
                .anySatisfy(it -> assertThat(it.rule()).isEqualTo(Rule.MEDICAL_DEFERRAL_NEEDS_A_REFUSAL));
        manila.clock("2023-05-16T23:59").thenNever(TerminationWarningSent.class);
        manila.thenRegistration(RegistrationState.ACTIVE);
    }

    @Test
    void after_it_the_registration_ends_on_the_next_working_day() {
        manila.given("officer-a", defer(A1, "F1", "2023-09-01"))
                .clock("2023-09-02T09:00")
                .thenNever(RegistrationTerminated.class)
                .clock("2023-09-04T00:00");
        var terminated = manila.all(RegistrationTerminated.class).getFirst();
        assertThat(terminated.terminatedOn()).isEqualTo("2023-09-04");
        assertThat(terminated.anchor()).isEqualTo("2022-06-15");
        manila.thenDeadline(TERM_B, "2023-06-15", "2023-09-04", PASSED);
    }

    @Test
    void a_later_deferral_takes_the_place_of_an_earlier_one() {
        manila.given("officer-a", defer(A1, "F1", "2023-09-01"))
                .clock("2023-08-01T09:00")
                .given("officer-a", defer(A1, "F1", "2023-12-29"))
                .clock("2023-12-29T09:00")
                .thenNever(RegistrationTerminated.class)
                .clock("2024-01-02T09:00")
                .thenHappened(RegistrationTerminated.class);
    }

    @Test
    void it_holds_back_the_clock_of_every_finding_of_the_principal() {
        var both = CaseScenario.applied("2022-06-15")
                .given("officer-a", refuse221g("Med", "BC"))
                .given("officer-a", defer(A1, "F1", "2024-01-31"))
                .clock("2023-08-01T09:00")
                .thenNever(RegistrationTerminated.class);
        both.given("officer-a", result(A1, MedicalResult.CLEARED))
                .thenDeadline(TERM_B, "2023-06-15", "2024-02-01", MET)
                .clock("2024-02-01T09:00")
                .thenNever(RegistrationTerminated.class);
    }

    @Test
    void the_clock_of_another_finding_goes_on_the_day_after_the_deferred_one_was_closed() {
        var both = CaseScenario.applied("2022-06-15")
                .given("officer-a", refuse221g("Med"))
                .given("officer-a", refuse221g("BC"))
                .given("officer-a", defer(A1, "F1", "2024-01-31"))
                .clock("2023-08-01T09:00");
        both.when("officer-a", reverseOwn("R1")).thenAccepted();
        both.thenDeadline(TERM_B, "2023-06-15", "2023-08-02", RUNNING);
        both.clock("2023-08-02T00:00").thenHappened(RegistrationTerminated.class);
    }

    @Test
    void an_opinion_awaited_beside_it_holds_the_clock_back_longer() {
        manila.given("officer-a", ask("F1"))
                .given("officer-a", defer(A1, "F1", "2023-09-01"))
                .clock("2023-12-01T09:00")
                .thenNever(RegistrationTerminated.class)
                .thenDeadline(TERM_B, "2023-06-15", "2023-09-04", SUSPENDED);
    }

    @Test
    void a_deferral_of_a_spouse_or_child_holds_nothing_back() {
        var family = Families.applied("2022-06-15")
                .given("officer-a", refuse221g(A3, "Med"))
                .given("officer-a", refuse221g("BC"))
                .given("officer-a", defer(A3, "F1", "2024-01-31"))
                .clock("2023-06-16T09:00");
        family.thenHappened(RegistrationTerminated.class);
    }

    @Test
    void evidence_that_comes_while_deferred_is_in_time_for_the_registration_though_not_for_the_fee() {
        manila.given("officer-a", defer(A1, "F1", "2023-09-01"))
                .clock("2023-08-31T09:00")
                .given("intake", evidence("F1"))
                .thenFee(FeeStatus.LAPSED)
                .thenDeadline(TERM_B, "2023-06-15", "2023-09-04", MET)
                .clock("2024-02-01T09:00")
                .thenNever(RegistrationTerminated.class);
    }

    @Test
    void evidence_on_another_finding_by_the_last_day_that_the_warning_named_is_in_time_too() {
        var both = CaseScenario.applied("2022-06-15")
                .given("officer-a", refuse221g("Med", "BC"))
                .given("officer-a", defer(A1, "F1", "2023-09-01"))
                .clock("2023-08-02T09:00")
                .thenHappened(TerminationWarningSent.class);
        both.clock("2023-09-01T09:00")
                .given("intake", evidence("F2"))
                .thenDeadline(TERM_B, "2023-06-15", "2023-09-04", MET)
                .clock("2024-02-01T09:00")
                .thenNever(RegistrationTerminated.class);
        both.given("officer-a", overcome("F2"))
                .thenDeadline(TERM_B, "2023-06-15", "2024-02-02", SUSPENDED)
                .clock("2024-02-02T09:00")
                .thenHappened(RegistrationTerminated.class);
    }

    @Test
    void evidence_that_came_while_something_was_deferred_stays_in_time_when_that_goes() {
        CaseScenario.applied("2022-06-15")
                .given("officer-a", refuse221g("Med"))
                .given("officer-a", refuse221g("BC"))
                .given("officer-a", defer(A1, "F1", "2024-01-31"))
                .clock("2023-08-01T09:00")
                .given("intake", evidence("F2"))
                .given("officer-a", reverseOwn("R1"))
                .thenDeadline(TERM_B, "2023-06-15", "2023-08-02", MET)
                .clock("2024-02-01T09:00")
                .thenNever(RegistrationTerminated.class);
    }

    /** An opinion holds the clock back meanwhile, so that nothing has ended. */
    @Test
    void evidence_that_came_late_is_not_in_time_for_a_deferral_that_is_given_after_it() {
        manila.given("officer-a", ask("F1"))
                .clock("2023-08-01T09:00")
                .given("intake", evidence("F1"))
                .clock("2023-09-01T09:00")
                .given("officer-a", defer(A1, "F1", "2024-01-31"))
                .given("officer-a", defer(A1, "F1", "2024-02-15"))
                .thenDeadline(TERM_B, "2023-06-15", "2024-02-16", SUSPENDED);
        manila.given("intake", evidence("F1")).thenDeadline(TERM_B, "2023-06-15", "2024-02-16", MET);
    }

    @Test
    void a_deferral_that_takes_the_place_of_another_before_its_end_goes_on_from_there() {
        manila.given("officer-a", defer(A1, "F1", "2023-09-01"))
                .clock("2023-08-01T09:00")
                .given("intake", evidence("F1"))
                .clock("2023-08-02T09:00")
                .given("officer-a", defer(A1, "F1", "2024-01-31"))
                .thenDeadline(TERM_B, "2023-06-15", "2024-02-01", MET);
    }

    /** The officer has been told that the first one ended, and defers anew. */
    @Test
    void evidence_of_a_deferral_that_ended_stays_in_time_when_another_is_given_behind_it() {
        var immigrant = CaseScenario.applied("2022-06-15").given("officer-a", refuse221g("Med", "BC"));
        var visitor = CaseScenario.registeredNonimmigrant("MNL", "B2", "2022-06-15")
                .given("intake", apply())
                .given("officer-a", refuse221g("Med", "BC"));
        for (var story : List.of(immigrant, visitor)) {
            story.given("officer-a", defer(A1, "F1", "2023-09-01"))
                    .clock("2023-08-31T09:00")
                    .given("intake", evidence("F2"))
                    .clock("2023-09-04T09:00")
                    .given("officer-a", defer(A1, "F1", "2024-01-31"))
                    .clock("2024-03-01T09:00")
                    .thenNever(RegistrationTerminated.class)
                    .thenNever(ApplicationLapsed.class);
        }
        immigrant.thenDeadline(TERM_B, "2023-06-15", "2024-02-01", MET);
    }

    @Test
    void is_on_a_finding_that_asks_something_of_the_applicant() {
        CaseScenario.applied("2022-06-15")
                .given("officer-a", refuse221g("SAO"))
                .when("officer-a", defer(A1, "F1", "2022-12-15"))
                .thenRejected(DEFERRAL_NEEDS_221G);
    }

    @Test
    void evidence_after_it_is_late() {
        manila.given("officer-a", defer(A1, "F1", "2023-09-01"))
                .clock("2023-09-03T09:00")
                .given("intake", evidence("F1"))
                .clock("2023-09-04T09:00")
                .thenHappened(RegistrationTerminated.class);
    }

    @Test
    void entered_late_it_ends_nothing_before_its_own_end() {
        var late = CaseScenario.applied("2022-06-15")
                .given("officer-a", refuse221g("Med"))
                .given("officer-a", defer(A1, "F1", "2023-06-30"))
                .clock("2023-07-03T09:00");
        assertThat(Objects.requireNonNull(late.file().registration().termination())
                        .terminatedOn())
                .isEqualTo(LocalDate.of(2023, 7, 3));
    }

    @Test
    void R_TRM_13_the_warning_goes_out_before_its_last_day_and_names_it() {
        manila.given("officer-a", defer(A1, "F1", "2023-09-01"))
                .thenDeadline(TERM_WARNING, "2023-08-01", "2023-08-02", RUNNING)
                .clock("2023-08-01T23:59")
                .thenNever(TerminationWarningSent.class)
                .clock("2023-08-02T00:00")
                .thenRegistration(RegistrationState.WARNED)
                .thenDeadline(TERM_WARNING, "2023-08-01", "2023-08-02", PASSED);
        assertThat(manila.all(TerminationWarningSent.class).getFirst().terminateFrom())
                .isEqualTo("2023-09-02");
        assertThat(manila.clock("2023-09-04T09:00").all(TerminationWarningSent.class))
                .hasSize(1);
    }

    @Test
    void R_TRM_13_who_was_warned_of_the_year_and_then_deferred_stays_warned_and_is_told_the_new_day() {
        manila.clock("2023-06-01T09:00")
                .thenRegistration(RegistrationState.WARNED)
                .given("officer-a", defer(A1, "F1", "2023-06-20"))
                .thenRegistration(RegistrationState.WARNED)
                .thenDeadline(TERM_WARNING, "2023-05-20", "2023-06-02", RUNNING)
                .clock("2023-06-02T09:00")
                .thenRegistration(RegistrationState.WARNED);
        assertThat(manila.all(TerminationWarningSent.class))
                .extracting(TerminationWarningSent::terminateFrom)
                .containsExactly(LocalDate.of(2023, 6, 16), LocalDate.of(2023, 6, 21));
    }

    @Test
    void R_TRM_13_nobody_is_warned_of_a_day_that_is_past_when_the_deferred_finding_goes() {
        var both = CaseScenario.applied("2022-06-15")
                .given("officer-a", refuse221g("Med"))
                .given("officer-a", refuse221g("BC"))
                .given("officer-a", defer(A1, "F1", "2024-01-31"))
                .clock("2023-08-01T09:00")
                .given("officer-a", reverseOwn("R1"))
                .thenDeadline(TERM_WARNING, "2023-05-15", "2023-08-02", STOPPED);
        both.clock("2023-08-02T00:00")
                .thenHappened(RegistrationTerminated.class)
                .thenNever(TerminationWarningSent.class);
    }
}
