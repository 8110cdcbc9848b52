package consular.cases.domain.law;

import java.time.LocalDate;

/**
 * The periods of the law, in post-local calendar days. The first day is not counted, the last is
 * included through the end of that local day; nothing rolls when the last day is a closed day. What begins with an act is
 * reckoned by {@link Reckoning}, as the policy of the service has it.
 */
public final class Periods {
    /** Days within which a refusal is to be reviewed at the latest (9 FAM 504.11-3(A)(2)b). */
    public static final int REVIEW_DAYS = 30;

    /** Days between follow-ups of an advisory opinion; the FAM gives no number, this is policy. */
    public static final int FOLLOW_UP_DAYS = 60;

    /** Years after which an advisory opinion is not followed up any more; a clock set far ahead must come to an end. */
    public static final int FOLLOW_UP_YEARS = 100;

    /**
     * Working days after the day on which a notice was due at which the alarm goes off if it has not been given; the law says timely
     * and gives no number, this is policy.
     */
    public static final int NOTICE_ALARM_WORKING_DAYS = 3;

    /** Days before the last day in time at which the warning of termination goes out. */
    public static final int WARNING_DAYS = 30;

    private Periods() {}

    /** Refuses a period that would end before it begins. */
    static void atLeastADay(int days) {
        if (days < 1) {
            throw new IllegalArgumentException("a period of the policy is at least a day");
        }
    }

    /**
     * The last day of the year that begins with {@code date}: the same day a year later, 28 February
     * for a 29th.
     */
    public static LocalDate lastDayOfYear(LocalDate date) {
        return date.plusYears(1);
    }

    /** The first day on which the registration may be terminated (INA 203(g), 22 CFR 42.83). */
    public static LocalDate terminateFrom(LocalDate anchor) {
        return lastDayOfYear(anchor).plusDays(1);
    }
}
