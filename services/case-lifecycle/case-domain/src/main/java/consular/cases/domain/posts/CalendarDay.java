package consular.cases.domain.posts;

import java.time.LocalDate;

/**
 * One day of a post's working calendar.
 *
 * @param open whether the post works on that day
 * @param why the reason in words: {@code working day}, {@code weekend}, the holiday's name, or the
 *     reason of a special opening or closure; a working day of a year whose holidays are not known says so
 */
public record CalendarDay(LocalDate date, boolean open, String why) {}
