package consular.cases.projections;

/** Lets tests of the web tier complain as the read models do. */
public final class Complaints {
    private Complaints() {}

    /** A filter whose value means nothing. */
    public static RuntimeException filter(String name, String detail) {
        return new BadFilter(name, detail);
    }

    /** A cursor that nobody gave. */
    public static RuntimeException cursor() {
        return new BadCursor();
    }

    /** A rebuild turned away because of another. */
    public static RuntimeException rebuildUnderWay() {
        return RebuildFailed.anotherIsUnderWay();
    }

    /** A rebuild that came to a halt. */
    public static RuntimeException rebuildHalted() {
        return RebuildFailed.halted("secret reasons");
    }
}
