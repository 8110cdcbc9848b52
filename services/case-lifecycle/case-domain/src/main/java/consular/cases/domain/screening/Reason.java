package consular.cases.domain.screening;

import consular.cases.domain.law.Rule;

/**
 * One reason for the outcome of a screening.
 *
 * @param detail a sentence on what it means here; free of personal data
 */
public record Reason(ReasonCode code, Rule rule, Effect effect, String detail) {}
