package consular.cases.domain.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The periods of the law, over every day of 2000 to 2040. */
class PeriodsTest {
    private static final Reckoning RECOMMENDED = new Reckoning(Policy.RECOMMENDED, day -> day);
    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

    private static Stream<LocalDate> everyDay() {
        return LocalDate.of(2000, 1, 1).datesUntil(LocalDate.of(2041, 1, 1));
    }

    @Test
    void a_year_ends_on_the_same_day_a_year_later_and_on_28_february_for_a_29th() {
        everyDay().forEach(day -> thenAnniversary(day, RECOMMENDED.lastDayOfYear(day), 1));
    }

    /** R-TRM-18. */
    @Test
    void two_years_end_on_the_same_day_two_years_later_reckoned_from_the_day_itself() {
        everyDay().forEach(day -> thenAnniversary(day, RECOMMENDED.lastDayOfSecondYear(day), 2));
    }

    private static void thenAnniversary(LocalDate day, LocalDate last, int years) {
        var expected = MonthDay.from(day).equals(LEAP_DAY)
                ? LocalDate.of(day.getYear() + years, 2, 28)
                : LocalDate.of(day.getYear() + years, day.getMonth(), day.getDayOfMonth());
        assertThat(last).isEqualTo(expected);
    }

    @Test
    void a_year_is_365_days_or_366_and_never_drifts() {
        everyDay().forEach(day -> {
            var last = RECOMMENDED.lastDayOfYear(day);
            var holdsLeapDay = Stream.of(day.getYear(), day.getYear() + 1)
                    .filter(year -> Year.isLeap(year))
                    .map(LEAP_DAY::atYear)
                    .anyMatch(leap -> leap.isAfter(day) && !leap.isAfter(last));
            assertThat(ChronoUnit.DAYS.between(day, last)).isEqualTo(holdsLeapDay ? 366 : 365);
            assertThat(RECOMMENDED.lastDayOfYear(day.plusDays(1))).isAfterOrEqualTo(last);
        });
    }

    @Test
    void termination_may_follow_on_the_day_after_the_year() {
        everyDay()
                .forEach(day -> assertThat(RECOMMENDED.terminateFrom(day).minusDays(1))
                        .isEqualTo(RECOMMENDED.lastDayOfYear(day)));
    }

    @Test
    void day_thirty_is_the_thirtieth_calendar_day_after() {
        everyDay()
                .forEach(day -> assertThat(ChronoUnit.DAYS.between(day, RECOMMENDED.reviewDeadline(day)))
                        .isEqualTo(30));
    }

    @ParameterizedTest(name = "{0}: {1}, {2}, {3}")
    @CsvSource({
        "2024-02-29, 2025-02-28, 2025-03-01, 2026-02-28",
        "2024-02-28, 2025-02-28, 2025-03-01, 2026-02-28",
        "2023-03-01, 2024-03-01, 2024-03-02, 2025-03-01",
        "2022-06-15, 2023-06-15, 2023-06-16, 2024-06-15",
        "2026-03-01, 2027-03-01, 2027-03-02, 2028-03-01",
    })
    void known_days(LocalDate day, LocalDate year, LocalDate terminateFrom, LocalDate secondYear) {
        assertThat(RECOMMENDED.lastDayOfYear(day)).isEqualTo(year);
        assertThat(RECOMMENDED.terminateFrom(day)).isEqualTo(terminateFrom);
        assertThat(RECOMMENDED.lastDayOfSecondYear(day)).isEqualTo(secondYear);
    }

    @Test
    void without_a_policy_a_year_is_reckoned_as_recommended() {
        everyDay().forEach(day -> {
            assertThat(Periods.lastDayOfYear(day)).isEqualTo(RECOMMENDED.lastDayOfYear(day));
            assertThat(Periods.terminateFrom(day)).isEqualTo(RECOMMENDED.terminateFrom(day));
        });
    }

    @Test
    void every_day_has_the_rule_set_that_took_effect_last_and_earlier_days_the_first() {
        everyDay().forEach(day -> {
            var inForce = RuleSet.inForceOn(day);
            if (day.isBefore(RuleSet.OF_2018_10_23.effectiveFrom())) {
                assertThat(inForce).isEqualTo(RuleSet.OF_2018_10_23);
            } else {
                assertThat(inForce.effectiveFrom()).isBeforeOrEqualTo(day);
                assertThat(Stream.of(RuleSet.values()).filter(it -> it.ordinal() > inForce.ordinal()))
                        .allMatch(later -> later.effectiveFrom().isAfter(day));
            }
        });
    }

    @Test
    void rule_sets_and_rules_are_found_by_their_names() {
        for (var ruleSet : RuleSet.values()) {
            assertThat(RuleSet.named(ruleSet.id())).isEqualTo(ruleSet);
        }
        for (var rule : Rule.values()) {
            assertThat(Rule.withId(rule.id())).isEqualTo(rule);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> RuleSet.named("2020-01-01"));
        assertThatIllegalArgumentException().isThrownBy(() -> Rule.withId("R-XX-01"));
    }
}
