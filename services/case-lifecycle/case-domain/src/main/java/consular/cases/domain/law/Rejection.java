package consular.cases.domain.law;

import java.util.Optional;

/**
 * A command turned down.
 *
 * @param rule the rule in the way: that of the code, or for a code that protects several, the one of them that this
 *     command met
 * @param detail a sentence that says what stands in the way and what to do; free of personal data
 */
public record Rejection(RejectionCode code, Optional<Rule> rule, String detail) {
    public Rejection {
        if (!rule.map(code.rules()::contains).orElse(code.rules().isEmpty())) {
            throw new IllegalArgumentException(code + " does not protect " + rule);
        }
    }

    /** Resting on the first rule of the code. */
    public Rejection(RejectionCode code, String detail) {
        this(code, code.rule(), detail);
    }

    /**
     * Resting on one of the rules of the code.
     *
     * @throws IllegalArgumentException if the code does not protect that rule
     */
    public Rejection(RejectionCode code, Rule rule, String detail) {
        this(code, Optional.of(rule), detail);
    }
}
