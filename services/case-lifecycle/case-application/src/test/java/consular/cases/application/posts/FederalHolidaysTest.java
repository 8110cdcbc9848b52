package consular.cases.application.posts;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FederalHolidaysTest {
    private static final Weekend FRIDAY_AND_SATURDAY = new Weekend(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);

    /** As the Office of Personnel Management published them. */
    @ParameterizedTest
    @CsvSource(textBlock = """
        2018, 01-01 01-15 02-19 05-28 07-04 09-03 10-08 11-12 11-22 12-25
        2019, 01-01 01-21 02-18 05-27 07-04 09-02 10-14 11-11 11-28 12-25
        2020, 01-01 01-20 02-17 05-25 07-03 09-07 10-12 11-11 11-26 12-25
        2021, 01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31
        2022, 01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26
        2023, 01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25
        2024, 01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25
        2025, 01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25
        2026, 01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25
        """)
    void days_observed_where_the_week_is_monday_to_friday(int year, String expected) {
        assertThat(observed(year, Weekend.SATURDAY_AND_SUNDAY)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        2020, 01-01 01-19 02-16 05-24 07-05 09-06 10-11 11-11 11-26 12-24 12-31
        2021, 01-17 02-14 05-30 06-20 07-04 09-05 10-10 11-11 11-25 12-26
        2022, 01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-24 12-25
        2024, 01-01 01-14 02-18 05-26 06-19 07-04 09-01 10-13 11-11 11-28 12-25
        """)
    void monday_holidays_open_the_week_where_it_is_sunday_to_thursday(int year, String expected) {
        assertThat(observed(year, FRIDAY_AND_SATURDAY)).isEqualTo(expected);
    }

    @Test
    void inauguration_day_is_no_holiday_abroad() {
        assertThat(FederalHolidays.observedIn(2021, Weekend.SATURDAY_AND_SUNDAY))
                .doesNotContainKey(LocalDate.of(2021, 1, 20));
    }

    @Test
    void every_year_has_its_ten_holidays_and_from_2021_eleven() {
        for (var year = 2000; year <= 2050; year++) {
            // by the holiday's own year, since New Year's Day may be observed in the one before
            var names = FederalHolidays.observedIn(year, Weekend.SATURDAY_AND_SUNDAY);
            assertThat(names.values().stream().distinct().filter(name -> !name.equals("New Year's Day")))
                    .hasSize(year < 2021 ? 9 : 10);
            assertThat(names.keySet()).noneMatch(Weekend.SATURDAY_AND_SUNDAY::includes);
        }
    }

    private static String observed(int year, Weekend weekend) {
        return FederalHolidays.observedIn(year, weekend).keySet().stream()
                .sorted()
                .map(DateTimeFormatter.ofPattern("MM-dd")::format)
                .collect(joining(" "));
    }
}
