package consular.cases.domain.posts;

import java.time.LocalDate;

/**
 * The days on which a post is open. A working day is a day that the post's own calendar marks open
 * (9 FAM 504.11-2(A)a); weekends, U.S. federal and host-country holidays differ by post.
 */
@FunctionalInterface
public interface WorkingCalendar {
    /** Tells whether the post is open on {@code date}, and why. */
    CalendarDay day(LocalDate date);

    /** Whether the post is open on {@code date}. */
    default boolean isOpen(LocalDate date) {
        return day(date).open();
    }

    /** The first open day strictly after {@code date}. */
    default LocalDate nextWorkingDay(LocalDate date) {
        return workingDayOnOrAfter(date.plusDays(1));
    }

    /** The {@code count}th open day after {@code date}. */
    default LocalDate workingDayAfter(LocalDate date, int count) {
        var day = date;
        for (var passed = 0; passed < count; passed++) {
            day = nextWorkingDay(day);
        }
        return day;
    }

    /** {@code date} itself if the post is open then, else the next open day. */
    default LocalDate workingDayOnOrAfter(LocalDate date) {
        var candidate = date;
        while (!isOpen(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }
}
