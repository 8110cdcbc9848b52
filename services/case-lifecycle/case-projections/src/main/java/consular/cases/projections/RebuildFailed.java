package consular.cases.projections;

/** A rebuild that did not come to its end. What served before serves on. */
public final class RebuildFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final boolean anotherUnderWay;

    private RebuildFailed(String message, boolean anotherUnderWay) {
        super(message);
        this.anotherUnderWay = anotherUnderWay;
    }

    /** Turned away because another is under way, on this node or another. */
    public static RebuildFailed anotherIsUnderWay() {
        return new RebuildFailed("another rebuild of the read models is under way", true);
    }

    /** Given up on the way. */
    public static RebuildFailed halted(String why) {
        return new RebuildFailed(why, false);
    }

    /** Whether it was turned away because another is under way, on this node or another. */
    public boolean isAnotherUnderWay() {
        return anotherUnderWay;
    }
}
