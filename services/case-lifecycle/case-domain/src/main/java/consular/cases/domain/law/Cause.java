package consular.cases.domain.law;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What set a clock going: one recorded event.
 *
 * @param sequence the event's place in its case, from 0
 * @param decision the sequence of the first event of the same decision
 * @param recordedOn the post-local day on which it was recorded
 * @param zone that of the post where the case was then, in which the clock's days are reckoned for good
 * @param byPerson whether a person's command brought it about, rather than the passing of time
 */
public record Cause(long sequence, long decision, LocalDate recordedOn, ZoneId zone, boolean byPerson) {
    /** The day of an instant, as the clock reckons it. */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** The first instant of a day, as the clock reckons it. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
