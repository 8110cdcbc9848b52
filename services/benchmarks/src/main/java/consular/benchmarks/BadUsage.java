package consular.benchmarks;

/** The command line makes no sense; the message says why in one line. */
final class BadUsage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadUsage(String message) {
        super(message);
    }
}
