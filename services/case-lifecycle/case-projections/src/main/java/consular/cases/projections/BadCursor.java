package consular.cases.projections;

/** A place to go on from that no page of this read model gave. */
public final class BadCursor extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadCursor() {
        super("it is not the next of a page of this list; start from the first page");
    }

    /** What is wrong with it, in words. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
