package consular.cases.domain;

import consular.cases.domain.refusals.CfrTrigger;
import org.jspecify.annotations.Nullable;

/**
 * A 221(g) reason as the officer gives it.
 *
 * @param annotation the standard name or abbreviation, with its prefixes
 * @param processing what is awaited; given for "Post specific action" and "Other" and nowhere else
 * @param note longer text for the case notes; mandatory for "Other"
 * @param cfrTrigger what gives cause for it, by the list of 22 CFR 40.201(a)
 */
public record ReasonGiven(
        String annotation,
        @Nullable Processing processing,
        @Nullable String note,
        @Nullable CfrTrigger cfrTrigger) {
    /** A reason without a word on the regulation's list. */
    public ReasonGiven(String annotation, @Nullable Processing processing, @Nullable String note) {
        this(annotation, processing, note, null);
    }

    /** What an officer states a reason without a class of its own to be. */
    public enum Processing {
        EVIDENCE,
        ADMINISTRATIVE
    }
}
