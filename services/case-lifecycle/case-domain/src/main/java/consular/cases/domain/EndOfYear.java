package consular.cases.domain;

import consular.cases.domain.law.LeapDay;
import consular.cases.domain.registration.Availability;
import consular.cases.domain.registration.Pauses;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The end of a year to apply in which retrogression lets it stand (Q-16, PAUSE). It is counted from the anniversary and moved
 * from a closed day once, when all days on which it stood are counted.
 *
 * @param terminateFrom the first day after the year
 * @param reinstateBy the last day for reinstatement by the regulation, put off by as many days
 */
record EndOfYear(LocalDate terminateFrom, LocalDate reinstateBy) {

    /** That of a year had it stood as {@code pauses} have it. */
    static EndOfYear with(Pauses pauses, Availability year, Act act) {
        var leapDay = leapDay(year, act);
        var terminateFrom = pauses.lastDay(leapDay.anniversary(year.clockFrom(), 1), act.reckoning()::end)
                .plusDays(1);
        var secondYear = leapDay.anniversary(year.clockFrom(), 2);
        return new EndOfYear(terminateFrom, act.reckoning().end(secondYear.plusDays(pauses.daysBefore(terminateFrom))));
    }

    /** That of a year had it never stood: as it was recorded, if it has not. */
    static EndOfYear withoutPauses(Availability year, Act act) {
        return year.daysStood() == 0
                ? new EndOfYear(year.terminateFrom(), year.reinstateBy())
                : with(Pauses.none(year.clockFrom()), year, act);
    }

    /**
     * As it was chosen when the year began, where its recorded end tells; the switches may have been turned since.
     * An end that is moved, or not, as one would be now tells before any other.
     */
    private static LeapDay leapDay(Availability year, Act act) {
        var reckoning = act.reckoning();
        var chosen = reckoning.policy().yearEnd().leapDay();
        return Stream.<UnaryOperator<LocalDate>>of(
                        reckoning::end, UnaryOperator.identity(), reckoning.workingDayOnOrAfter())
                .flatMap(moved -> Stream.concat(Stream.of(chosen), Arrays.stream(LeapDay.values()))
                        .filter(it -> isReckonedBy(it, moved, year)))
                .findFirst()
                .orElse(chosen);
    }

    private static boolean isReckonedBy(LeapDay leapDay, UnaryOperator<LocalDate> moved, Availability year) {
        return year.counted()
                .lastDay(leapDay.anniversary(year.clockFrom(), 1), moved)
                .equals(year.terminateFrom().minusDays(1));
    }
}
