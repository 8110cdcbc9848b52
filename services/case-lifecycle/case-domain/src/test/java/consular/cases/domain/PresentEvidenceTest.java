package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineKind.*;
import static consular.cases.domain.law.RejectionCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.EvidencePresented;
import consular.cases.domain.EventByTime.RegistrationTerminated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresentEvidenceTest {

    @ParameterizedTest(name = "refused at {0} on {1}, presented at {2}: in time {3}")
    @CsvSource({
        "MNL, 2023-03-01, 2024-03-01T23:59:59, true",
        "MNL, 2023-03-01, 2024-03-02T00:00, false",
        "GUZ, 2024-01-10, 2025-01-10T15:59:59Z, true",
        "GUZ, 2024-01-10, 2025-01-10T16:00:00Z, false",
        "TJT, 2024-01-10, 2025-01-11T07:59:59Z, true",
        "TJT, 2024-01-10, 2025-01-11T08:00:00Z, false",
    })
    void it_is_in_time_through_the_end_of_the_anniversary_at_the_post(
            String post, String refused, String presented, boolean timely) {
        var story = CaseScenario.appliedAt(post, refused)
                .given("officer-a", refuseCurable("212(a)(4)"))
                .clock(presented)
                .when("intake", evidence("F1"))
                .thenEvents(EvidencePresented.class)
                .thenFee(timely ? FeeStatus.COVERED : FeeStatus.LAPSED);
        assertThat(story.finding("F1").evidence())
                .singleElement()
                .satisfies(it -> assertThat(it.timely()).isEqualTo(timely));
    }

    @Test
    void it_is_never_turned_down_for_being_late_or_for_coming_twice() {
        CaseScenario.applied("2022-03-01")
                .given("officer-a", refuseCurable("212(a)(4)"))
                .clock("2024-06-03T09:00")
                .given("intake", evidence("F1"))
                .when("intake", evidence("F1"))
                .thenAccepted();
    }

    @Test
    void on_any_finding_that_stands_it_stops_the_termination() {
        CaseScenario.applied("2023-03-06")
                .given("officer-a", refuse221g("BC", "PC"))
                .clock("2024-03-06T16:00")
                .given("intake", evidence("F2"))
                .thenDeadline(TERM_B, "2024-03-06", "2024-03-07", DeadlineState.MET)
                .thenFee(FeeStatus.COVERED)
                .clock("2024-06-03T09:00")
                .thenNever(RegistrationTerminated.class);
    }

    @Test
    void on_a_finding_that_is_closed_it_stops_nothing() {
        CaseScenario.applied("2023-03-06")
                .given("officer-a", refuse221g("BC", "PC"))
                .clock("2023-04-03T09:00")
                .given("intake", evidence("F1"))
                .given("officer-a", overcome("F1"))
                .thenDeadline(TERM_B, "2024-03-06", "2024-03-07", DeadlineState.RUNNING)
                .clock("2024-03-07T09:00")
                .thenHappened(RegistrationTerminated.class)
                .thenFee(FeeStatus.LAPSED);
    }

    @Test
    void there_is_nothing_left_to_overcome_once_the_visa_is_issued() {
        CaseScenario.applied("2024-03-05")
                .given("officer-a", refuse221g("BC"))
                .given("intake", evidence("F1"))
                .given("officer-a", overcome("F1"))
                .given("officer-a", issue())
                .when("intake", evidence("F1"))
                .thenRejected(VISA_ALREADY_ISSUED);
    }

    @Test
    void it_is_on_findings_of_the_applicant() {
        var family = CaseScenario.at("MNL")
                .clock("2024-03-05T09:00")
                .given("intake", register("MNL", "F31", principal(), spouse()))
                .given("intake", apply())
                .given("intake", apply(A2))
                .given("officer-a", refuse221g(A2, "BC"));
        family.when("intake", evidence(A1, "F1")).thenMalformed("/findingIds/0");
        family.when("intake", evidence(A2, "F9")).thenMalformed("/findingIds/0");
        family.when("intake", evidence(A2)).thenMalformed("/findingIds");
        family.when("intake", evidence(A2, "F1", "F1")).thenAccepted();
        assertThat(family.finding("F1").evidence()).hasSize(1);
    }

    @Test
    void a_derivatives_findings_show_their_dates_and_terminate_nothing() {
        var family = CaseScenario.at("MNL")
                .clock("2023-03-06T09:00")
                .given("intake", register("MNL", "F31", principal(), spouse()))
                .given("intake", apply())
                .given("intake", apply(A2))
                .given("officer-a", issue())
                .given("officer-a", refuse221g(A2, "BC"));
        assertThat(family.finding("F1").terminateFrom()).isEqualTo("2024-03-07");
        assertThat(family.deadlines(TERM_B)).isEmpty();
        family.clock("2024-06-03T09:00").thenNever(RegistrationTerminated.class);
        assertThat(family.view().applicants().getLast().feeStatus()).isEqualTo(FeeStatus.LAPSED);
    }
}
