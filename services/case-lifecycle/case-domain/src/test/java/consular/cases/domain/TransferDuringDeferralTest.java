package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.EventByTime.ApplicationLapsed;
import consular.cases.domain.EventByTime.RegistrationTerminated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A medical deferral ends on the days of the post that refused, wherever the case has gone since. Holds R-AO-05. */
class TransferDuringDeferralTest {
    /** A day of Tijuana ends at 07:00Z or 08:00Z, one of Manila at 16:00Z: the last one of the deferral is over first. */
    @ParameterizedTest(name = "deferred until {0}: {1}")
    @CsvSource({"2025-03-05, 2025-03-06T16:00:00Z", "2025-06-03, 2025-06-04T16:00:00Z"})
    void a_deferral_of_the_post_before_holds_the_years_of_the_next_to_the_end_of_its_own_last_day(
            LocalDate until, Instant ends) {
        var immigrant = CaseScenario.appliedAt("TJT", "2024-03-04");
        var visitor =
                CaseScenario.registeredNonimmigrant("TJT", "B2", "2024-03-04").given("intake", apply());
        for (var sent : List.of(immigrant, visitor)) {
            sent.given("officer-a", refuse221g("Med"))
                    .given("officer-a", Families.defer(A1, "F1", until.toString()))
                    .given("officer-a", transfer("MNL"))
                    .given("officer-a", refuse221g("BC"))
                    .clock(ends.minusSeconds(1).toString())
                    .thenNever(RegistrationTerminated.class)
                    .thenNever(ApplicationLapsed.class)
                    .clock(ends.toString());
        }
        immigrant.thenHappened(RegistrationTerminated.class);
        visitor.thenHappened(ApplicationLapsed.class);
    }

    /** It is a day later in Manila, and the registration is held for it all the same. */
    @Test
    void evidence_in_the_last_hours_of_a_deferral_of_the_post_before_is_in_time() {
        CaseScenario.appliedAt("TJT", "2024-03-04")
                .given("officer-a", refuse221g("Med"))
                .given("officer-a", Families.defer(A1, "F1", "2025-03-05"))
                .given("officer-a", transfer("MNL"))
                .given("officer-a", refuse221g("BC"))
                .clock("2025-03-06T07:59:59Z")
                .given("intake", evidence("F2"))
                .clock("2025-04-01T12:00Z")
                .thenNever(RegistrationTerminated.class);
    }

    /** It goes on the day of Tijuana on which the evidence came, which is the day before that of Manila. */
    @Test
    void evidence_stays_in_time_when_the_finding_goes_that_was_deferred_at_the_post_before() {
        CaseScenario.appliedAt("TJT", "2024-03-04")
                .given("officer-a", refuse221g("Med"))
                .given("officer-a", Families.defer(A1, "F1", "2025-03-05"))
                .given("officer-a", transfer("MNL"))
                .given("officer-a", refuse221g("BC"))
                .clock("2025-03-06T01:00Z")
                .given("intake", evidence("F2"))
                .clock("2025-03-06T02:00Z")
                .given("officer-a", reverseOwn("R1"))
                .clock("2025-04-01T12:00Z")
                .thenNever(RegistrationTerminated.class);
    }

    /** The day on which it is given begins in Manila on London's day before, on which the evidence came. An opinion holds the year. */
    @Test
    void evidence_that_came_late_is_not_in_time_for_a_deferral_that_the_post_to_the_east_dates_from_the_next_day() {
        var sent = CaseScenario.appliedAt("MNL", "2024-02-28")
                .given("officer-a", refuse221g("Med"))
                .given("officer-a", transfer("LND"))
                .given("officer-a", refuse221g("BC"))
                .given("officer-a", ask("F2"))
                .clock("2025-03-04T17:00Z")
                .given("intake", evidence("F2"))
                .clock("2025-03-05T10:00Z")
                .given("officer-a", Families.defer(A1, "F1", "2025-06-02"));
        assertThat(sent.deadlines(DeadlineKind.TERM_B))
                .extracting(Deadline::state)
                .containsExactly(DeadlineState.SUSPENDED);
    }
}
