package consular.cases.projections.deadletters;

import java.sql.SQLException;
import org.axonframework.messaging.deadletter.ThrowableCause;

/** Says of a failure what kind it is and where in the code it arose; never its message, which may quote the event. */
public final class PlainCause {
    private static final String OURS = "consular.";

    private PlainCause() {}

    public static ThrowableCause of(Throwable failure) {
        var root = failure;
        for (var cause = root.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
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

    private static String state(Throwable failure) {
        return failure instanceof SQLException sql ? ", SQL state " + sql.getSQLState() : "";
    }
}
