package consular.cases.projections;

import java.util.Set;

/** The read models, by the names in the URL. */
public enum ReadModelName {
    FEE_WINDOWS("fee-windows", "closingBefore"),
    TERMINATIONS("terminations", "state", "terminatingBefore"),
    REVIEWS("reviews", "state", "officer", "dueBefore"),
    DECISIONS_DUE("decisions-due"),
    ADVISORY_OPINIONS("advisory-opinions");

    private final String path;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable; its type can't say so
    private final Set<String> filters;

    ReadModelName(String path, String... filters) {
        this.path = path;
        this.filters = Set.of(filters);
    }

    /** The last segment of the URL. */
    public String path() {
        return path;
    }

    /** The names of the filters that it knows besides {@code post}. */
    public Set<String> filters() {
        return filters;
    }
}
