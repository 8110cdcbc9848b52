package consular.cases.domain.law;

/**
 * A command turned down.
 *
 * @param detail a sentence that says what stands in the way and what to do; free of personal data
 */
public record Rejection(RejectionCode code, String detail) {}
