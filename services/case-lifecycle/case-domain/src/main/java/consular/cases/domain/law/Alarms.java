package consular.cases.domain.law;

import java.util.Comparator;
import java.util.List;

/**
 * When the service calls for attention where no text has a number. The alarms of a notice and of a termination are not
 * kept in the record, so a change moves those that have not gone off.
 *
 * @param noticeWorkingDays working days after the notice of a refusal was due at which its alarm goes off
 * @param terminationWarningDays calendar days before the last day in time at which warnings of termination go out, one for
 *     each number, the earliest warning first (R-TRM-13)
 * @param opinionFollowUpDays calendar days between two follow-ups of an advisory opinion (R-AO-02)
 */
public record Alarms(int noticeWorkingDays, List<Integer> terminationWarningDays, int opinionFollowUpDays) {
    /** The recommended numbers. */
    public static final Alarms RECOMMENDED =
            new Alarms(Periods.NOTICE_ALARM_WORKING_DAYS, Periods.WARNING_DAYS, Periods.FOLLOW_UP_DAYS);

    /** Refuses periods that would end before they begin, and an end that nobody is warned of. */
    public Alarms {
        Periods.atLeastADay(noticeWorkingDays);
        if (terminationWarningDays.isEmpty()) {
            throw new IllegalArgumentException("nobody's registration ends without a warning");
        }
        terminationWarningDays.forEach(Periods::atLeastADay);
        Periods.atLeastADay(opinionFollowUpDays);
        terminationWarningDays = terminationWarningDays.stream()
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** Alarms with one warning of termination. */
    public Alarms(int noticeWorkingDays, int terminationWarningDays, int opinionFollowUpDays) {
        this(noticeWorkingDays, List.of(terminationWarningDays), opinionFollowUpDays);
    }
}
