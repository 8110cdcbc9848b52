package consular.cases.domain.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** What is remembered of one warning after another. Manila is thirteen hours ahead of Bogota. */
class WarnedTest {
    private static final ZoneId MANILA = ZoneId.of("Asia/Manila");
    private static final ZoneId BOGOTA = ZoneId.of("America/Bogota");
    private static final LocalDate MARCH_2 = LocalDate.parse("2024-03-02");
    private static final Instant JANUARY_15 = Instant.parse("2024-01-15T01:00:00Z");
    private static final Instant FEBRUARY_15 = Instant.parse("2024-02-15T01:00:00Z");

    private final Warned first = Warned.then(null, MARCH_2, 1, JANUARY_15, MANILA);

    @Test
    void the_first_is_of_its_own_day_and_zone() {
        assertThat(first.of(MARCH_2)).containsExactly(LocalDate.parse("2024-01-15"));
        assertThat(first.of(MARCH_2.plusDays(1))).isEmpty();
        assertThat(first.since()).isEqualTo(JANUARY_15);
        assertThat(first.end()).isEqualTo("2024-03-01T16:00:00Z");
    }

    @Test
    void another_of_the_same_day_is_added_and_the_zone_stays_that_of_the_first() {
        var second = Warned.then(first, MARCH_2, 2, FEBRUARY_15, BOGOTA);

        assertThat(second.of(MARCH_2)).containsExactly(LocalDate.parse("2024-01-15"), LocalDate.parse("2024-02-14"));
        assertThat(second.since()).isEqualTo(JANUARY_15);
        assertThat(second.zone()).isEqualTo(MANILA);
    }

    @Test
    void one_of_another_day_takes_its_place_and_lasts_since_the_first_whose_day_is_not_over() {
        var later = Warned.then(first, MARCH_2.plusYears(1), 1, FEBRUARY_15, BOGOTA);

        assertThat(later.of(MARCH_2)).isEmpty();
        assertThat(later.of(MARCH_2.plusYears(1))).containsExactly(LocalDate.parse("2024-02-14"));
        assertThat(later.since()).isEqualTo(JANUARY_15);
        assertThat(later.zone()).isEqualTo(BOGOTA);
    }

    @Test
    void one_that_comes_once_the_day_is_over_begins_anew() {
        var end = first.end();

        assertThat(Warned.then(first, MARCH_2.plusYears(1), 1, end, MANILA).since())
                .isEqualTo(end);
        assertThat(Warned.then(first, MARCH_2.plusYears(1), 1, end.minusMillis(1), MANILA)
                        .since())
                .isEqualTo(JANUARY_15);
    }

    @Test
    void a_second_without_the_first_stands_for_both() {
        assertThat(Warned.then(null, MARCH_2, 2, FEBRUARY_15, MANILA).of(MARCH_2))
                .containsExactly(LocalDate.parse("2024-02-15"), LocalDate.parse("2024-02-15"));
    }
}
