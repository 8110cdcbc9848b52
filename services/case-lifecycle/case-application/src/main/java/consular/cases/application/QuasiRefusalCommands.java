package consular.cases.application;

/** Gives commands on inquiries without a formal application. */
public interface QuasiRefusalCommands {
    /**
     * Decides a command and appends what follows.
     *
     * @throws CommandFailure when nothing was appended
     */
    QuasiRefusalAnswer submit(QuasiRefusalSubmission submission);

    /**
     * Decides a command and appends nothing.
     *
     * @throws CommandFailure when nothing would be appended
     */
    QuasiRefusalAnswer dryRun(QuasiRefusalSubmission submission);
}
