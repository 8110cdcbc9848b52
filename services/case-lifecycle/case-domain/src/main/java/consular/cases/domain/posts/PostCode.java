package consular.cases.domain.posts;

/** The Department's three-letter code of a consular post, such as {@code LND}. */
public record PostCode(String value) {
    @Override
    public String toString() {
        return value;
    }
}
