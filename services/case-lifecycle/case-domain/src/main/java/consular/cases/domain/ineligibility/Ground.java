package consular.cases.domain.ineligibility;

/**
 * A ground of refusal, by its place in the Immigration and Nationality Act.
 *
 * @param citation as the statute prints it, such as {@code 212(a)(6)(C)(i)}; blanks around it are dropped
 */
public record Ground(String citation) {
    public Ground {
        citation = citation.strip();
    }

    /** To which part of the law it belongs. */
    public GroundKind kind() {
        return Grounds.classify(citation);
    }

    @Override
    public String toString() {
        return citation;
    }
}
