package consular.cases.domain.refusals;

/** What CLASS is told of a refusal. */
public enum ClassMessage {
    /** Enter it. */
    ENTRY,
    /** Delete the entry. */
    DELETION
}
