package consular.cases.application;

import java.sql.SQLException;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.jspecify.annotations.Nullable;

/** Says of a failure what kind it is and where in the code it arose; never its message, which may quote an event. */
public final class PlainCause {
    private static final String OURS = "consular.";

    /** They may go round in a circle. */
    private static final int MOST_CAUSES = 20;

    private PlainCause() {}

    /** The first cause of a failure. */
    public static ThrowableCause of(Throwable failure) {
        var root = failure;
        for (var i = 0; i < MOST_CAUSES && root.getCause() != null; i++) {
            root = root.getCause();
        }
        return new ThrowableCause(root.getClass().getName(), place(root) + state(root));
    }

    /** Our own line says more than one within a library. */
    private static String place(Throwable failure) {
        var trace = failure.getStackTrace();
        for (var frame : trace) {
            if (frame.getClassName().startsWith(OURS)) {
                return "at " + frame;
            }
        }
        return trace.length == 0 ? "at an unknown place" : "at " + trace[0];
    }

    /**
     * The same failure for a line of the log: with the kinds and places of all its causes, and without what any of them says. Jackson's
     * messages quote the value that they are about, PostgreSQL's the row.
     */
    public static Throwable wordless(Throwable failure) {
        return new Wordless(failure, MOST_CAUSES);
    }

    @SuppressWarnings("OverrideThrowableToString") // it stands for another, by that one's kind, and has no message
    private static final class Wordless extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String kind;

        private Wordless(Throwable failure, int causes) {
            super(null, cause(failure, causes), false, true);
            kind = failure.getClass().getName() + state(failure);
            setStackTrace(failure.getStackTrace());
        }

        private static @Nullable Throwable cause(Throwable failure, int causes) {
            var cause = failure.getCause();
            return cause == null || causes == 0 ? null : new Wordless(cause, causes - 1);
        }

        @Override
        public String toString() {
            return kind;
        }
    }

    private static String state(Throwable failure) {
        return failure instanceof SQLException sql ? ", SQL state " + sql.getSQLState() : "";
    }
}
