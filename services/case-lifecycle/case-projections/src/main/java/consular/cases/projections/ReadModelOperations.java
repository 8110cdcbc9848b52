package consular.cases.projections;

/** What an administrator may do with the read models. */
public interface ReadModelOperations {
    /**
     * Builds every read model anew from the log while the old ones serve, then lets the new ones serve. What was built
     * follows from the log alone, so it serves even where it differs from what served before. It takes as long as it
     * takes; no connection or transaction stays open but the one that keeps a second rebuild out.
     *
     * @throws RebuildFailed when another rebuild is under way, or this one came to a halt; then the old ones serve on
     */
    RebuildReport rebuild();

    /**
     * Builds every read model anew beside those that serve, compares the two case by case, and lets the old ones serve
     * on.
     *
     * @throws RebuildFailed as {@link #rebuild}
     */
    EqualityReport compare();

    /** How the read models are, as of now. */
    Status status();
}
