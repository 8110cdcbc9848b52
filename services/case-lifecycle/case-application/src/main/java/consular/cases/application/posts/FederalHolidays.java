package consular.cases.application.posts;

import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.Map;

/**
 * The legal public holidays of 5 U.S.C. 6103(a), on the days on which they are observed abroad. The holiday library is
 * not asked: it lists the holidays of the states, and leaves Columbus Day to them. Inauguration Day is left out, since
 * 6103(c) gives it to the Washington area only. Right from 1986, when the birthday of Martin Luther King, Jr. was first
 * a holiday.
 */
final class FederalHolidays {
    private static final int JUNETEENTH_SINCE = 2021;

    private FederalHolidays() {}

    /** The name of every holiday that is observed in a calendar year at a post with that weekend. */
    static Map<LocalDate, String> observedIn(int year, Weekend weekend) {
        var observed = new HashMap<LocalDate, String>();
        // New Year's Day on a Saturday is observed in the year before
        for (var of = year; of <= year + 1; of++) {
            legalIn(of).forEach((date, name) -> {
                var day = observedOn(date, weekend);
                if (day.getYear() == year) {
                    observed.put(day, name);
                }
            });
        }
        return Map.copyOf(observed);
    }

    private static Map<LocalDate, String> legalIn(int year) {
        var legal = new HashMap<LocalDate, String>();
        legal.put(LocalDate.of(year, Month.JANUARY, 1), "New Year's Day");
        legal.put(monday(3, Month.JANUARY, year), "Birthday of Martin Luther King, Jr.");
        legal.put(monday(3, Month.FEBRUARY, year), "Washington's Birthday");
        legal.put(LocalDate.of(year, Month.MAY, 1).with(lastInMonth(DayOfWeek.MONDAY)), "Memorial Day");
        if (year >= JUNETEENTH_SINCE) {
            legal.put(LocalDate.of(year, Month.JUNE, 19), "Juneteenth National Independence Day");
        }
        legal.put(LocalDate.of(year, Month.JULY, 4), "Independence Day");
        legal.put(monday(1, Month.SEPTEMBER, year), "Labor Day");
        legal.put(monday(2, Month.OCTOBER, year), "Columbus Day");
        legal.put(LocalDate.of(year, Month.NOVEMBER, 11), "Veterans Day");
        legal.put(
                LocalDate.of(year, Month.NOVEMBER, 1).with(dayOfWeekInMonth(4, DayOfWeek.THURSDAY)),
                "Thanksgiving Day");
        legal.put(LocalDate.of(year, Month.DECEMBER, 25), "Christmas Day");
        return legal;
    }

    /**
     * Before the weekend if it falls on its first day (6103(b)(1) and (2)), after it if on its second (Executive Order
     * 11582). A Monday holiday moves to the first day of a week that does not begin on Monday (6103(b)(3), for duty
     * posts abroad).
     */
    private static LocalDate observedOn(LocalDate legal, Weekend weekend) {
        if (legal.getDayOfWeek() == weekend.first()) {
            return legal.minusDays(1);
        }
        if (legal.getDayOfWeek() == weekend.second()) {
            return legal.plusDays(1);
        }
        return isMondayByLaw(legal) ? weekend.startOfWeek(legal) : legal;
    }

    /** Whether the statute puts the holiday on a Monday; one with a fixed date may fall on a Monday by chance. */
    private static boolean isMondayByLaw(LocalDate legal) {
        return legal.getDayOfWeek() == DayOfWeek.MONDAY
                && switch (legal.getMonth()) {
                    case JANUARY -> legal.getDayOfMonth() != 1;
                    case FEBRUARY, MAY, SEPTEMBER, OCTOBER -> true;
                    case MARCH, APRIL, JUNE, JULY, AUGUST, NOVEMBER, DECEMBER -> false;
                };
    }

    private static LocalDate monday(int ordinal, Month month, int year) {
        return LocalDate.of(year, month, 1).with(dayOfWeekInMonth(ordinal, DayOfWeek.MONDAY));
    }
}
