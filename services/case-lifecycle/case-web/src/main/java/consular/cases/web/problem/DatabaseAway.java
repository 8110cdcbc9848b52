package consular.cases.web.problem;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a database that can't be reached from one that objects. */
final class DatabaseAway {
    /** Causes may form a ring. */
    private static final int DEEPEST = 20;

    private DatabaseAway() {}

    static boolean isCauseOf(Throwable failure) {
        var cause = failure;
        for (var depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (isAway(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isAway(Throwable cause) {
        return switch (cause) {
            case DataAccessResourceFailureException _,
                    CannotCreateTransactionException _,
                    SQLTransientConnectionException _,
                    SQLNonTransientConnectionException _ -> true;
            case SQLException refused -> isAway(refused.getSQLState());
            default -> false;
        };
    }

    /** Connection exceptions, too many connections, and a server that shuts down or starts (PostgreSQL, appendix A). */
    private static boolean isAway(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P0") || state.equals("53300"));
    }
}
