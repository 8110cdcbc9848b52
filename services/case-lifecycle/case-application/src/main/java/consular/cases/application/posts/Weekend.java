package consular.cases.application.posts;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** The two days in a row on which a post rests every week; the second stands for Sunday in the law on holidays. */
record Weekend(DayOfWeek first, DayOfWeek second) {
    static final Weekend SATURDAY_AND_SUNDAY = new Weekend(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    Weekend {
        if (first.plus(1) != second) {
            throw new IllegalArgumentException("a weekend is two days in a row, not " + first + " and " + second);
        }
    }

    boolean includes(LocalDate date) {
        return date.getDayOfWeek() == first || date.getDayOfWeek() == second;
    }

    /** The first working day of the week in which a working day stands. */
    LocalDate startOfWeek(LocalDate workday) {
        var date = workday;
        while (!includes(date.minusDays(1))) {
            date = date.minusDays(1);
        }
        return date;
    }
}
