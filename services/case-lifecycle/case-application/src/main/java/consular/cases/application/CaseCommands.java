package consular.cases.application;

/** The one way to give a command. */
public interface CaseCommands {
    /**
     * Decides a command and, if it is accepted, appends its events together with its idempotency
     * key, all or nothing. Lost races on the same case are tried again.
     *
     * @throws CommandFailure when nothing was appended
     */
    CommandAnswer submit(Submission submission);

    /**
     * Decides a command without storing anything, neither events nor the key.
     *
     * @throws CommandFailure as {@link #submit} would
     */
    CommandAnswer dryRun(Submission submission);
}
