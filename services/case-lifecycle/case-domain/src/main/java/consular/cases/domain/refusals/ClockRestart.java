package consular.cases.domain.refusals;

import consular.cases.domain.law.Cause;

/**
 * A reinstatement, which began the year of a finding anew.
 *
 * @param evidenceBefore how much evidence there was before it, which the new year does not count
 */
public record ClockRestart(Cause cause, int evidenceBefore) {}
