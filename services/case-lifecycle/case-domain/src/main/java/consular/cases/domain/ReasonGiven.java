package consular.cases.domain;

import org.jspecify.annotations.Nullable;

/**
 * A 221(g) reason as the officer gives it.
 *
 * @param annotation the standard name or abbreviation, with its prefixes
 * @param processing what is awaited; given for "Post specific action" and "Other" and nowhere else
 * @param note longer text for the case notes; mandatory for "Other"
 */
public record ReasonGiven(
        String annotation,
        @Nullable Processing processing,
        @Nullable String note) {
    /** What an officer states a reason without a class of its own to be. */
    public enum Processing {
        EVIDENCE,
        ADMINISTRATIVE
    }
}
