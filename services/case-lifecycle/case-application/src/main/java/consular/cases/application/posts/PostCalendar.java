package consular.cases.application.posts;

import consular.cases.domain.posts.CalendarDay;
import consular.cases.domain.posts.WorkingCalendar;
import java.time.LocalDate;
import java.util.Map;

/**
 * One post's days. What is said first holds: a special opening or closure, the weekend, a federal holiday, a holiday of
 * the host country.
 */
record PostCalendar(
        Map<LocalDate, CalendarDay> exceptions, Weekend weekend, ByYear federalHolidays, ByYear hostHolidays)
        implements WorkingCalendar {

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    PostCalendar {
        exceptions = Map.copyOf(exceptions);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Total: the calendars are meant for 2000 to 2050 and know holidays from 1990 to 2100, since a deadline may reach
     * beyond. Farther off, where holidays would be invented, they know special days and weekends only, and say so.
     */
    @Override
    public CalendarDay day(LocalDate date) {
        var exception = exceptions.get(date);
        if (exception != null) {
            return exception;
        }
        if (weekend.includes(date)) {
            return new CalendarDay(date, false, "weekend");
        }
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            return new CalendarDay(
                    date, true, "working day, as far as is known: holidays are not, for " + date.getYear());
        }
        var federal = federalHolidays.nameOf(date);
        if (federal != null) {
            return new CalendarDay(date, false, "U.S. federal holiday: " + federal);
        }
        var host = hostHolidays.nameOf(date);
        if (host != null) {
            return new CalendarDay(date, false, "host-country holiday: " + host);
        }
        return new CalendarDay(date, true, "working day");
    }
}
