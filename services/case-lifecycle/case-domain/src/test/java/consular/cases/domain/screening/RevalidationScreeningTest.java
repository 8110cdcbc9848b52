package consular.cases.domain.screening;

import static consular.cases.domain.screening.Outcome.*;
import static consular.cases.domain.screening.ReasonCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.law.Rule;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table for automatic revalidation, rule by rule. */
class RevalidationScreeningTest {
    private static final LocalDate LEFT = LocalDate.of(2024, 3, 1);
    private static final LocalDate BACK = LocalDate.of(2024, 3, 10);

    private static Readmission trip(
            String nationality,
            String visaClass,
            LocalDate left,
            LocalDate back,
            Territory territory,
            @Nullable LocalDate i94) {
        return new Readmission(nationality, visaClass, left, back, territory, i94, null, null, null, null);
    }

    private static Readmission trip(String nationality, LocalDate back) {
        return trip(nationality, "H1B", back.minusDays(3), back, Territory.CONTIGUOUS, back);
    }

    private static Screening screen(Readmission trip) {
        return RevalidationScreening.screen(trip, trip.returnsOn());
    }

    private static void thenBarredOnlyBy(Readmission trip, ReasonCode code, Rule rule) {
        var screening = screen(trip);
        assertThat(screening.outcome()).isEqualTo(INELIGIBLE);
        assertThat(screening.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo(code);
            assertThat(reason.rule()).isEqualTo(rule);
            assertThat(reason.effect()).isEqualTo(Effect.BAR);
        });
    }

    @Test
    void r_rev_01_an_expired_visa_counts_as_extended() {
        var screening = screen(trip("IN", BACK));
        assertThat(screening.outcome()).isEqualTo(ELIGIBLE);
        assertThat(screening.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo(VISA_DEEMED_EXTENDED);
            assertThat(reason.rule()).isEqualTo(Rule.EXPIRED_VISA_DEEMED_EXTENDED);
        });
    }

    @Test
    void r_rev_01_and_as_converted_after_a_change_of_status() {
        var screening =
                screen(new Readmission("IN", "H1B", LEFT, BACK, Territory.CONTIGUOUS, BACK, null, true, false, null));
        assertThat(screening.outcome()).isEqualTo(ELIGIBLE);
        assertThat(screening.reasons())
                .extracting(Reason::code)
                .containsExactly(VISA_DEEMED_EXTENDED, CLASS_DEEMED_CONVERTED);
    }

    @ParameterizedTest(name = "I-94 until {0}, D/S {1}: {2}")
    @CsvSource(textBlock = """
        2024-03-10, false, ELIGIBLE
        2024-03-09, false, INELIGIBLE
        2025-01-01, false, ELIGIBLE
        2024-03-09, true,  ELIGIBLE
        ,           true,  ELIGIBLE
        """)
    void r_rev_02_the_i94_is_valid_on_the_day_of_return(
            @Nullable LocalDate until, boolean durationOfStatus, Outcome outcome) {
        var trip = new Readmission(
                "IN", "F1", LEFT, BACK, Territory.CONTIGUOUS, until, durationOfStatus, null, null, null);
        assertThat(screen(trip).outcome()).isEqualTo(outcome);
        if (outcome == INELIGIBLE) {
            thenBarredOnlyBy(trip, I94_EXPIRED, Rule.SHORT_ABSENCE_IN_CONTIGUOUS_TERRITORY);
        }
    }

    @ParameterizedTest(name = "back on {0}: {1}")
    @CsvSource({"2024-03-01, ELIGIBLE", "2024-03-31, ELIGIBLE", "2024-04-01, INELIGIBLE"})
    void r_rev_02_the_absence_is_at_most_thirty_days(LocalDate back, Outcome outcome) {
        var trip = trip("IN", "H1B", LEFT, back, Territory.CONTIGUOUS, LocalDate.of(2025, 1, 1));
        assertThat(screen(trip).outcome()).isEqualTo(outcome);
        if (outcome == INELIGIBLE) {
            thenBarredOnlyBy(trip, ABSENT_TOO_LONG, Rule.SHORT_ABSENCE_IN_CONTIGUOUS_TERRITORY);
        }
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource(textBlock = """
        H1B, CONTIGUOUS,       ELIGIBLE
        H1B, ADJACENT_ISLANDS, INELIGIBLE
        M1,  ADJACENT_ISLANDS, INELIGIBLE
        F1,  ADJACENT_ISLANDS, ELIGIBLE
        F2,  ADJACENT_ISLANDS, ELIGIBLE
        J1,  ADJACENT_ISLANDS, ELIGIBLE
        F1,  ELSEWHERE,        INELIGIBLE
        H1B, ELSEWHERE,        INELIGIBLE
        """)
    void r_rev_02_the_absence_is_in_contiguous_territory(String visaClass, Territory visited, Outcome outcome) {
        var trip = trip("IN", visaClass, LEFT, BACK, visited, BACK);
        assertThat(screen(trip).outcome()).isEqualTo(outcome);
        if (outcome == INELIGIBLE) {
            thenBarredOnlyBy(trip, NOT_CONTIGUOUS_TERRITORY, Rule.SHORT_ABSENCE_IN_CONTIGUOUS_TERRITORY);
        }
    }

    @ParameterizedTest(name = "back on {0}: {1}")
    @CsvSource({"2002-03-31, ELIGIBLE", "2002-04-01, INELIGIBLE", "2024-03-10, INELIGIBLE"})
    void r_rev_03_an_application_during_the_absence_ends_it(LocalDate back, Outcome outcome) {
        var trip = new Readmission(
                "IN", "H1B", back.minusDays(3), back, Territory.CONTIGUOUS, back, null, null, true, null);
        assertThat(screen(trip).outcome()).isEqualTo(outcome);
        if (outcome == INELIGIBLE) {
            thenBarredOnlyBy(trip, APPLIED_FOR_VISA, Rule.APPLYING_ENDS_REVALIDATION);
        }
    }

    @ParameterizedTest(name = "{0} on {1}: barred {2}")
    @CsvSource(textBlock = """
        IR, 2009-06-01, true
        SY, 2009-06-01, true
        SD, 2009-06-01, true
        CU, 2009-06-01, true
        KP, 2009-06-01, false
        LY, 2009-06-01, false
        IQ, 2009-06-01, false
        IR, 2002-03-31, false
        IQ, 2004-10-24, true
        IQ, 2004-10-25, false
        LY, 2006-06-29, true
        LY, 2006-06-30, false
        KP, 2008-10-10, true
        KP, 2008-10-11, false
        KP, 2017-11-19, false
        KP, 2017-11-20, true
        CU, 2015-05-28, true
        CU, 2015-05-29, false
        CU, 2021-01-11, false
        CU, 2021-01-12, true
        SD, 2020-12-13, true
        SD, 2020-12-14, false
        IN, 2024-03-10, false
        """)
    void r_rev_04_nationals_of_state_sponsors_do_not_have_it_by_the_list_of_the_day(
            String nationality, LocalDate back, boolean barred) {
        var trip = trip(nationality, back);
        assertThat(screen(trip).outcome()).isEqualTo(barred ? INELIGIBLE : ELIGIBLE);
        if (barred) {
            thenBarredOnlyBy(trip, NATIONALITY_BAR, Rule.NO_REVALIDATION_FOR_STATE_SPONSORS);
        }
    }

    @Test
    void Q_26_the_two_lists_differ() {
        var in2009 = LocalDate.of(2009, 6, 1);
        assertThat(CountryList.NOT_ACCEPTED_AT_BORDER_POSTS.holds("KP", in2009)).isTrue();
        assertThat(CountryList.NO_AUTOMATIC_REVALIDATION.holds("KP", in2009)).isFalse();
        var today = LocalDate.of(2024, 3, 5);
        assertThat(CountryList.NOT_ACCEPTED_AT_BORDER_POSTS.holds("SD", today)).isTrue();
        assertThat(CountryList.NO_AUTOMATIC_REVALIDATION.holds("SD", today)).isFalse();
    }

    @Test
    void every_reason_is_given_and_not_the_first_only() {
        var screening = screen(new Readmission(
                "IR", "H1B", LEFT, LocalDate.of(2024, 5, 1), Territory.ELSEWHERE, BACK, null, true, true, null));
        assertThat(screening.reasons())
                .extracting(Reason::code)
                .containsExactly(
                        I94_EXPIRED, ABSENT_TOO_LONG, NOT_CONTIGUOUS_TERRITORY, APPLIED_FOR_VISA, NATIONALITY_BAR);
    }
}
