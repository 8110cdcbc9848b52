package consular.cases.projections;

/** A cursor that was never given out. */
public final class BadCursor extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadCursor() {
        super("the cursor is none that a page gave as next");
    }
}
