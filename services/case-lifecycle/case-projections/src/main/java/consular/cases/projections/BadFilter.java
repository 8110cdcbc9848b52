package consular.cases.projections;

/** A filter whose value can't be meant. */
public final class BadFilter extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String name;

    public BadFilter(String name, String detail) {
        super(detail);
        this.name = name;
    }

    /** The filter. */
    public String name() {
        return name;
    }
}
