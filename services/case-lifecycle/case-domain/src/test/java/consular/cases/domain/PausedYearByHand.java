package consular.cases.domain;

import consular.cases.domain.registration.Pauses.Pause;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * A year to apply as somebody reckons it with a finger on a calendar, one day after another: what is tested knows none of
 * this.
 *
 * @param begins the day on which it begins
 * @param anniversary its last day, if it never stands
 * @param secondAnniversary the last day of the two years, if it never stands
 * @param isClosed the days off which a last day is moved
 */
record PausedYearByHand(
        LocalDate begins,
        LocalDate anniversary,
        LocalDate secondAnniversary,
        List<Pause> pauses,
        Predicate<LocalDate> isClosed) {

    /** A day counts if visas are available on it, the first of them excepted; with the last the year is over, if the post is open. */
    LocalDate lastDay() {
        var day = begins;
        while (isUnavailable(day)) {
            day = day.plusDays(1);
        }
        var left = anniversary.toEpochDay() - begins.toEpochDay();
        while (left > 0) {
            day = day.plusDays(1);
            left -= isUnavailable(day) ? 0 : 1;
        }
        var moved = isClosed.test(day);
        while (moved && (isClosed.test(day) || isUnavailable(day))) {
            day = day.plusDays(1);
        }
        return day;
    }

    long daysStood() {
        return begins.datesUntil(lastDay()).filter(this::isUnavailable).count();
    }

    LocalDate reinstateBy() {
        var day = secondAnniversary.plusDays(daysStood());
        while (isClosed.test(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private boolean isUnavailable(LocalDate day) {
        return pauses.stream().anyMatch(it -> !day.isBefore(it.stoppedFrom()) && day.isBefore(it.restoredOn()));
    }
}
