package consular.cases.domain.law;

import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reckons the periods of the law for one post, as its policy has it. The first day is not counted, the last is included.
 *
 * @param workingDayOnOrAfter the day itself if the post is open then, else its next open day
 */
public record Reckoning(Policy policy, UnaryOperator<LocalDate> workingDayOnOrAfter) {

    /** The last day of the year that begins with {@code date}. */
    public LocalDate lastDayOfYear(LocalDate date) {
        return end(policy.yearEnd().leapDay().anniversary(date, 1));
    }

    /** The last day of the second year, reckoned from {@code date} itself and never chained (R-TRM-18). */
    public LocalDate lastDayOfSecondYear(LocalDate date) {
        return end(policy.yearEnd().leapDay().anniversary(date, 2));
    }

    /** The first day on which the registration may be terminated (INA 203(g), 22 CFR 42.83). */
    public LocalDate terminateFrom(LocalDate anchor) {
        return lastDayOfYear(anchor).plusDays(1);
    }

    /** The day on which the applicant is to have been told of a refusal; it counts working days. */
    public LocalDate noticeDue(LocalDate refusedOn) {
        var day = refusedOn;
        for (var passed = 0; passed < policy.noticeTargetDays(); passed++) {
            day = workingDayOnOrAfter.apply(day.plusDays(1));
        }
        return day;
    }

    /** The last day on which a refusal may be reviewed in time; it does not roll. */
    public LocalDate reviewDeadline(LocalDate refusedOn) {
        return refusedOn.plusDays(policy.reviewLimits().immigrantDays());
    }

    /** The last day to which the review of a nonimmigrant's refusal may be put off; null where no limit is set. */
    public @Nullable LocalDate deferredReviewDeadline(LocalDate refusedOn) {
        var days = policy.reviewLimits().nonimmigrantDeferralDays();
        return days == null ? null : refusedOn.plusDays(days);
    }

    /** The day of the next follow-up of an advisory opinion; that it waits for a working day is another matter. */
    public LocalDate followUp(LocalDate from) {
        return from.plusDays(policy.alarms().opinionFollowUpDays());
    }

    /** A last day: where the switch says so, moved from a closed day. */
    public LocalDate end(LocalDate last) {
        return policy.yearEnd().rollOnPostClosure() ? workingDayOnOrAfter.apply(last) : last;
    }
}
