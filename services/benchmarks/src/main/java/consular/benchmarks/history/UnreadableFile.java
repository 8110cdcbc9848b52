package consular.benchmarks.history;

/** The file is missing or is not a file of status histories; the message says so in one line. */
public final class UnreadableFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableFile(String message) {
        super(message);
    }
}
