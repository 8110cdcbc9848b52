package consular.cases.domain.registration;

import consular.cases.domain.law.Cause;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A termination that stands.
 *
 * @param anchor the day from which the year was reckoned
 * @param terminateFrom the first day on which the registration could be terminated
 * @param terminatedAt when it took effect
 * @param reinstateBy the last day for reinstatement by 22 CFR 42.83(c)
 * @param statutoryReinstateBy the last day by INA 203(g), two years from the notice of availability
 * @param windowClosed whether the last day for reinstatement has passed
 */
public record Termination(
        TerminationKind kind,
        LocalDate anchor,
        LocalDate terminateFrom,
        LocalDate terminatedOn,
        Instant terminatedAt,
        LocalDate reinstateBy,
        @Nullable LocalDate statutoryReinstateBy,
        NoticeIssuer noticeIssuer,
        boolean windowClosed,
        Cause cause) {

    /** The later of the two last days: the regulation can only widen the statute's window. */
    public LocalDate lastDayToReinstate() {
        var statutory = statutoryReinstateBy;
        return statutory != null && statutory.isAfter(reinstateBy) ? statutory : reinstateBy;
    }

    /** The first day, where its clock is reckoned, that does not begin before it took effect: no window closes earlier. */
    public LocalDate firstDay() {
        var day = cause.dayOf(terminatedAt);
        return cause.startOf(day).isBefore(terminatedAt) ? day.plusDays(1) : day;
    }

    public Termination closeWindow() {
        return new Termination(
                kind,
                anchor,
                terminateFrom,
                terminatedOn,
                terminatedAt,
                reinstateBy,
                statutoryReinstateBy,
                noticeIssuer,
                true,
                cause);
    }
}
