package consular.cases.application;

/** How far the read side has come. */
public interface ReadSide {
    /**
     * Waits until the read models show every event that is in the log at the time of the call.
     *
     * @throws IllegalStateException when they have not got there within a minute
     */
    void awaitCaughtUp();
}
