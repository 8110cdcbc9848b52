package consular.cases.domain.refusals;

/** What became of a medical deferral, beside what becomes of its finding. */
public enum DeferralState {
    /** What it waits for has not come. */
    STANDING,
    /** A result came on its last day or before. */
    ANSWERED,
    /** Its last day has passed, and the service has said so. */
    ENDED,
    /** Its last day has passed while the registration was terminated, when nobody waited for it. */
    OVERTAKEN
}
