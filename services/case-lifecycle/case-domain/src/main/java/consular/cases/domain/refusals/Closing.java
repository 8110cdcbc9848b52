package consular.cases.domain.refusals;

import consular.cases.domain.posts.PostCode;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How a finding ceased to stand.
 *
 * @param decision the sequence of the first event of the decision that closed it, by which acts at one instant follow each other
 * @param at when it took effect
 * @param on the day, in the zone of the post that refused
 * @param post where the case was then, which need not be the post that refused, nor where it is now
 * @param countedOn the day in the zone of that post, under which the closing is reported
 */
public record Closing(long decision, Instant at, LocalDate on, PostCode post, LocalDate countedOn) {}
