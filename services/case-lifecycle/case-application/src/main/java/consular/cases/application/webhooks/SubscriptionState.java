package consular.cases.application.webhooks;

/** Whether a subscription is delivered. */
public enum SubscriptionState {
    /** It is. */
    ACTIVE,
    /** Not until somebody resumes it; its place in the log is kept. */
    PAUSED,
    /** The same, but the service itself gave up: the receiver said that it is gone, or took nothing for days. */
    DISABLED
}
