package consular.cases.domain.law;

import java.time.LocalDate;

/**
 * What set a clock going: one recorded event.
 *
 * @param sequence the event's place in its case, from 0
 * @param decision the sequence of the first event of the same decision
 * @param recordedOn the post-local day on which it was recorded
 * @param byPerson whether a person's command brought it about, rather than the passing of time
 */
public record Cause(long sequence, long decision, LocalDate recordedOn, boolean byPerson) {}
