package consular.cases.domain.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PostTest {
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate END = LocalDate.of(2041, 1, 1);

    /** Samoa crossed the date line by having no such day. */
    private static final LocalDate SKIPPED_AT_APIA = LocalDate.of(2011, 12, 30);

    /** The zones of all 225 posts. */
    static List<String> zones() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/zones.txt"));
    }

    @Test
    void a_post_is_written_as_its_code() {
        assertThat(new PostCode("LND")).hasToString("LND");
    }

    @ParameterizedTest
    @MethodSource("zones")
    void every_day_that_exists_starts_at_its_first_instant(String zone) {
        var post = postIn(zone);
        for (var day = FIRST; day.isBefore(END); day = day.plusDays(1)) {
            if (zone.equals("Pacific/Apia") && day.equals(SKIPPED_AT_APIA)) {
                continue;
            }
            var start = post.startOf(day);
            if (!post.dateOf(start).equals(day)
                    || !post.dateOf(start.minusNanos(1)).isBefore(day)) {
                throw new AssertionError("%s does not start at %s in %s".formatted(day, start, zone));
            }
        }
    }

    @Test
    void a_day_that_was_skipped_altogether_starts_with_the_next() {
        var apia = postIn("Pacific/Apia");
        assertThat(apia.startOf(SKIPPED_AT_APIA)).isEqualTo(apia.startOf(SKIPPED_AT_APIA.plusDays(1)));
    }

    @Test
    void a_day_without_midnight_starts_when_its_clocks_do() {
        var saoPaulo = postIn("America/Sao_Paulo");
        assertThat(saoPaulo.startOf(LocalDate.of(2018, 11, 4))).isEqualTo("2018-11-04T03:00:00Z");
    }

    @Test
    void a_case_registered_when_the_post_was_in_another_zone_keeps_its_days() {
        var manila = postIn("Asia/Manila");
        var kept = manila.inZone(ZoneId.of("America/Tijuana"));
        assertThat(kept.zone()).isEqualTo(ZoneId.of("America/Tijuana"));
        assertThat(kept.startOf(FIRST)).isEqualTo("2000-01-01T08:00:00Z");
        assertThat(kept.inZone(manila.zone())).isEqualTo(manila);
    }

    @Test
    void working_days_roll_over_weekends_only_forward() {
        var calendar = postIn("Asia/Manila").calendar();
        for (var day = FIRST; day.isBefore(END); day = day.plusDays(1)) {
            var rolled = calendar.workingDayOnOrAfter(day);
            assertThat(calendar.isOpen(rolled)).isTrue();
            assertThat(rolled).isBetween(day, day.plusDays(2));
            assertThat(calendar.nextWorkingDay(day)).isAfter(day);
        }
    }

    private static Post postIn(String zone) {
        WorkingCalendar weekdays = day -> {
            var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            return new CalendarDay(day, !weekend, weekend ? "weekend" : "working day");
        };
        return new Post(
                new PostCode("XXX"),
                "Anywhere",
                "US",
                ZoneId.of(zone),
                false,
                ReviewMode.STANDARD,
                false,
                HostHolidays.UNKNOWN,
                weekdays);
    }
}
