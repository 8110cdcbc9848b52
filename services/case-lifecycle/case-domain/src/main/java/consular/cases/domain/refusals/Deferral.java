package consular.cases.domain.refusals;

import java.time.LocalDate;

/**
 * A medical deferral of a finding.
 *
 * @param until its last day
 * @param givenOn the day on which it was given, in the zone of the post that refused
 */
public record Deferral(LocalDate until, LocalDate givenOn) {}
