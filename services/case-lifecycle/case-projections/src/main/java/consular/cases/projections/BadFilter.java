package consular.cases.projections;

/** A filter that the read model does not know, or whose value means nothing. */
public final class BadFilter extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String name;
    private final String detail;

    public BadFilter(String name, String detail) {
        super(name + ": " + detail);
        this.name = name;
        this.detail = detail;
    }

    /** The name of the filter, as the client wrote it. */
    public String name() {
        return name;
    }

    /** What is wrong with it, in words. */
    public String detail() {
        return detail;
    }
}
