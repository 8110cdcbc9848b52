package consular.cases.domain.refusals;

import java.time.LocalDate;

/**
 * The day on which the alarm for a notice goes off, as the post reckoned it that had the case until then: no case gains or
 * loses a working day by being sent to a post with another week.
 */
public record NoticeAlarm(RefusalId refusalId, LocalDate alarmOn) {}
