package consular.cases.domain.screening;

/** What a reason does to the outcome of a screening. */
public enum Effect {
    /** What makes the person eligible, if nothing stands in the way. */
    BASIS,
    /** Lifts a bar that would otherwise be there. */
    EXCEPTION,
    /** Stands in the way. */
    BAR,
    /** Stands in the way unless the post accepts the application all the same. */
    BAR_UNLESS_POST_ACCEPTS,
    /** Good to know; changes nothing. */
    ADVISORY
}
