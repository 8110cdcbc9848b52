package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.Families.defer;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Until when a nonimmigrant's letter says that what is asked for keeps the application from lapsing. */
class LastDayOfALapseTest {
    private final CaseScenario visitor = CaseScenario.appliedFor("B2", "2022-06-15");

    @Test
    void is_that_of_the_year_of_the_latest_refusal_that_stands() {
        visitor.given("officer-a", refuse221g("BC"));
        thenLastDay("2023-06-15");
        visitor.clock("2022-06-20T09:00").given("officer-a", refuse221g("PC"));
        thenLastDay("2023-06-20");
    }

    @Test
    void is_that_of_a_medical_deferral_that_outlasts_the_year() {
        visitor.given("officer-a", refuse221g("Med", "BC")).given("officer-a", defer(A1, "F1", "2023-08-31"));
        thenLastDay("2023-08-31");
        visitor.given("officer-a", defer(A1, "F1", "2023-05-31"));
        thenLastDay("2023-06-15");
    }

    @Test
    void is_none_before_a_refusal_after_evidence_or_withdrawal_and_for_who_has_a_registration() {
        thenNoLastDay(visitor);
        visitor.given("officer-a", refuse221g("BC"));
        visitor.given("intake", evidence("F1"));
        thenNoLastDay(visitor);
        thenNoLastDay(CaseScenario.appliedFor("B2", "2022-06-15")
                .given("officer-a", refuse221g("BC"))
                .given("officer-a", withdraw()));
        thenNoLastDay(CaseScenario.applied("2022-06-15").given("officer-a", refuse221g("BC")));
    }

    @Test
    void is_told_while_an_opinion_is_awaited() {
        visitor.given("officer-a", refuse221g("BC")).given("officer-a", ask("F1"));
        thenLastDay("2023-06-15");
    }

    private void thenLastDay(String day) {
        assertThat(lastDay(visitor)).contains(LocalDate.parse(day));
    }

    private static void thenNoLastDay(CaseScenario story) {
        assertThat(lastDay(story)).isEmpty();
    }

    private static Optional<LocalDate> lastDay(CaseScenario story) {
        return LapseClock.lastDay(story.file(), story.file().applicant(A1).orElseThrow());
    }
}
