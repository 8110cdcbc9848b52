package consular.cases.projections;

/** Lets tests of the web tier complain as the read models do. */
public final class BadQueries {
    private BadQueries() {}

    /** A filter whose value means nothing. */
    public static RuntimeException filter(String name, String detail) {
        return new BadFilter(name, detail);
    }

    /** A cursor that nobody gave. */
    public static RuntimeException cursor() {
        return new BadCursor();
    }
}
