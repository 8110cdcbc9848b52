package consular.cases.domain.law.sheet;

import java.util.Arrays;

/** How well a rule is attested. */
public enum Confidence {
    /** Stated in one of the documents that the product began with. */
    SEED("seed"),
    /** The text of the law itself was read. */
    FOUND("found"),
    /** A part of the text, or an older edition, was read. */
    FOUND_IN_PART("found-partial"),
    /** Read where somebody reports on the law. */
    SECONDARY("secondary"),
    /** Common knowledge; no text was read. */
    RECALLED("recalled-unverified"),
    /** Our own reading; no source says it in so many words. */
    DERIVED("derived");

    private final String label;

    Confidence(String label) {
        this.label = label;
    }

    /** The label that the rule sheet uses, such as {@code found-partial}. */
    public String label() {
        return label;
    }

    static Confidence labelled(String label) {
        return Arrays.stream(values())
                .filter(it -> it.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rule is attested so: " + label));
    }
}
