package consular.cases.domain.law;

import java.time.LocalDate;
import java.time.Month;

/** On which day a year ends that began on 29 February. */
public enum LeapDay {
    /** On 28 February, where the year of its end has no 29th. */
    FEB_28,
    /** On 1 March, where the year of its end has no 29th. */
    MAR_1;

    private static final int LEAP_DAY = 29;

    /** The same day some years later. */
    public LocalDate anniversary(LocalDate day, int years) {
        var later = day.plusYears(years);
        return switch (this) {
            case FEB_28 -> later;
            case MAR_1 -> isLeapDay(day) && !isLeapDay(later) ? later.plusDays(1) : later;
        };
    }

    private static boolean isLeapDay(LocalDate day) {
        return day.getMonth() == Month.FEBRUARY && day.getDayOfMonth() == LEAP_DAY;
    }
}
